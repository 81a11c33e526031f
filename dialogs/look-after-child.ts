import { saysCue } from './cue.ts';
import { fold } from './fold.ts';
import { callPerson, type Moment, remember, words } from './moment.ts';

/** Where one thing that is said ends and the next begins. */
const SEAM = /[.,;:!?\n]+|\s(?:et|and|mais|but)\s/iu;

/** A child who writes alone is told to call a grown-up, and a person is alerted, once; a danger has its own words. */
export const lookAfterChild = (moment: Moment): Moment => {
  const { state, choice, language, replies } = moment;
  const known = state.child === true || moment.handoff?.reason === 'danger';
  if (known || choice !== undefined || !isChild(moment)) return moment;
  const at = replies.findLastIndex(({ safety }) => safety !== undefined) + 1;
  const reply = { text: words(moment, 'child_alone'), language };
  const told = [...replies.slice(0, at), reply, ...replies.slice(at)];
  const called = callPerson({ ...moment, replies: told }, 'danger', 'child alone');
  return remember(called, { child: true });
};

const isChild = (moment: Moment): boolean => saysCue(moment, 'child') || tellsAge(moment);

/** Whether a text tells a child's age: "j'ai 10 ans" ends there, "j'ai 10 ans de bail" does not. */
export const tellsAge = ({ text, tools }: Moment): boolean => {
  const ages = tools.content.cues.get('child_age') ?? [];
  return text
    .split(SEAM)
    .map(fold)
    .some((part) => ages.some((age) => part.endsWith(` ${age} `)));
};
