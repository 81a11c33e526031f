import type { Incident, IntentCard } from '../bot/index.ts';
import { describeIntent } from './describe.ts';
import { type Moment, push, tell, words } from './moment.ts';
import { openHere } from './reported.ts';

/** The incident of this conversation that a request may be about once more. */
export const toldBefore = (moment: Moment, cards: readonly IntentCard[]): Incident | undefined => {
  const [card, another] = cards;
  if (card === undefined || another !== undefined || card.domain === 'emergency') return undefined;
  const open = openHere(moment);
  const same = open.find(({ intent }) => intent === card.id);
  return same ?? (moment.heard.outcome === 'sure' ? undefined : open.find(mayBe(card)));
};

/** What is easily taken for another may be more about what was just reported. */
const mayBe =
  ({ confusable }: IntentCard) =>
  ({ intent }: Incident): boolean =>
    confusable.includes(intent);

/** Asks whether it is the same thing, so that nothing is noted twice. */
export const askSame = (moment: Moment, { code, intent }: Incident): Moment => {
  const memory = { code, text: moment.text };
  const what = describeIntent(moment.tools.catalogue, intent, moment.language);
  const choices = [
    { title: words(moment, 'same_yes'), value: 'same=yes' },
    { title: words(moment, 'same_no'), value: 'same=no' },
  ];
  const framed = push(moment, { dialog: 'same', intent, slots: {}, memory });
  return tell(framed, words(moment, 'same_ask', { what, code }), { choices });
};
