import { describe, expect, test } from 'vitest';
import type { Talk } from '../../bot/index.ts';
import { createTalk } from '../../dialogs/index.ts';
import { type Act, ANSWERS, requesting, tellings } from './danger-acts.ts';
import { type Walk, walk } from './danger-walk.ts';
import { DAY, type Loge, logeWith } from './loge.ts';
import { understandLabels } from './stub-understanding.ts';

const ENOUGH = 2_000;
const MINUTES = 300_000;

/** Places are searched once for each text. */
const quick = (loge: Loge): Loge => {
  const found = new Map<string, ReturnType<Loge['findPlaces']>>();
  return {
    ...loge,
    findPlaces: (text) => {
      const matches = found.get(text) ?? loge.findPlaces(text);
      found.set(text, matches);
      return matches;
    },
  };
};

const shipped = quick(logeWith(understandLabels));
const cards = [...shipped.catalogue.values()];
const DANGERS = cards.filter(({ domain }) => domain === 'emergency').map(({ id }) => id);
const REQUESTS = cards.filter(({ domain }) => domain !== 'emergency').map(({ id }) => id);

const isCalm = ({ now, doubt }: Act): boolean => now === undefined && doubt === undefined;
const isButton = ({ name }: Act): boolean => name.startsWith('[');

/** Each request is taken through all its questions; in each state all dangers and doubts are tried. */
const walkForms = (loge: Loge): Walk =>
  walk(loge, {
    acts: [...ANSWERS, ...DANGERS.flatMap(tellings), ...REQUESTS.map(requesting)],
    leadsOn: (act, path) =>
      isCalm(act) &&
      !isButton(act) &&
      (act.request === undefined || !path.some((name) => name.includes('je voudrais'))),
    most: ENOUGH,
  });

/**
 * One danger and its doubt, before, in and after a form and each other; another danger is tried in each state. Another
 * language is tried as well, but what its pictures begin is walked with the forms.
 */
const walkDanger = (loge: Loge, danger: string, most = ENOUGH): Walk => {
  const other = DANGERS[(DANGERS.indexOf(danger) + 1) % DANGERS.length] ?? '';
  return walk(loge, {
    acts: [
      ...ANSWERS,
      ...tellings(danger),
      ...tellings(other),
      requesting('heating_failure'),
      requesting('rent_receipt'),
    ],
    leadsOn: ({ name, now = danger, doubt = danger }) =>
      now === danger && doubt === danger && !name.startsWith('lang:'),
    most,
  });
};

describe('no path leads from a danger to a question before its safety text', () => {
  test('whatever form is open, at whatever question', { timeout: MINUTES }, () => {
    const { states, moves, kinds, faults, complete } = walkForms(shipped);
    console.log(
      `forms: ${states} states (${kinds.size} kinds), ${moves} moves, ${faults.length} violations`,
    );
    expect(faults).toEqual([]);
    expect(complete).toBe(true);
    for (const id of REQUESTS.filter((one) => isForm(one))) {
      expect(
        [...kinds].some((kind) => kind.includes(`report/${id}/`)),
        id,
      ).toBe(true);
    }
  });

  test.each(DANGERS)('%s, in every state around it', { timeout: MINUTES }, (danger) => {
    const { states, moves, kinds, faults, complete } = walkDanger(shipped, danger);
    console.log(`${danger}: ${states} states, ${moves} moves, ${faults.length} violations`);
    expect(faults).toEqual([]);
    expect(complete).toBe(true);
    const seen = [...kinds].join('\n');
    for (const kind of [
      'bot idle',
      'queue idle',
      `doubt/${danger}`,
      `report/${danger}/`,
      `after/${danger}`,
      'report/heating_failure/',
      'choose/',
      'and more waiting',
    ]) {
      expect(seen).toContain(kind);
    }
  });
});

const isForm = (id: string): boolean =>
  ['technical_dwelling', 'technical_common', 'neighbourhood'].includes(
    shipped.catalogue.get(id)?.domain ?? '',
  );

describe('the walk sees a violation', () => {
  const planted = (talk: Talk): Walk => walkDanger({ ...shipped, talk }, 'gas_smell', 40);

  test('a form that takes its answer before danger is heard', () => {
    const deaf: Talk = (input) =>
      shipped.talk({
        ...input,
        understand: (text, context) => {
          const { danger, ...heard } = input.understand(text, context);
          return context.asked === undefined && danger
            ? { ...heard, danger }
            : { ...heard, intents: [] };
        },
      });
    expect(planted(deaf).faults.join('\n')).toContain('gas_smell: not warned first');
  });

  test('a table whose question comes first', () => {
    const { content } = shipped;
    const path = content.dangers.get('gas_smell');
    if (path === undefined) throw new Error('there is no table for gas');
    const dangers = new Map([...content.dangers, ['gas_smell', { ...path, safety: 'later' }]]);
    const talk = createTalk({ ...shipped, staleAfter: DAY, content: { ...content, dangers } });
    expect(planted(talk).faults[0]).toContain('gas_smell: not warned first');
  });

  test('a doubt that is asked together with another question, or again', () => {
    const forgetful: Talk = (input) => {
      const { known: _, ...state } = input.state;
      return shipped.talk({ ...input, state: { ...state, known: {} } });
    };
    expect(planted(forgetful).faults.join('\n')).toContain('gas_smell: denied, asked again');
  });

  test('a danger that asks who it is', () => {
    const { content } = shipped;
    const path = content.dangers.get('gas_smell');
    if (path === undefined) throw new Error('there is no table for gas');
    const questions = ['tenant_ref', ...path.questions];
    const dangers = new Map([...content.dangers, ['gas_smell', { ...path, questions }]]);
    const talk = createTalk({ ...shipped, staleAfter: DAY, content: { ...content, dangers } });
    expect(planted(talk).faults.join('\n')).toContain('asks who it is');
  });

  test('a text that is said after the question', () => {
    const backwards: Talk = (input) => {
      const said = shipped.talk(input);
      return said.kind === 'need' ? said : { ...said, replies: said.replies.toReversed() };
    };
    expect(planted(backwards).faults.join('\n')).toContain('not warned first');
  });
});
