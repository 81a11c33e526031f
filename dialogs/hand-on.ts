import type { IntentCard } from '../bot/index.ts';
import { describeIntent } from './describe.ts';
import { callPerson, type Moment, tell, words } from './moment.ts';

/** Hands a request to a person with what was understood, and one useful sentence. */
export const handOn = (moment: Moment, { id }: IntentCard): Moment => {
  const { tools, language } = moment;
  const what = describeIntent(tools.catalogue, id, language);
  const guidance = tools.content.guidance.get(id)?.[language];
  const lines = [words(moment, 'admin_noted', { what }), ...(guidance ? [guidance] : [])];
  return callPerson(tell(moment, lines.join('\n')), 'review', id);
};
