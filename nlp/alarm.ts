import { createUnderstand } from './create-understand.ts';
import type { Model } from './model.ts';

/** How far the alarm may be lowered: shares of the chance that the model itself would choose. */
const LOWERED = [1, 0.9, 0.8, 0.7, 0.6, 0.5] as const;

/** How far a model's alarm must be lowered to hear the dangers in these texts; 1 when that is not possible. */
export const alarmFor = (model: Model, texts: readonly string[]): number => {
  const hearsAll = (share: number): boolean => {
    const understand = createUnderstand(withAlarm(model, share));
    return texts.every((text) => understand(text, {}).danger?.certainty === 'now');
  };
  return LOWERED.find(hearsAll) ?? 1;
};

/** The model with its alarm lowered to a share of the chance that it would choose itself. */
export const withAlarm = (model: Model, share: number): Model => {
  const danger = model.thresholds.danger * share;
  return { ...model, thresholds: { ...model.thresholds, danger } };
};
