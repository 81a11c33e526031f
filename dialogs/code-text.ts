import type { Language } from '../bot/index.ts';
import type { Content } from './content.ts';
import { sentence } from './sentence.ts';

/** The words of the SMS that brings a code, with signs that cost no second SMS. */
export const codeText = (content: Content, language: Language, code: string): string =>
  sentence(content, language, 'code_text', { code })
    .replace(/[\u00a0\u202f]/g, ' ')
    .replaceAll('’', "'");
