import type { Dialog } from '../bot/index.ts';
import { saysCue } from './cue.ts';
import type { EmergencyNumber } from './emergency-numbers.ts';
import { fold, says } from './fold.ts';
import { type Moment, remember, tell, words } from './moment.ts';

/** Tells an emergency number to somebody who only asks for it. */
export const numbers: Dialog<Moment> = {
  id: 'numbers',
  begin: (moment) => {
    const found = moment.choice === undefined && saysCue(moment, 'number') ? asked(moment) : [];
    if (found.length === 0) return undefined;
    const lines = found.map((one) => lineOf(moment, one));
    const text = [...lines, words(moment, 'number_danger')].join('\n');
    return tell(remember(moment, { misses: 0 }), text);
  },
};

const asked = ({ text, tools }: Moment): readonly EmergencyNumber[] => {
  const folded = fold(text);
  return tools.content.numbers.filter((one) => one.words.some((word) => says(folded, word)));
};

const lineOf = (moment: Moment, one: EmergencyNumber): string =>
  words(moment, 'number_for', { what: one[moment.language], number: one.number });
