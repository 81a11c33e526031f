import { IDENTITY, type IncidentDraft, TO_CHECK } from '../bot/index.ts';
import { describeDue, describeIntent, describePlace, describePriority } from './describe.ts';
import { isGrave } from './guide.ts';
import { type Moment, tell, words } from './moment.ts';
import { paperFacts } from './paper-facts.ts';
import { receiptFacts } from './receipt-facts.ts';

/** What an incident is told by: what, where, how fast, and its code. */
export type Told = Pick<IncidentDraft, 'code' | 'intent' | 'priority' | 'due' | 'place' | 'slots'>;

/** Tells that an incident is registered, or corrected, in one bubble; `before` is said in the same breath. */
export const sayReceipt = (
  moment: Moment,
  told: Told,
  manner: { readonly before?: string; readonly again?: boolean } = {},
): Moment => {
  const { code, intent, priority, due } = told;
  const end = moment.tools.content.dangers.get(intent)?.end[moment.language];
  const lines = isDiscreet(moment, intent)
    ? [words(moment, 'receipt_discreet', { code }), ...(end === undefined ? [] : [end])]
    : receiptLines(moment, told, manner.again === true);
  const text = [...(manner.before === undefined ? [] : [manner.before]), ...lines].join('\n');
  return tell(moment, text, { incident: { code, intent, priority, due } });
};

/** Whether the subject of a request could harm the tenant on a screen that others see. */
export const isDiscreet = ({ tools }: Moment, intent: string): boolean =>
  tools.content.dangers.get(intent)?.discreet === true;

/** What happens now that it is noted. */
const nextStep = (moment: Moment, intent: string): string => {
  const guidance = moment.tools.content.guidance.get(intent);
  if (guidance === undefined) return words(moment, 'receipt_more');
  return guidance.next?.[moment.language] ?? words(moment, 'receipt_fix');
};

/** Nothing personal is sent before it is known who asks; after a death nobody is told so. */
const whoIsChecked = (moment: Moment, { intent, slots }: Told): readonly string[] =>
  slots[IDENTITY]?.value === TO_CHECK && !isGrave(moment, intent, slots)
    ? [words(moment, 'receipt_to_check')]
    : [];

const receiptLines = (moment: Moment, told: Told, again: boolean): readonly string[] => {
  const { tools, language } = moment;
  const { code, intent, priority, due, place, slots } = told;
  const what = describeIntent(tools.catalogue, intent, language);
  const end = again ? undefined : tools.content.dangers.get(intent)?.end;
  const where = place && describePlace(tools.content, { place, slots, intent }, language);
  const facts = receiptFacts(moment, slots);
  return [
    words(moment, again ? 'receipt_again' : 'receipt_what', { what }),
    ...(where === undefined ? [] : [words(moment, 'receipt_where', { place: where })]),
    ...(facts === '' ? [] : [facts]),
    ...paperFacts(moment, told),
    words(moment, 'receipt_due', {
      priority: describePriority(tools.content, priority, language),
      due: describeDue(tools.content, due, language),
    }),
    words(moment, 'receipt_code', { code }),
    ...(end === undefined ? [] : [end[language]]),
    ...whoIsChecked(moment, told),
    ...(priority === 'P0' ? [] : [nextStep(moment, intent)]),
  ];
};
