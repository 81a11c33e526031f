import { firstOf, type Saying } from './slot-saying.ts';
import type { FindSlot } from './slot-text.ts';
import { when } from './slot-trigger.ts';

const CODE_LETTERS = '[bcdfghjkmnpqrtvwxz]';
/** Shortened words that are made of code letters only. */
const NOT_CODES = new Set(
  'rdv bjr bcp tkt qqn mdr ptn pkn hmm pfff brrr grrr cmt qqch dsl tjr jrs mtn jms nrv vrm vnr tmtc wtf thx pls'.split(
    ' ',
  ),
);
const DISTINCT = 3;

const codeOf = ([, written = '']: readonly string[]): string | undefined => {
  const parts = written.split(/[\s._-]+/);
  const code = parts.join('').toUpperCase();
  if (code.length !== 6 || parts.some((part) => NOT_CODES.has(part))) return undefined;
  return new Set(code).size < DISTINCT ? undefined : code;
};

const alone = (pattern: string): Saying => [
  new RegExp(`(?<![a-z0-9'])(${pattern})(?![a-z0-9'])`),
  codeOf,
];

/** The code of an incident: six letters, with or without spaces or dashes between them. */
export const incidentCode: FindSlot = when(
  /[bcdfghjkmnpqrtvwxz](?:[\s._-]{0,2}[bcdfghjkmnpqrtvwxz]){5}/,
  firstOf([
    alone(`${CODE_LETTERS}{6}`),
    alone(`${CODE_LETTERS}{3}[ ._-]{1,2}${CODE_LETTERS}{3}`),
    alone(`${CODE_LETTERS}{2}(?:[ ._-]${CODE_LETTERS}{2}){2}`),
    alone(`${CODE_LETTERS}(?:[ ._-]{1,2}${CODE_LETTERS}){5}`),
  ]),
);

const YEAR_IN_MONTH = /^(?:0?[1-9]|1[0-2])[-/](?:19|20)\d\d$/;

const referenceOf = ([, written = '']: readonly string[]): string | undefined => {
  const digits = written.replace(/\D/g, '').length;
  const value = written.toUpperCase().replace(/\s/g, '');
  return digits < 3 || YEAR_IN_MONTH.test(value) || /^(?:19|20)\d\d$/.test(value)
    ? undefined
    : value;
};

const CALLED =
  "(?:references?|ref|refs|dossiers?|doss|ticket|tickets|case|demande|signalement|incident|reclamation|intervention|bon d'intervention|bon de travail|affaire|job|request|complaint|order|work order|suivi|di)";
const NAMED = "(?: ?(?:n°|no\\.?|num|numero|number|nr|n|#|:|is|est|est le|c'est(?: le)?))*";

/** The reference of a case in another system, as `24-1187`: capital letters, figures and dashes without spaces. */
export const reference: FindSlot = when(
  /\d[-/]\d{3}|\d.*\d.*\d/,
  firstOf([
    [
      new RegExp(
        `\\b${CALLED}\\b\\.?${NAMED} ?[:#]? ?\\b((?:(?!d[eu]\\b|le\\b|la\\b|au\\b|en\\b|in\\b|of\\b)[a-z]{1,5}[-/ ]?)?(?:\\d{2,4}/\\d{3,}|\\d+(?:-\\d+)*)(?:[-/]?[a-z]\\b)?)(?![\\d/])(?!\\s?(?:€|euros?|jours?|mois|h\\b|fois|km\\b|rue|av\\b|pieces|personnes|days|times|weeks))`,
      ),
      referenceOf,
    ],
    [/(?<![\d/.+-])(?<!\d )\b(\d{2,4}-\d{3,6})\b(?![-/.]?\d)(?! ?(?:€|euros))/, referenceOf],
    [/(?:^|\s)(?:n°|#) ?((?:[a-z]{1,4}-?)?\d{3,8}(?:-\d+)*)\b/, referenceOf],
  ]),
);
