import { useEffect, useState } from 'preact/hooks';
import { Buttons } from './console-buttons.tsx';
import type { Desk } from './console-desk.ts';
import { meOf } from './console-state.ts';
import type { Agent } from './console-wire.ts';
import type { Words } from './console-words.ts';

/** Asks to whom a conversation goes, and why: nobody gets one without a word. */
export const Transfer = ({ desk, say }: { readonly desk: Desk; readonly say: Words }) => {
  const [agents, setAgents] = useState<readonly Agent[]>([]);
  useEffect(() => {
    desk.colleagues().then((all) => {
      setAgents(all.filter(({ id }) => id !== meOf(desk.state)?.agent.id));
    });
  }, []);
  const submit = (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }): void => {
    const data = new FormData(event.currentTarget);
    const note = String(data.get('note') ?? '').trim();
    const to = String(data.get('to') ?? '');
    if (note === '') event.preventDefault();
    else desk.order({ type: 'transfer', note, ...(to === '' ? {} : { to }) });
  };
  return (
    <form method="dialog" onSubmit={submit}>
      <p class="field">
        <label for="transfer-to">{say('transfer_to')}</label>
        <select id="transfer-to" name="to">
          <option value="">{say('to_queue')}</option>
          {agents.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <label for="transfer-note">{say('transfer_note')}</label>
        <textarea id="transfer-note" name="note" rows={3} required maxLength={4000} />
        <span class="hint">{say('transfer_hint')}</span>
      </p>
      <Buttons desk={desk} say={say} word={say('transfer')} />
    </form>
  );
};
