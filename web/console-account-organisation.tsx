import { useLoaded } from './console-account-loaded.ts';
import type { Desk } from './console-desk.ts';
import type { WordKey, Words } from './console-words.ts';

/** Why somebody came back from their organisation and is not in, by what the server calls it. */
const HINDRANCES: Readonly<Record<string, WordKey>> = {
  down: 'organisation_down',
  refused: 'organisation_refused',
  no_role: 'organisation_no_role',
  closed: 'organisation_closed',
  taken: 'organisation_taken',
  often: 'organisation_often',
};

/** What to say to somebody who came back and is not in. */
export const hindranceOf = (name: string): WordKey => HINDRANCES[name] ?? 'organisation_refused';

/** The way in through an organisation, where there is one. */
export const OrganisationWay = ({ desk, say }: { readonly desk: Desk; readonly say: Words }) => {
  const { body } = useLoaded(desk.account.ways);
  if (body?.organisation !== true) return undefined;
  return (
    <a class="second wide" href="/api/desk/oidc/start">
      {say('organisation')}
    </a>
  );
};
