import { LONG_NUMBER, numberOf } from './slot-number.ts';
import { firstOf, type Saying } from './slot-saying.ts';
import type { FindSlot } from './slot-text.ts';
import { when } from './slot-trigger.ts';

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/£|pound|quid|gbp/, 'GBP'],
  [/\$|dollar|usd/, 'USD'],
  [/€|eu?r|balle|boule|\be\b/, 'EUR'],
];
const SIGN = '(?:€|£|\\$)';
const NAME =
  '(?:euros?|euro|eur|eurros?|euross|heuros|balles?|boules|pounds?(?! (?:of|per))|quid|gbp|dollars?|usd)\\b';
const FIGURE = '\\d{1,3}(?:[ .,]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?';
const THOUSAND = 1000;

/** `1 200,50`, `1.200,50` and `1,200.50` are the same. */
const amountOf = (written: string): number | undefined => {
  if (!/\d/.test(written)) return numberOf(written);
  const [, whole = '', cents = '0'] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(written) ?? [];
  return Number(`${whole.replace(/[ .,]/g, '')}.${cents}`);
};

const money = (amount: number | undefined, currency: string): string | undefined => {
  const code = CURRENCIES.find(([words]) => words.test(currency))?.[1];
  return amount === undefined || code === undefined ? undefined : `${amount.toFixed(2)} ${code}`;
};

const before = ([, amount = '', currency = '', cents = '']: readonly string[]) => {
  const whole = amountOf(amount);
  return money(whole === undefined ? undefined : whole + Number(cents || 0) / 100, currency);
};

const sayings: readonly Saying[] = [
  [
    new RegExp(
      `(?<![\\d.,])(${FIGURE}) ?(${SIGN}|${NAME})(?: ?(?:et )?(\\d{2})\\b(?! ?(?:€|euros?|fois|jours|mois|personnes)))?`,
    ),
    before,
  ],
  [
    new RegExp(`(?<![\\d.,])(${FIGURE}) ?k ?(€|euros?|£)`),
    ([, amount = '', currency = '']) => money((amountOf(amount) ?? 0) * THOUSAND, currency),
  ],
  [
    new RegExp(`(${SIGN}|\\beur|\\bgbp) ?(${FIGURE})(?!\\d)`),
    ([, currency = '', amount = '']) => money(amountOf(amount), currency),
  ],
  [new RegExp(`\\b(${LONG_NUMBER}) (${NAME})`), before],
  [
    /(?<![\d.,/])\b(\d{3,4}|\d{2,4}[.,]\d{2}) ?(e)\b(?! ?(?:fois|etage|arr|anniv|message|appel|demande|panne))/,
    before,
  ],
  [
    /(?<![\d.,])\b(\d{1,2}) ?(?:centimes?|cts?)\b/,
    ([, cents = '']) => money(Number(cents) / 100, 'eur'),
  ],
];

/** An amount of money, as `412.00 EUR`. */
export const moneyOf: FindSlot = when(
  /€|£|\$|eur|balle|boule|pound|quid|gbp|dollar|usd|centime|\dc|\d ?e\b/,
  firstOf(sayings),
);
