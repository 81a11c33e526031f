import { useEffect, useRef, useState } from 'preact/hooks';
import type { Desk } from './console-desk.ts';
import type { Entry } from './console-wire.ts';
import { type Words, wordsOf } from './console-words.ts';

/** The one live region: says each new message of the open conversation once, each danger, and each notice. */
export const Speaker = ({ desk, say }: { readonly desk: Desk; readonly say: Words }) => {
  const said = useNews(desk);
  const { notice } = desk.state;
  return (
    <div class="sr" aria-live="polite">
      {said.map(({ key, text }) => (
        <p key={key}>{text}</p>
      ))}
      {notice.value !== undefined && (
        <p key={notice.value.key}>{say(notice.value.key, notice.value.values)}</p>
      )}
    </div>
  );
};

type News = { readonly key: string; readonly text: string };

/** Lines kept in the live region; older ones have long been read. */
const KEPT = 5;

const useNews = (desk: Desk): readonly News[] => {
  const { open, openId, lists, language } = desk.state;
  const [news, setNews] = useState<readonly News[]>([]);
  const heard = useRef({ id: '', seq: 0, dangers: new Set<string>() });
  const say = wordsOf(language.value);
  const tell = (fresh: readonly News[]): void => {
    if (fresh.length > 0) setNews((before) => [...before, ...fresh].slice(-KEPT));
  };
  useEffect(() => {
    const shown = open.value;
    if (shown === undefined) return;
    const { id, seq } = heard.current;
    const last = shown.entries.at(-1)?.seq ?? 0;
    heard.current = { ...heard.current, id: shown.detail.id, seq: last };
    // What is there when a conversation is opened is read, not announced.
    if (id !== shown.detail.id) return;
    const fresh = shown.entries.filter((entry) => entry.seq > seq);
    tell(fresh.flatMap((entry) => spoken(`${id}:${entry.seq}`, entry, say)));
  }, [open.value, openId.value]);
  useEffect(() => {
    const { dangers } = heard.current;
    const all = lists.value.queue.filter(({ danger }) => danger);
    const fresh = all
      .map(({ id, rung = 0, lastText }) => ({ key: `d:${id}:${rung}`, text: lastText }))
      .filter(({ key }) => !dangers.has(key));
    for (const { key } of fresh) dangers.add(key);
    tell(fresh.map(({ key, text }) => ({ key, text: `${say('danger')}. ${text}` })));
  }, [lists.value]);
  return news;
};

const spoken = (key: string, entry: Entry, say: Words): readonly News[] => {
  if (entry.kind === 'message') {
    return [{ key, text: say('says_tenant', { text: entry.message.text || say('photo_came') }) }];
  }
  if (entry.kind !== 'reply') return [];
  const who = entry.by.kind === 'bot' ? say('bot') : entry.by.agent.name;
  return [{ key, text: say('says', { who, text: entry.reply.text }) }];
};
