import { Fault } from './console-account-fault.tsx';
import { useLoaded } from './console-account-loaded.ts';
import type { SessionLine } from './console-account-wire.ts';
import type { Result } from './console-api.ts';
import type { Desk } from './console-desk.ts';
import { timeOf, type Words } from './console-words.ts';

type Props = { readonly desk: Desk; readonly say: Words };

/** The browsers this person is signed in with. */
export const OwnSessions = ({ desk, say }: Props) => (
  <section aria-labelledby="own-sessions">
    <h2 id="own-sessions">{say('sessions')}</h2>
    <p class="soft">{say('sessions_text')}</p>
    <Sessions desk={desk} say={say} load={desk.account.sessions} />
  </section>
);

/** Sessions of one person, each with its end. */
export const Sessions = (
  props: Props & {
    readonly load: () => Promise<Result<{ readonly sessions: readonly SessionLine[] }>>;
  },
) => {
  const { desk, say } = props;
  const { body, failed, again } = useLoaded(props.load);
  const end = async (id: string): Promise<void> => {
    await desk.account.endSession(id);
    await again();
  };
  if (failed) return <Fault say={say} again={again} />;
  if (body === undefined) return <p class="soft">{say('loading')}</p>;
  if (body.sessions.length === 0) return <p class="soft">{say('sessions_none')}</p>;
  return (
    <ul class="office-list">
      {body.sessions.map((one) => (
        <li key={one.id} class="office-line">
          <SessionText desk={desk} say={say} session={one} />
          {!one.here && (
            <button type="button" class="second" onClick={() => end(one.id)}>
              {say('session_end')}
              <span class="sr"> {one.browser}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
};

const SessionText = ({ desk, say, session }: Props & { readonly session: SessionLine }) => {
  const { now, language } = desk.state;
  const time = (at: number): string => timeOf(at, now.value, language.value);
  return (
    <p>
      <strong>{session.browser || say('session_unknown')}</strong>
      {session.here && <span class="chip">{say('session_here')}</span>}
      <br />
      <span class="soft">
        {say('session_times', { since: time(session.createdAt), seen: time(session.seenAt) })}
      </span>
    </p>
  );
};
