import { describe, expect, test } from 'vitest';
import { BotError } from '../../bot/index.ts';
import { parseContent } from '../../dialogs/index.ts';
import { contentFiles } from './loge.ts';

const faultsOf = (name: string, change: (text: string) => string): string => {
  const files = new Map(contentFiles());
  files.set(name, change(files.get(name) ?? ''));
  try {
    parseContent(files);
  } catch (error) {
    if (error instanceof BotError && error.code === 'bad-content') return error.message;
    throw error;
  }
  return '';
};

type Row = Readonly<Record<string, unknown>>;

const changing = (id: string, change: (row: Row) => readonly Row[]) => (text: string) => {
  const rows: readonly Row[] = JSON.parse(text);
  return JSON.stringify(rows.flatMap((row) => (row['id'] === id ? change(row) : [row])));
};

test('the shipped content has no fault', () => {
  expect(() => parseContent(contentFiles())).not.toThrow();
});

describe('every fault is named with its place', () => {
  test.each([
    [
      'a missing language',
      'talk.json',
      changing('thanks', (row) => [{ ...row, en: '' }]),
      '"thanks".en',
    ],
    [
      'a missing sentence',
      'talk.json',
      changing('thanks', () => []),
      'talk.json "thanks": this sentence is missing',
    ],
    [
      'a sentence nobody says',
      'talk.json',
      changing('thanks', (row) => [row, { ...row, id: 'unused', fr: 'Une autre.' }]),
      'talk.json "unused"',
    ],
    [
      'the same entry twice',
      'talk.json',
      changing('thanks', (row) => [row, row]),
      '"thanks": is there twice',
    ],
    [
      'an unknown placeholder',
      'talk.json',
      changing('thanks', (row) => [{ ...row, fr: 'Merci {name}.' }]),
      'unknown placeholder {name}',
    ],
    [
      'a forgotten placeholder',
      'talk.json',
      changing('understood', (row) => [{ ...row, fr: 'Compris.' }]),
      'placeholder {what} is missing',
    ],
    [
      'a long sentence',
      'talk.json',
      changing('thanks', (row) => [{ ...row, fr: 'mot '.repeat(21).trim() }]),
      'more than 20 words',
    ],
    [
      'a loose mark',
      'talk.json',
      changing('thanks', (row) => [{ ...row, fr: 'Merci !' }]),
      'non-breaking space',
    ],
    [
      'jargon',
      'talk.json',
      changing('thanks', (row) => [{ ...row, en: 'Your ticket is closed.' }]),
      '"ticket*" is jargon: say "request"',
    ],
    [
      'blame in a safety text',
      'safety.json',
      changing('gas', (row) => [{ ...row, fr: 'Vous auriez dû aérer.' }]),
      'safety.json "gas".fr: "vous auriez dû" blames',
    ],
    [
      'a slot without a question',
      'slots.json',
      changing('containable', () => []),
      'slots.json "containable": has no question',
    ],
    [
      'a question put twice the same way',
      'slots.json',
      changing('containable', (row) => [{ ...row, again: row['ask'] }]),
      'two different sentences',
    ],
    ['a missing safety text', 'safety.json', changing('gas', () => []), 'safety.json "gas"'],
    [
      'a request without guidance',
      'guidance.json',
      changing('complaint', () => []),
      'guidance.json "complaint"',
    ],
    [
      'a number nobody knows',
      'talk.json',
      changing('thanks', (row) => [{ ...row, en: 'Call 01 40 20 20 20.' }]),
      'talk.json: "01 40 20 20 20" is not in emergency-numbers.json',
    ],
    [
      'a number that was never checked',
      'emergency-numbers.json',
      changing('gas', (row) => [{ ...row, checked: 'hier' }]),
      'must be a month',
    ],
    [
      'a danger without a table',
      'dangers.json',
      changing('gas_smell', () => []),
      'dangers.json "gas_smell": this danger has no table',
    ],
    [
      'a table that forgets a fact',
      'dangers.json',
      changing('gas_smell', (row) => [{ ...row, questions: ['address'] }]),
      'never asks for "location_detail"',
    ],
    [
      'a table that says nothing first',
      'dangers.json',
      changing('gas_smell', (row) => [{ ...row, safety: 'later' }]),
      'unknown safety text "later"',
    ],
    [
      'a row that waits for an impossible answer',
      'dangers.json',
      changing('gas_smell', (row) => [
        { ...row, turns: [{ slot: 'inside_or_outside', is: ['upstairs'], silent: true }] },
      ]),
      '"inside_or_outside" is never "upstairs"',
    ],
    [
      'a row that changes nothing',
      'dangers.json',
      changing('gas_smell', (row) => [
        { ...row, turns: [{ slot: 'inside_or_outside', is: ['inside'] }] },
      ]),
      'changes nothing',
    ],
    [
      'advice on a request that is none',
      'advice.json',
      changing('bereavement', (row) => [{ ...row, intents: ['moving'] }]),
      'advice.json "bereavement": names no request: "moving"',
    ],
    [
      'advice on a fact that nobody asks for',
      'advice.json',
      changing('bereavement', (row) => [{ ...row, slot: 'mood' }]),
      'advice.json "bereavement": names no question: "mood"',
    ],
    [
      'a request without a service',
      'services.json',
      changing('pests', () => []),
      'services.json "pests": is missing',
    ],
    [
      'a service that is none',
      'services.json',
      changing('pests', (row) => [row, { ...row, id: 'pets' }]),
      'services.json "pets": names no request',
    ],
    [
      'a service in one language',
      'services.json',
      changing('pests', (row) => [{ ...row, proof: { fr: 'Une photo.' } }]),
      'services.json "pests".proof.en: is missing',
    ],
    [
      'somebody who pays and is not known',
      'services.json',
      changing('pests', (row) => [{ ...row, payer: 'town' }]),
      'services.json "pests".payer: must be one of landlord',
    ],
    [
      'a slip in the name of a part',
      'services.json',
      changing('pests', (row) => [{ ...row, depend: row['depends'] }]),
      'services.json "pests".depend: is no part of it',
    ],
    [
      'a delay beside the table',
      'services.json',
      changing('pests', (row) => [
        { ...row, acts: { fr: 'Nous venons sous 3 jours.', en: 'We come soon.' } },
      ]),
      'Delays stand in catalogue.json only',
    ],
    [
      'a service that rests on nothing known',
      'services.json',
      changing('pests', (row) => [{ ...row, rules: ['no_pets'] }]),
      'services.json "pests": rests on an unknown rule: "no_pets"',
    ],
    [
      'a rule that nothing rests on',
      'legal-rules.json',
      changing('no_pests', (row) => [row, { ...row, id: 'no_pets' }]),
      'legal-rules.json "no_pets": no service rests on it',
    ],
    [
      'a rule that the State does not publish',
      'legal-rules.json',
      changing('no_pests', (row) => [{ ...row, source: 'https://example.com/law' }]),
      'legal-rules.json "no_pests".source: must be the address of a page of the State',
    ],
    [
      'an aside about nothing known',
      'asides.json',
      changing('who_pays', (row) => [{ ...row, about: 'money' }]),
      'must be one of pays, delay, acts',
    ],
    ['a file that is no JSON', 'asides.json', () => 'oops', 'asides.json: must be a list'],
  ] as const)('%s', (_, file, change, fault) => {
    expect(faultsOf(file, change)).toContain(fault);
  });

  test('several at once', () => {
    const faults = faultsOf('talk.json', (text) =>
      changing('thanks', () => [])(changing('help', () => [])(text)),
    );
    expect(faults).toContain('"thanks"');
    expect(faults).toContain('"help"');
  });
});

test('safety texts are said word for word', () => {
  const gas = parseContent(contentFiles()).safety.get('gas');
  expect(gas?.fr).toContain('0 800 47 33 33');
  expect(gas?.fr).toMatch(/^ODEUR DE GAZ\. Ne touchez à aucun interrupteur/);
});
