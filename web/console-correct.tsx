import { useEffect, useState } from 'preact/hooks';
import { useLoaded } from './console-account-loaded.ts';
import type { IntentLine } from './console-account-wire.ts';
import { Buttons } from './console-buttons.tsx';
import type { Desk } from './console-desk.ts';
import type { Open } from './console-state.ts';
import { errorIn } from './console-wire.ts';
import { named, type WordKey, type Words } from './console-words.ts';

type Props = { readonly desk: Desk; readonly say: Words };

/** As much of a message as tells it from the others, characters. */
const ENOUGH = 70;

/** Opens the question what a message really meant. */
export const CorrectButton = ({ desk, say }: Props) => (
  <button
    type="button"
    class="plain"
    onClick={() => {
      desk.state.dialog.value = 'correct';
    }}
  >
    {say('correct_open')}{' '}
    <span class="key" aria-hidden="true">
      C
    </span>
  </button>
);

/** The tenant's messages with words, the newest first. */
const messagesOf = (open: Open | undefined) =>
  (open?.entries ?? [])
    .flatMap((entry) =>
      entry.kind === 'message' && entry.message.text !== ''
        ? [{ seq: entry.seq, text: entry.message.text }]
        : [],
    )
    .reverse();

/** Asks what a message really meant; Loge learns from it once a supervisor agrees. */
export const Correct = ({ desk, say }: Props) => {
  const { body } = useLoaded(desk.account.intents);
  const [fault, setFault] = useState<WordKey | undefined>(undefined);
  const open = desk.state.open.value;
  const submit = async (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const intents = data
      .getAll('intent')
      .map(String)
      .filter((id) => id !== '');
    const seq = Number(data.get('seq'));
    const result = await desk.account.mark(open?.detail.id ?? '', { seq, intents });
    if (result.kind !== 'ok') {
      const other = result.kind === 'refused' && errorIn(result.body) === 'other_language';
      return setFault(other ? 'correct_language' : 'correct_fault');
    }
    desk.state.dialog.value = 'none';
    desk.state.notice.value = { key: 'correct_done', kind: 'told' };
  };
  return (
    <form onSubmit={submit}>
      <p>{say('correct_text')}</p>
      {fault !== undefined && (
        <p class="told bad" role="alert">
          {say(fault)}
        </p>
      )}
      <p class="field">
        <label for="correct-seq">{say('correct_message')}</label>
        <select id="correct-seq" name="seq" required>
          {messagesOf(open).map(({ seq, text }) => (
            <option key={seq} value={seq}>
              {text.length > ENOUGH ? `${text.slice(0, ENOUGH)}…` : text}
            </option>
          ))}
        </select>
      </p>
      <Intent desk={desk} say={say} intents={body?.intents ?? []} id="correct-1" required />
      <Intent desk={desk} say={say} intents={body?.intents ?? []} id="correct-2" />
      <Buttons desk={desk} say={say} word={say('correct_send')} />
    </form>
  );
};

/** Whether it was a danger is said by the group the meaning stands in: the two cannot contradict each other. */
const Intent = (
  props: Props & {
    readonly intents: readonly IntentLine[];
    readonly id: string;
    readonly required?: boolean;
  },
) => {
  const { desk, say, intents, id, required = false } = props;
  const language = desk.state.language.value;
  const [sorted, setSorted] = useState<readonly IntentLine[]>([]);
  const nameOf = (one: IntentLine): string => one.name?.[language] ?? named(say, 'intent', one.id);
  useEffect(() => {
    setSorted([...intents].sort((a, b) => nameOf(a).localeCompare(nameOf(b), language)));
  }, [intents, language]);
  return (
    <p class="field">
      <label for={id}>{say(required ? 'correct_intent' : 'correct_also')}</label>
      <select id={id} name="intent" required={required}>
        <option value="">{say(required ? 'correct_choose' : 'correct_nothing')}</option>
        {[true, false].map((danger) => (
          <optgroup key={String(danger)} label={say(danger ? 'correct_danger' : 'correct_calm')}>
            {sorted
              .filter((one) => one.danger === danger)
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {nameOf(one)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </p>
  );
};
