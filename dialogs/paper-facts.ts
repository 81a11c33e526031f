import type { IncidentDraft } from '../bot/index.ts';
import { slotCard } from './content.ts';
import { describeValue } from './describe.ts';
import { isGrave } from './guide.ts';
import { type Moment, words } from './moment.ts';
import { UNKNOWN } from './read-answer.ts';

/** Who somebody is, and what they complain about, are not read out again. */
const UNSAID: readonly string[] = ['tenant_ref', 'subject'];

/** What a paper is asked with, so that a mistake is seen. */
export const paperFacts = (
  moment: Moment,
  { intent, slots }: Pick<IncidentDraft, 'intent' | 'slots'>,
): readonly string[] => {
  const { content, catalogue } = moment.tools;
  if (!content.guidance.has(intent) || isGrave(moment, intent, slots)) return [];
  const asked = catalogue.get(intent)?.slots.required ?? [];
  const facts = asked.flatMap((id) => {
    const value = slots[id];
    const label = slotCard(content, id, intent)?.label[moment.language];
    const silent = value === undefined || value.value === UNKNOWN || UNSAID.includes(id);
    if (silent || label === undefined) return [];
    const said = describeValue(content, { id, value, intent }, moment.language);
    return [words(moment, 'receipt_fact', { label, value: said })];
  });
  return facts.length === 0 ? [] : [facts.join(' ')];
};
