import type { Desk } from './console-desk.ts';
import { Icon } from './console-icons.tsx';
import { addressOf } from './console-place.ts';
import { countOf, isMine, listOf, TABS, type Tab } from './console-state.ts';
import type { Holder, Summary } from './console-wire.ts';
import { lengthOf, named, tenantName, timeOf, type Words } from './console-words.ts';

type Props = { readonly desk: Desk; readonly say: Words };

/** The lists: one tab each, with how many it holds. */
export const ListPane = ({ desk, say }: Props) => {
  const { tab } = desk.state;
  const list = listOf(desk.state, tab.value);
  const colleagues = list.findIndex(({ holder }) => !isMine(desk.state, holder));
  const cut = tab.value === 'mine' && colleagues !== -1 ? colleagues : list.length;
  return (
    <nav class="list-pane" aria-label={say('lists')}>
      <ul class="tabs">
        {TABS.map((one) => (
          <TabButton key={one} desk={desk} say={say} tab={one} />
        ))}
      </ul>
      <h2 class="sr">{say(`tab_${tab.value}`)}</h2>
      <div class="cards-box">
        {cut === 0 && <Empty desk={desk} say={say} />}
        <Cards desk={desk} say={say} list={list.slice(0, cut)} />
        {cut < list.length && <h3 class="group">{say('colleagues')}</h3>}
        <Cards desk={desk} say={say} list={list.slice(cut)} />
      </div>
    </nav>
  );
};

const TabButton = ({ desk, say, tab }: Props & { readonly tab: Tab }) => {
  const count = countOf(desk.state, tab);
  const danger = tab === 'queue' && desk.state.lists.value.queue.some((one) => one.danger);
  return (
    <li>
      <button
        type="button"
        class={danger ? 'tab danger' : 'tab'}
        aria-current={desk.state.tab.value === tab ? 'true' : undefined}
        onClick={() => desk.look(tab)}
      >
        <span>{say(`tab_${tab}`)}</span>
        <span class="count" aria-live="off">
          {count}
        </span>
      </button>
    </li>
  );
};

const Empty = ({ desk, say }: Props) => {
  const { tab, loaded } = desk.state;
  return <p class="empty">{loaded.value ? say(`empty_${tab.value}`) : say('loading')}</p>;
};

const Cards = ({ desk, say, list }: Props & { readonly list: readonly Summary[] }) =>
  list.length === 0 ? undefined : (
    <ul class="cards">
      {list.map((one) => (
        <li key={one.id}>
          <Card desk={desk} say={say} one={one} />
        </li>
      ))}
    </ul>
  );

const Card = ({ desk, say, one }: Props & { readonly one: Summary }) => (
  <a
    class={one.danger ? 'card in-danger' : 'card'}
    href={addressOf(one.id)}
    aria-current={desk.state.openId.value === one.id ? 'true' : undefined}
  >
    <span class="card-top">
      <span class="who">{tenantName(one, say)}</span>
      <Wait desk={desk} say={say} one={one} />
    </span>
    <Marks say={say} one={one} mine={isMine(desk.state, one.holder)} />
    <span class="last" lang={one.language}>
      {one.lastText === '' ? say('nothing_yet') : one.lastText}
    </span>
    {one.place !== undefined && (
      <span class="place">
        <Icon name="place" />
        {one.place}
      </span>
    )}
  </a>
);

const Marks = ({ say, one, mine }: { say: Words; one: Summary; mine: boolean }) => {
  const reason = reasonOf(one.holder);
  return (
    <span class="marks">
      {one.danger && (
        <strong class="chip alarm">
          <Icon name="warning" />
          {say('danger')}
        </strong>
      )}
      {reason !== undefined && reason !== 'danger' && (
        <span class="chip">{named(say, 'reason', reason)}</span>
      )}
      {one.holder.kind === 'queue' && one.holder.preferred !== undefined && (
        <span class="chip human">{say('wanted', { name: one.holder.preferred.name })}</span>
      )}
      {one.holder.kind === 'agent' && !mine && (
        <span class="chip human">{one.holder.agent.name}</span>
      )}
      {one.incidents.map((code) => (
        <span class="chip code" key={code}>
          {code}
        </span>
      ))}
      {one.channel !== 'webchat' && <span class="chip">{named(say, 'channel', one.channel)}</span>}
    </span>
  );
};

const reasonOf = (holder: Holder): string | undefined =>
  holder.kind === 'queue' ? holder.reason : undefined;

const Wait = ({ desk, say, one }: Props & { readonly one: Summary }) => {
  const { now, language } = desk.state;
  if (one.waitingSince === undefined || one.holder.kind === 'closed') {
    return <span class="time">{timeOf(one.updatedAt, now.value, language.value)}</span>;
  }
  const length = lengthOf(now.value - one.waitingSince, say);
  return (
    <span class="wait">
      <Icon name="clock" />
      <span class="sr">{say('waits')}</span>
      {length}
    </span>
  );
};
