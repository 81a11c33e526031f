import type { Notice } from '../bot/index.ts';
import type { Content } from './content.ts';
import { sentence } from './sentence.ts';

/** Words what happens to a conversation: who took over, that the bot is back. */
export const createNotice =
  (content: Content): Notice =>
  (kind, language, { agent }) => ({
    text: sentence(content, language, `notice_${kind}`, {
      agent: agent ?? sentence(content, language, 'agent_unnamed'),
    }),
    language,
  });
