import { createUnderstand, type Example, trainModel } from '../../nlp/index.ts';

const example = (intent: string, lang: 'fr' | 'en', text: string): Example => ({
  text,
  lang,
  intents: [intent],
});

/** A handful of examples: enough for what does not depend on them. */
export const FEW: readonly Example[] = [
  example('heating_failure', 'fr', 'plus de chauffage depuis hier'),
  example('heating_failure', 'fr', 'les radiateurs sont froids'),
  example('heating_failure', 'en', 'no heating since yesterday'),
  example('heating_failure', 'en', 'the radiators are cold'),
  example('pests', 'fr', 'il y a des cafards dans la cuisine'),
  example('pests', 'fr', 'des souris dans le placard'),
  example('pests', 'en', 'cockroaches in the kitchen'),
  example('pests', 'en', 'we have mice in the cupboard'),
  example('affirm', 'fr', 'oui'),
  example('affirm', 'en', 'yes'),
];

/** Understands with the handful: for slots, languages of other scripts and form. */
export const understandFew = createUnderstand(await trainModel(FEW));
