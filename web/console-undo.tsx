import { useEffect, useState } from 'preact/hooks';
import type { Desk } from './console-desk.ts';
import { meOf } from './console-state.ts';
import type { Holder } from './console-wire.ts';
import type { Words } from './console-words.ts';

/** A close can be taken back for this long after it is seen, ms: a little less than the server gives. */
const UNDO = 9_000;

/** Takes back a close that this person has just made; the tenant has not been told yet. */
export const UndoClose = (props: {
  readonly desk: Desk;
  readonly say: Words;
  readonly holder: Extract<Holder, { kind: 'closed' }>;
}) => {
  const { desk, say, holder } = props;
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), UNDO);
    return () => clearTimeout(timer);
  }, [holder.since]);
  const me = meOf(desk.state)?.agent.id;
  if (over || holder.undo === undefined || holder.undo.by.id !== me) return undefined;
  return (
    <div class="doings">
      <span class="soft">{say('undo_text')}</span>
      <button type="button" class="main" onClick={() => desk.order({ type: 'undo_close' })}>
        {say('undo_close')}
      </button>
    </div>
  );
};
