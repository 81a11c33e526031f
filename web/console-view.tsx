import { AccountPane } from './console-account.tsx';
import { Bar } from './console-bar.tsx';
import { ConversationPane } from './console-conversation.tsx';
import type { Desk } from './console-desk.ts';
import { Dialogs } from './console-dialogs.tsx';
import { ListPane } from './console-list.tsx';
import { FactorPage, LinkPage, SignInPage } from './console-sign-in.tsx';
import { Speaker } from './console-speaker.tsx';
import { wordsOf } from './console-words.ts';

/** The whole page, at the door or inside. */
export const Console = ({ desk }: { readonly desk: Desk }) => {
  const { phase, language } = desk.state;
  const say = wordsOf(language.value);
  switch (phase.value.kind) {
    case 'starting':
      return (
        <p class="starting" role="status">
          {say('starting')}
        </p>
      );
    case 'signed_out':
      return <SignInPage desk={desk} say={say} ended={phase.value.ended} />;
    case 'link':
      return <LinkPage desk={desk} say={say} token={phase.value.token} use={phase.value.use} />;
    case 'factor':
      return <FactorPage desk={desk} say={say} me={phase.value.me} />;
    case 'in':
      return <Inside desk={desk} />;
    default:
      return phase.value satisfies never;
  }
};

const Inside = ({ desk }: { readonly desk: Desk }) => {
  const say = wordsOf(desk.state.language.value);
  const page = desk.state.page.value;
  const open = desk.state.openId.value !== undefined || page !== undefined;
  return (
    <div class={open ? 'desk with-open' : 'desk'}>
      <a class="skip" href="#conversation">
        {say('skip')}
      </a>
      <Bar desk={desk} say={say} />
      <ListPane desk={desk} say={say} />
      {page === undefined ? (
        <ConversationPane desk={desk} say={say} />
      ) : (
        <AccountPane desk={desk} say={say} page={page} />
      )}
      <Dialogs desk={desk} say={say} />
      <Speaker desk={desk} say={say} />
    </div>
  );
};
