export { createErrorPages } from './error-pages.ts';
export { type PhotoPageWords, parsePhotoPageWords } from './photo-page-words.ts';
export { createServices, type ServicesParts } from './services.ts';
export { parseServicesWords, type ServicesWords } from './services-words.ts';
export { createSite } from './site.ts';
export { createSms, type OpenSms, type Sms } from './sms.ts';
export type {
  SmsCall,
  SmsFound,
  SmsProvider,
  SmsReceived,
  SmsStatus,
  SmsText,
} from './sms-provider.ts';
export { renderSms, type SmsPaper } from './sms-render.ts';
export { type Segments, segmentsOf } from './sms-segments.ts';
export { createShorten } from './sms-short.ts';
export { createTexts, type SendText } from './sms-texts.ts';
export { createSmsFactor } from './smsfactor.ts';
export { createTracking } from './tracking.ts';
export { parseTrackingWords, type TrackingWords } from './tracking-words.ts';
export { createTwilio } from './twilio.ts';
export { createVerifyPage } from './verify-page.ts';
export { createWebChat, WEB_CHAT_PATH, type WebChat } from './web-chat.ts';
export { parseWebErrorWords, type WebErrorWords } from './web-chat-errors.ts';
