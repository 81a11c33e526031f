import { useState } from 'preact/hooks';
import { Fault } from './console-account-fault.tsx';
import { useLoaded } from './console-account-loaded.ts';
import type { CorrectionLine, IntentLine } from './console-account-wire.ts';
import type { Desk } from './console-desk.ts';
import { addressOf } from './console-place.ts';
import { named, type WordKey, type Words } from './console-words.ts';

type Props = { readonly desk: Desk; readonly say: Words };

/** What agents say messages meant, to be approved or rejected before Loge can learn from it. */
export const CorrectionsPage = ({ desk, say }: Props) => {
  const { body, failed, again } = useLoaded(desk.account.corrections);
  const intents = useLoaded(desk.account.intents);
  const [told, setTold] = useState<WordKey | undefined>(undefined);
  const decide = async (id: string, approved: boolean): Promise<void> => {
    const result = await desk.account.decide(id, approved);
    setTold(result.kind === 'ok' ? 'review_done' : 'review_late');
    await again();
  };
  return (
    <>
      <p class="soft">{say('review_text')}</p>
      <p class="buttons start">
        <a class="second" href="/api/desk/corrections/file" download="corrections.jsonl">
          {say('review_file')}
        </a>
      </p>
      <p class="told" role="status" hidden={told === undefined}>
        {told !== undefined && say(told)}
      </p>
      {failed && <Fault say={say} again={again} />}
      {body?.corrections.length === 0 && <p class="soft">{say('review_none')}</p>}
      <ul class="office-list">
        {body?.corrections.map((one) => (
          <li key={one.id}>
            <Marked
              desk={desk}
              say={say}
              correction={one}
              intents={intents.body?.intents ?? []}
              decide={(approved) => decide(one.id, approved)}
            />
          </li>
        ))}
      </ul>
    </>
  );
};

const Marked = (
  props: Props & {
    readonly correction: CorrectionLine;
    readonly intents: readonly IntentLine[];
    readonly decide: (approved: boolean) => void;
  },
) => {
  const { desk, say, correction, intents, decide } = props;
  const { conversation, text, lang, danger, by } = correction;
  const language = desk.state.language.value;
  const nameOf = (id: string): string =>
    intents.find((one) => one.id === id)?.name?.[language] ?? named(say, 'intent', id);
  return (
    <>
      <blockquote lang={lang}>{text}</blockquote>
      <p>
        <strong>{correction.intents.map(nameOf).join(', ')}</strong>
        {danger && <span class="chip alarm">{say('danger')}</span>}
      </p>
      <p class="soft">
        {say('review_by', { name: by.name ?? by.id })} ·{' '}
        <a href={addressOf(conversation)}>{say('audit_conversation')}</a>
      </p>
      <p class="buttons start">
        <button type="button" class="main" onClick={() => decide(true)}>
          {say('review_approve')}
        </button>
        <button type="button" class="second" onClick={() => decide(false)}>
          {say('review_reject')}
        </button>
      </p>
    </>
  );
};
