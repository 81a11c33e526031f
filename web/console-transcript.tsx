import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Desk } from './console-desk.ts';
import { Line, PendingLine } from './console-line.tsx';
import { unseen } from './console-outbox.ts';
import type { Open } from './console-state.ts';
import type { Words } from './console-words.ts';
import { moveFocus } from './roving-focus.ts';

/** This close to the end, px, the newest line is being read. */
const NEAR_END = 80;

/** What was said and done, oldest first; it follows the newest line only for those who read the end. */
export const Transcript = (props: {
  readonly desk: Desk;
  readonly say: Words;
  readonly open: Open;
}) => {
  const { desk, say, open } = props;
  const { pending } = desk.state;
  const waiting = unseen(pending.value, open.detail.id, open.entries);
  const { box, fresh, follow, scrolled } = useEnd(open.entries.at(-1)?.seq ?? 0, waiting.length);
  return (
    <div class="transcript-box">
      <div
        class="transcript"
        ref={box}
        role="log"
        aria-live="off"
        aria-label={say('transcript')}
        tabindex={0}
        onScroll={scrolled}
        onKeyDown={moveFocus}
      >
        <ol>
          {open.entries.map((entry) => (
            <Line key={entry.seq} desk={desk} say={say} open={open} entry={entry} />
          ))}
          {waiting.map((one) => (
            <PendingLine key={one.command.id} desk={desk} say={say} pending={one} />
          ))}
        </ol>
      </div>
      {fresh > 0 && (
        <button type="button" class="fresh" onClick={follow}>
          {say(fresh === 1 ? 'fresh_one' : 'fresh_many', { count: fresh })}
        </button>
      )}
    </div>
  );
};

/** Keeps the end in view while it is being read, and counts what came since while it is not. */
const useEnd = (last: number, waiting: number) => {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [seen, setSeen] = useState(last);
  const toEnd = (): void => {
    box.current?.scrollTo({ top: box.current.scrollHeight });
  };
  useLayoutEffect(() => {
    if (!atEnd.current && waiting === 0) return;
    toEnd();
    setSeen(last);
  }, [last, waiting]);
  return {
    box,
    fresh: last - seen,
    follow: () => {
      toEnd();
      setSeen(last);
    },
    scrolled: () => {
      const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = box.current ?? {};
      atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
      if (atEnd.current) setSeen(last);
    },
  };
};
