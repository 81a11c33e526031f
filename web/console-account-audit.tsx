import { useEffect, useState } from 'preact/hooks';
import { Fault } from './console-account-fault.tsx';
import type { AuditLine } from './console-account-wire.ts';
import type { Desk } from './console-desk.ts';
import { addressOf } from './console-place.ts';
import { momentOf, named, type Words } from './console-words.ts';

type Props = { readonly desk: Desk; readonly say: Words };
type Page = { readonly rows: readonly AuditLine[]; readonly more: boolean };

/** What was done at the desk, newest first. */
export const AuditPage = ({ desk, say }: Props) => {
  const [page, setPage] = useState<Page>({ rows: [], more: true });
  const [failed, setFailed] = useState(false);
  const more = async (): Promise<void> => {
    const result = await desk.account.audit(page.rows.at(-1)?.place);
    setFailed(result.kind !== 'ok');
    if (result.kind !== 'ok') return;
    setPage({ rows: [...page.rows, ...result.body.rows], more: result.body.more });
  };
  useEffect(() => {
    more();
  }, []);
  return (
    <>
      <p class="soft">{say('audit_text')}</p>
      <ol class="office-list">
        {page.rows.map((row) => (
          <AuditRow key={row.place} desk={desk} say={say} row={row} />
        ))}
      </ol>
      {failed && <Fault say={say} again={more} />}
      {page.more && !failed && page.rows.length > 0 && (
        <p class="buttons start">
          <button type="button" class="second" onClick={more}>
            {say('audit_more')}
          </button>
        </p>
      )}
    </>
  );
};

const AuditRow = ({ desk, say, row }: Props & { readonly row: AuditLine }) => (
  <li>
    <p>{sentenceOf(row, say)}</p>
    <p class="soft">
      <time dateTime={new Date(row.at).toISOString()}>
        {momentOf(row.at, desk.state.language.value)}
      </time>
      {row.from !== undefined && row.from !== '' && ` · ${row.from}`}
      {row.act === 'taken' && row.on !== undefined && (
        <>
          {' · '}
          <a href={addressOf(row.on.id)}>{say('audit_conversation')}</a>
        </>
      )}
    </p>
  </li>
);

/** "Sophie a pris une conversation." */
const sentenceOf = ({ act, by, on, detail = '' }: AuditLine, say: Words): string => {
  const values = {
    by: by?.name ?? by?.id ?? say('somebody'),
    on: on?.name ?? on?.id ?? say('somebody_unknown'),
    detail: named(say, 'detail', detail),
  };
  return named(say, 'act', act, values);
};
