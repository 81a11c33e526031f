/** The dangers that come before everything else. */
const DANGERS: readonly string[] = [
  'fire_smoke',
  'gas_smell',
  'carbon_monoxide',
  'electrical_danger',
  'lift_entrapment',
  'structural_danger',
  'violence_or_threat',
];

/** What people say about the conversation itself rather than about their home. */
const CONTROLS: readonly string[] = [
  'greet',
  'thanks_bye',
  'talk_to_human',
  'affirm',
  'deny',
  'correct_info',
  'dont_know',
  'change_language',
  'stop_optout',
  'resume_start',
  'privacy_rights',
  'bot_identity',
  'help_menu',
  'cancel_restart',
  'abuse',
  'out_of_scope',
];

/** What a landlord cannot help with. */
export const OUT_OF_SCOPE = 'out_of_scope';

/** Whether an intent asks for something to be done. */
export const isRequest = (intent: string): boolean => !CONTROLS.includes(intent);

/** Whether an intent is a danger. */
export const isDanger = (intent: string): boolean => DANGERS.includes(intent);
