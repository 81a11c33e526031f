import type { Frame, Slots } from '../bot/index.ts';
import { slotCard } from './content.ts';
import { correctIncident } from './correct-incident.ts';
import { applies } from './danger-path.ts';
import { type Moment, swap, tell } from './moment.ts';
import { worded } from './read-answer.ts';

/** "Je suis dehors", said after the receipt of a danger: its table says what to answer, and the incident keeps it. */
export const toldAfterDanger = (moment: Moment, frame: Frame): Moment | undefined => {
  const told = whereabouts(moment, frame);
  const turns = moment.tools.content.dangers.get(frame.intent ?? '')?.turns ?? [];
  const said = turns.filter((turn) => applies(turn, told)).flatMap(({ say }) => say ?? []);
  const [first] = said;
  if (first === undefined) return undefined;
  const change = correctIncident(moment, frame, { kind: 'corrected', slots: told });
  if (change === undefined) return moment.look.missing() === undefined ? undefined : moment;
  const kept = swap(moment, { ...frame, slots: { ...frame.slots, ...told } });
  return { ...tell(kept, first[moment.language]), corrected: [change] };
};

/** Answers whose words count only where they were asked for, or here. */
const whereabouts = (moment: Moment, { intent = '', slots }: Frame): Slots =>
  moment.choice !== undefined || /\d/.test(moment.text)
    ? {}
    : Object.fromEntries(
        Object.keys(slots).flatMap((slot) => {
          const card = slotCard(moment.tools.content, slot, intent);
          const said = card?.later === true ? worded(moment, card) : undefined;
          return said === undefined ? [] : [[slot, said] as const];
        }),
      );
