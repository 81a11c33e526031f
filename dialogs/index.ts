export { codeText } from './code-text.ts';
export type { Content, ShortWording } from './content.ts';
export { createTalk } from './create-talk.ts';
export {
  describeDue,
  describeIntent,
  describePlace,
  describePriority,
  describeSlot,
  describeValue,
} from './describe.ts';
export { phoneNumbersIn } from './emergency-numbers.ts';
export { createMask } from './mask.ts';
export { createNotice } from './notice.ts';
export { parseContent } from './parse-content.ts';
export { createPatience } from './patience.ts';
export { faultsIn, type PlainWords } from './plain-words.ts';
export { createServiceSheets } from './service-sheets.ts';
export { createSuggest } from './suggest.ts';
