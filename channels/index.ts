export { createErrorPages } from './error-pages.ts';
export { createServices, type ServicesParts } from './services.ts';
export { parseServicesWords, type ServicesWords } from './services-words.ts';
export { createSite } from './site.ts';
export { createTracking } from './tracking.ts';
export { parseTrackingWords, type TrackingWords } from './tracking-words.ts';
export { createVerifyPage } from './verify-page.ts';
export { createWebChat, WEB_CHAT_PATH, type WebChat } from './web-chat.ts';
export { parseWebErrorWords, type WebErrorWords } from './web-chat-errors.ts';
