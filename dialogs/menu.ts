import type { Choice } from '../bot/index.ts';
import { describeIntent } from './describe.ts';
import { type Moment, words } from './moment.ts';

/** What tenants write about most. */
const COMMON = ['water_leak', 'heating_failure', 'lift_breakdown'];

/** The buttons under a greeting: report, follow, the common problems, a person. */
export const menuChoices = (moment: Moment): readonly Choice[] => [
  { title: words(moment, 'menu_report'), value: 'do:report' },
  { title: words(moment, 'menu_status'), value: 'do:status' },
  ...COMMON.filter((id) => moment.tools.catalogue.has(id)).map((id) => intentChoice(moment, id)),
  personChoice(moment),
];

/** A button that starts a request. */
export const intentChoice = ({ tools, language }: Moment, id: string): Choice => ({
  title: describeIntent(tools.catalogue, id, language),
  value: `intent:${id}`,
});

/** The button to a person. */
export const personChoice = (moment: Moment): Choice => ({
  title: words(moment, 'menu_person'),
  value: 'do:person',
});
