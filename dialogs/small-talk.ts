import type { Dialog } from '../bot/index.ts';
import { warnOnce } from './free-text.ts';
import { means } from './meaning.ts';
import { menuChoices, personChoice } from './menu.ts';
import { callPerson, type Moment, remember, runningOf, say, tell, words } from './moment.ts';
import { openStatus } from './status.ts';

/** Answers what is no request: greetings, thanks, questions about the bot, the menu, anger. */
export const smallTalk: Dialog<Moment> = {
  id: 'small-talk',
  begin: (moment) => {
    if (moment.choice !== undefined) return pressed(moment, moment.choice);
    const quiet = moment.input.holder === 'queue';
    const found = TALK.find(
      ({ intent, queued }) => means(moment, intent) && (queued === true || !quiet),
    );
    return found === undefined ? undefined : found.reply(remember(moment, { misses: 0 }));
  },
};

type SmallTalk = {
  readonly intent: string;
  readonly reply: (moment: Moment) => Moment;
  /** Worth an answer even while a human is on the way. */
  readonly queued?: true;
};

const withMenu = (moment: Moment, key: 'how_can_i_help' | 'help' | 'listening'): Moment =>
  runningOf(moment) === undefined
    ? tell(moment, words(moment, key), { choices: menuChoices(moment) })
    : moment;

const withPerson = (moment: Moment, key: 'identity' | 'abuse'): Moment =>
  tell(moment, words(moment, key), { choices: [personChoice(moment)] });

const TALK: readonly SmallTalk[] = [
  { intent: 'greet', reply: (m) => withMenu(m, 'how_can_i_help') },
  { intent: 'resume_start', reply: (m) => withMenu(m, 'how_can_i_help') },
  { intent: 'thanks_bye', reply: (m) => say(m, 'thanks') },
  { intent: 'affirm', reply: (m) => say(m, 'thanks') },
  { intent: 'deny', reply: (m) => say(m, 'phone_skipped') },
  { intent: 'help_menu', reply: (m) => withMenu(say(m, 'help'), 'listening'), queued: true },
  { intent: 'bot_identity', reply: (m) => withPerson(m, 'identity'), queued: true },
  { intent: 'abuse', reply: (m) => withPerson(m, 'abuse') },
  { intent: 'stop_optout', reply: (m) => callPerson(say(m, 'optout'), 'review', 'stop_optout') },
  {
    intent: 'privacy_rights',
    reply: (m) => callPerson(say(m, 'privacy'), 'review', 'privacy_rights'),
    queued: true,
  },
];

const askWhat = (moment: Moment): Moment => {
  const put = warnOnce(moment, words(moment, 'describe_it'));
  return tell(put.moment, put.text);
};

const pressed = (moment: Moment, choice: string): Moment | undefined => {
  if (choice === 'do:report') return askWhat(moment);
  if (choice === 'do:status') return openStatus(moment, {});
  return choice === 'do:other' ? say(remember(moment, { misses: 1 }), 'other_thing') : undefined;
};
