import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { AuditPage } from './console-account-audit.tsx';
import { CorrectionsPage } from './console-account-corrections.tsx';
import { OwnAccount } from './console-account-own.tsx';
import { PeoplePage } from './console-account-people.tsx';
import type { Desk } from './console-desk.ts';
import { Icon } from './console-icons.tsx';
import { goTo } from './console-place.ts';
import { meOf, PAGES, type Page } from './console-state.ts';
import type { Words } from './console-words.ts';

type Props = { readonly desk: Desk; readonly say: Words };

/** Which pages are for whom. */
const FOR: Readonly<Record<Page, readonly string[]>> = {
  account: ['agent', 'supervisor', 'admin'],
  corrections: ['supervisor', 'admin'],
  people: ['admin'],
  audit: ['admin'],
};

/** A page of its own beside the lists: one's account, the people, what was done. */
export const AccountPane = ({ desk, say, page }: Props & { readonly page: Page }) => {
  const role = meOf(desk.state)?.agent.role ?? 'agent';
  const pages = PAGES.filter((one) => FOR[one].includes(role));
  if (!pages.includes(page)) return <AccountPane desk={desk} say={say} page="account" />;
  return (
    <main class="office" id="conversation" tabindex={-1}>
      <header class="pane-top">
        <button
          type="button"
          class="tool back"
          aria-label={say('back')}
          onClick={() => goTo(undefined)}
        >
          <Icon name="back" />
        </button>
        <nav aria-label={say('pages')}>
          <ul class="pages">
            {pages.map((one) => (
              <li key={one}>
                <a href={`#${one}`} aria-current={one === page ? 'page' : undefined}>
                  {say(`page_${one}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <Shown key={page} title={say(`page_${page}`)}>
        {contentOf(page, { desk, say })}
      </Shown>
    </main>
  );
};

/** The title takes the focus, so that whoever cannot see hears where they are. */
const Shown = (props: { readonly title: string; readonly children: ComponentChildren }) => {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div class="office-page">
      <h1 ref={title} tabindex={-1}>
        {props.title}
      </h1>
      {props.children}
    </div>
  );
};

const contentOf = (page: Page, props: Props) => {
  switch (page) {
    case 'account':
      return <OwnAccount {...props} />;
    case 'corrections':
      return <CorrectionsPage {...props} />;
    case 'people':
      return <PeoplePage {...props} />;
    case 'audit':
      return <AuditPage {...props} />;
    default:
      return page satisfies never;
  }
};
