import { authorName } from './bubble.tsx';
import type { Chat } from './chat.ts';
import type { Activity } from './wire.ts';
import type { Words } from './words.ts';

/** The one live region: says each new message once, and what happens to the connection. */
export const Announcer = ({ chat, say }: { readonly chat: Chat; readonly say: Words }) => (
  <div class="sr" aria-live="polite">
    {chat.state.fresh.value.map((activity) => (
      <p key={activity.id}>
        <span lang={activity.lang}>{sentence(activity, say)}</span>
      </p>
    ))}
    {chat.state.notice.value !== '' && (
      <p key={chat.state.notice.value}>{chat.state.notice.value}</p>
    )}
  </div>
);

const sentence = (activity: Activity, say: Words): string => {
  const { text, receipt, photos, author, safety } = activity;
  const parts = [
    safety ? `${say('safety')}.` : '',
    text,
    receipt === undefined ? '' : `${say('receipt_code')} ${receipt.code}.`,
    photos.length > 0 ? say('says_photo') : '',
  ];
  return say('says', { who: authorName(author, say), text: parts.filter(Boolean).join(' ') });
};
