import { Composer } from './console-composer.tsx';
import type { Desk } from './console-desk.ts';
import { Facts } from './console-facts.tsx';
import { Icon, type IconName } from './console-icons.tsx';
import { Others } from './console-others.tsx';
import { goTo } from './console-place.ts';
import { isMine, type Open } from './console-state.ts';
import { Transcript } from './console-transcript.tsx';
import { UndoClose } from './console-undo.tsx';
import type { Holder } from './console-wire.ts';
import { momentOf, tenantName, type Words } from './console-words.ts';

type Props = { readonly desk: Desk; readonly say: Words };

/** The conversation that is looked at: what to do, what is known, what was said, what to say. */
export const ConversationPane = ({ desk, say }: Props) => {
  const { openId, open } = desk.state;
  if (openId.value === undefined) return <Nothing say={say} />;
  const shown = open.value;
  return (
    <main class="pane" id="conversation" tabindex={-1}>
      {shown === undefined ? (
        <p class="empty">{say('loading')}</p>
      ) : (
        <Shown key={shown.detail.id} desk={desk} say={say} open={shown} />
      )}
    </main>
  );
};

const Nothing = ({ say }: { readonly say: Words }) => (
  <main class="pane nothing" id="conversation" tabindex={-1}>
    <div class="mark big">
      <Icon name="house" />
    </div>
    <h1>{say('nothing_open')}</h1>
    <p>{say('nothing_open_text')}</p>
  </main>
);

const Shown = ({ desk, say, open }: Props & { readonly open: Open }) => (
  <>
    <header class="pane-top">
      <button
        type="button"
        class="tool back"
        aria-label={say('back')}
        onClick={() => goTo(undefined)}
      >
        <Icon name="back" />
      </button>
      <div class="title">
        <h1>{tenantName(open.detail, say)}</h1>
        <p class="held">{heldBy(desk, say, open.detail.holder)}</p>
        <Others desk={desk} say={say} id={open.detail.id} />
      </div>
      <Doings desk={desk} say={say} holder={open.detail.holder} />
    </header>
    {open.detail.danger && (
      <p class="alarm-line">
        <Icon name="warning" />
        <strong>{say('danger_line')}</strong>
      </p>
    )}
    <Facts desk={desk} say={say} open={open} />
    <Transcript desk={desk} say={say} open={open} />
    <Composer desk={desk} say={say} open={open} />
  </>
);

const heldBy = (desk: Desk, say: Words, holder: Holder): string => {
  if (holder.kind !== 'agent') return say(`held_${holder.kind}`);
  if (holder.snoozed !== undefined) {
    const when = momentOf(holder.snoozed, desk.state.language.value);
    return say('held_snoozed', { name: holder.agent.name, when });
  }
  if (isMine(desk.state, holder)) return say('held_you');
  return say('held_by', { name: holder.agent.name });
};

const Doings = ({ desk, say, holder }: Props & { readonly holder: Holder }) => {
  const { dialog, pending, openId } = desk.state;
  const busy = pending.value.some(
    ({ conversation, command }) => conversation === openId.value && command.type === 'take',
  );
  const ask = (which: 'transfer' | 'close' | 'snooze' | 'release') => () => {
    dialog.value = which;
  };
  const release = () => desk.order({ type: 'release' });
  if (holder.kind === 'queue' || holder.kind === 'bot') {
    return (
      <div class="doings">
        {holder.kind === 'queue' && <Doing icon="robot" word={say('release')} run={release} />}
        <button
          type="button"
          class="main"
          disabled={busy}
          onClick={() => desk.order({ type: 'take' })}
        >
          {say('take')}{' '}
          <span class="key" aria-hidden="true">
            T
          </span>
        </button>
      </div>
    );
  }
  if (holder.kind === 'closed') return <UndoClose desk={desk} say={say} holder={holder} />;
  if (!isMine(desk.state, holder)) return undefined;
  return (
    <div class="doings">
      <Doing icon="clock" word={say('snooze')} run={ask('snooze')} />
      <Doing icon="move" word={say('transfer')} run={ask('transfer')} />
      <Doing icon="robot" word={say('release')} run={ask('release')} />
      <Doing icon="done" word={say('close')} run={ask('close')} />
    </div>
  );
};

const Doing = ({ icon, word, run }: { icon: IconName; word: string; run: () => void }) => (
  <button type="button" class="second" onClick={run}>
    <Icon name={icon} />
    <span>{word}</span>
  </button>
);
