import { SecondFactor } from './console-account-factor.tsx';
import { OwnSessions } from './console-account-sessions.tsx';
import type { Desk } from './console-desk.ts';
import { meOf } from './console-state.ts';
import type { Words } from './console-words.ts';

/** One's own account: the second factor, and the browsers that are signed in. */
export const OwnAccount = ({ desk, say }: { readonly desk: Desk; readonly say: Words }) => {
  const me = meOf(desk.state);
  return (
    <>
      <section aria-labelledby="factor">
        <h2 id="factor">{say('factor')}</h2>
        {me !== undefined && <SecondFactor desk={desk} say={say} me={me} />}
      </section>
      <OwnSessions desk={desk} say={say} />
    </>
  );
};
