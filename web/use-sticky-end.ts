import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Chat } from './chat.ts';

/** Nearer to the end than this counts as reading the end, pixels. */
const NEAR = 60;

/** How a transcript follows the conversation. */
export type StickyEnd = { readonly toEnd: () => void; readonly onScroll: () => void };

/** Keeps the end in view for who reads the end or has just written, and leaves everybody else alone. */
export const useStickyEnd = (chat: Chat, ref: RefObject<HTMLElement | null>): StickyEnd => {
  const { activities, drafts, typing, shown } = chat.state;
  // Where the end was when it was last in view: who is higher up now has moved away on purpose.
  const end = useRef(0);
  const written = useRef(0);
  const toEnd = () => {
    const log = ref.current;
    if (log === null) return;
    log.scrollTo({ top: log.scrollHeight });
    end.current = log.scrollTop;
    chat.seen();
  };
  const onScroll = () => {
    const log = ref.current;
    if (log === null || log.scrollHeight - log.scrollTop - log.clientHeight >= NEAR) return;
    end.current = log.scrollTop;
    if (!document.hidden) chat.seen();
  };
  useLayoutEffect(() => {
    const log = ref.current;
    const wrote = drafts.value.length > written.current;
    written.current = drafts.value.length;
    // A closed panel has no place to scroll to; opened again, it shows the end.
    if (!shown.value) end.current = 0;
    else if (wrote || (log !== null && log.scrollTop >= end.current - NEAR)) toEnd();
  }, [activities.value, drafts.value, typing.value, shown.value]);
  return { toEnd, onScroll };
};
