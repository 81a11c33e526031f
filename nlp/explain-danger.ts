import { chanceOfDanger } from './danger-chance.ts';
import { createDangerRules, type Ruling } from './danger-rules.ts';
import type { Explained, Row } from './explain.ts';
import { ruleBoth } from './rule-both.ts';

/** Whether a text is taken for a danger, and the rule or the words that decided. */
export const explainDanger = (explained: Explained): readonly Row[] => {
  const { danger } = explained.understood;
  const ruling = ruleBoth(createDangerRules(), explained);
  const chance = chanceOf(explained, ruling);
  if (danger === undefined) {
    return [['danger', `none${chance}${dismissedBy(ruling)}`]];
  }
  const kind = danger.certainty === 'now' ? 'now' : 'perhaps, asked once';
  return [['danger', `${danger.intent}, ${kind}: ${danger.why}${chance}`]];
};

const chanceOf = ({ model, judged, parts }: Explained, ruling: Ruling): string => {
  if (model.danger === undefined) return '';
  const chance = chanceOfDanger(model, judged, { ruling, parts }).toFixed(2);
  return `; chance ${chance}, the alarm rings from ${model.thresholds.danger.toFixed(2)} on`;
};

const dismissedBy = ({ dangers, dismissed }: Ruling): string => {
  if (dangers.length > 0) return '';
  return dismissed.size > 0
    ? `; the text names and denies ${[...dismissed].join(', ')}`
    : '; no rule speaks';
};
