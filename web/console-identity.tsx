import { useState } from 'preact/hooks';
import type { Desk } from './console-desk.ts';
import { isMine } from './console-state.ts';
import type { Detail } from './console-wire.ts';
import { momentOf, type Words } from './console-words.ts';

type Props = { readonly desk: Desk; readonly say: Words; readonly detail: Detail };

/** Who speaks, how that was shown and when, and what an agent can do about it. */
export const IdentityFact = ({ desk, say, detail }: Props) => (
  <>
    <span>{shownBy(say, detail)}</span>
    {detail.identity !== undefined && (
      <span class="soft">
        {' · '}
        {momentOf(detail.identity.at, desk.state.language.value)}
      </span>
    )}
    {mayJudge(desk, detail) && <Doings key={detail.id} desk={desk} say={say} detail={detail} />}
  </>
);

const shownBy = (say: Words, { identity }: Detail): string => {
  if (identity === undefined) return say('identity_none');
  const { by, tenant, agent } = identity;
  const shown = say(`identity_${by}`, { name: agent?.name ?? '' });
  return tenant === undefined ? shown : `${shown} (${tenant})`;
};

/** A colleague who holds the conversation decides alone. */
const mayJudge = ({ state }: Desk, { holder }: Detail): boolean =>
  holder.kind === 'queue' || holder.kind === 'bot' || isMine(state, holder);

const Doings = ({ desk, say, detail }: Props) => {
  const [link, setLink] = useState<string | undefined>(undefined);
  const make = async () => {
    const result = await desk.identityLink(detail.id);
    if (result.kind === 'ok') return setLink(`${location.origin}${result.body.link}`);
    desk.state.notice.value = { key: 'not_done', kind: 'warned' };
  };
  const known = detail.identity?.level === 'L3';
  return (
    <p class="identity-doings">
      {!known && (
        <>
          <button type="button" class="plain" onClick={() => desk.order({ type: 'verify' })}>
            {say('identity_verify')}
          </button>{' '}
          <button type="button" class="plain" onClick={make}>
            {say('identity_send')}
          </button>{' '}
          {link !== undefined && <Made say={say} link={link} />}
        </>
      )}
      {detail.identity !== undefined && (
        <button type="button" class="plain" onClick={() => desk.order({ type: 'unverify' })}>
          {say('identity_unverify')}
        </button>
      )}
    </p>
  );
};

const Made = ({ say, link }: { readonly say: Words; readonly link: string }) => (
  <span role="status">
    <label for="identity-link">{say('identity_link_made')}</label>
    <input
      id="identity-link"
      readOnly
      value={link}
      onFocus={({ currentTarget }) => currentTarget.select()}
    />
  </span>
);
