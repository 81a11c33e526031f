import type { Talk } from '../bot/index.ts';
import { askStanding, carryOn } from './carry-on.ts';
import { withDays } from './dated.ts';
import { heardPlainly } from './denied.ts';
import { DIALOGS } from './dialogs.ts';
import { notUnderstood } from './fallback.ts';
import { finish } from './finish.ts';
import { firstOf } from './first-of.ts';
import { hear } from './hear.ts';
import { menuChoices } from './menu.ts';
import { type Moment, pop, remember, type TalkTools, tell, topOf, words } from './moment.ts';
import { LEASE, readProof } from './read-proof.ts';
import { keepKnown } from './register.ts';
import { tellWait } from './tell-wait.ts';

/** Builds what the bot says. Pure: facts from outside are asked for, never fetched. */
export const createTalk =
  (tools: TalkTools): Talk =>
  (input) => {
    const moment = hear(input, tools);
    const done = input.message === undefined ? open(moment) : tellWait(carryOn(listen(moment)));
    const query = moment.look.missing();
    return query === undefined ? finish(done) : { kind: 'need', query };
  };

/** Somebody opened the chat without a word: a greeting the first time, the open question after that. */
const open = (moment: Moment): Moment => {
  if (moment.state.greeted) return askStanding(moment);
  return tell(moment, words(moment, 'how_can_i_help'), { choices: menuChoices(moment) });
};

const listen = (heard: Moment): Moment => {
  const moment = keepPhone(keepPhotos(withDays(heard)));
  const resume = DIALOGS.find(({ id }) => id === topOf(moment)?.dialog)?.resume;
  const taken = firstOf(moment, [...DIALOGS.map(({ interrupt }) => interrupt), resume]);
  if (taken !== undefined) return taken;
  const free = letGo(moment);
  return (
    firstOf(
      free,
      DIALOGS.map(({ begin }) => begin),
    ) ?? notUnderstood(free)
  );
};

const keepPhotos = (moment: Moment): Moment => {
  const sent = moment.input.message?.photos ?? [];
  if (sent.length === 0) return moment;
  return remember(moment, {
    photos: [...(moment.state.photos ?? []), ...sent].slice(-MOST_PHOTOS),
  });
};

const MOST_PHOTOS = 5;

/** A telephone number that is told by the way is not asked for any more. */
const keepPhone = (moment: Moment): Moment => {
  const { phone } = heardPlainly(moment).heard.slots;
  if (phone === undefined || moment.choice !== undefined) return moment;
  const top = topOf(moment);
  // Ten figures beside a birth date are a lease.
  const proves = top?.asked === LEASE && readProof(moment.text, LEASE).birth !== undefined;
  const settled = top?.dialog === 'after' || proves;
  return settled ? moment : keepKnown(moment, { callback_phone: phone });
};

/** Dialogs that give the floor back when the tenant talks about something else. */
const PASSING = ['choose', 'status', 'appointment', 'same', 'cancel', 'silence', 'returning'];

const letGo = (moment: Moment): Moment =>
  PASSING.includes(topOf(moment)?.dialog ?? '') ? pop(moment) : moment;
