import type { Understand, Understanding } from '../../bot/index.ts';

const NOTHING = { lang: 'fr', intents: [], guesses: [], outcome: 'unsure', slots: {} } as const;

/** Understands messages that say what they mean: `danger:gas_smell`, `doubt:fire_smoke`, `wants:rent_receipt`, `maybe:pests`, `oui`. */
export const understandLabels: Understand = (text) => {
  const [, kind = '', id = ''] = /(danger|doubt|wants|maybe|lang):(\w+)/.exec(text) ?? [];
  return { text, ...NOTHING, ...meant(kind, id, text) };
};

const meant = (kind: string, id: string, text: string): Partial<Understanding> => {
  switch (kind) {
    case 'danger':
      return { ...sure(id, text), danger: { intent: id, certainty: 'now', why: 'label' } };
    case 'doubt':
      return {
        ...sure(id, text),
        danger: { intent: id, certainty: 'doubt', why: 'label' },
        outcome: 'torn',
      };
    case 'wants':
      return sure(id, text);
    case 'maybe':
      return { guesses: [{ id, p: 0.3 }] };
    case 'lang':
      return { lang: id };
    default:
      return answer(text);
  }
};

const sure = (id: string, text: string): Partial<Understanding> => ({
  intents: [{ id, p: 0.97, span: { start: 0, end: text.length }, slots: {} }],
  guesses: [{ id, p: 0.97 }],
  outcome: 'sure',
});

const ANSWERS: Readonly<Record<string, string>> = {
  oui: 'yes',
  non: 'no',
  'je ne sais pas': 'unknown',
};

const answer = (text: string): Partial<Understanding> => {
  const value = ANSWERS[text];
  if (value !== undefined) return { slots: { yes_no: { value, said: text } } };
  if (text.startsWith('12 rue')) return { slots: { address: { value: text, said: text } } };
  return text === 'BCDFGH' ? { slots: { code: { value: text, said: text } } } : {};
};
