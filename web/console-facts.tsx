import type { ComponentChildren } from 'preact';
import { CorrectButton } from './console-correct.tsx';
import type { Desk } from './console-desk.ts';
import { IdentityFact } from './console-identity.tsx';
import type { Open } from './console-state.ts';
import type { Detail, Entry, Fact, Opened, Subject } from './console-wire.ts';
import { lengthOf, momentOf, named, phoneOf, type Words } from './console-words.ts';

type Props = { readonly desk: Desk; readonly say: Words; readonly open: Open };

/** What an agent must know before reading: danger, why, where, what Loge understood, what is already open. */
export const Facts = ({ desk, say, open: { detail, entries } }: Props) => {
  const language = desk.state.language.value;
  const why = lastCall(entries);
  const wide = matchMedia('(min-width: 800px)').matches;
  return (
    <section class="facts" aria-label={say('facts')}>
      <details open={wide}>
        <summary>{say('facts')}</summary>
        <dl>
          <Row name={say('fact_reason')}>{reasonOf(detail, why, say)}</Row>
          <Row name={say('fact_pinned')}>
            {detail.pinned !== undefined && `${detail.pinned.text} (${detail.pinned.agent.name})`}
          </Row>
          <Row name={say('fact_identity')}>
            <IdentityFact desk={desk} say={say} detail={detail} />
          </Row>
          <Row name={say('fact_channel')}>{channelOf(detail, say)}</Row>
          <Row name={say('fact_language')}>{languageName(detail.speaks, language)}</Row>
          <Row name={say('fact_place')}>{placeOf(detail)}</Row>
          <Row name={say('fact_since')}>
            {momentOf(detail.openedAt, language)}
            {detail.waitingSince !== undefined && (
              <span class="soft">
                {' · '}
                {say('fact_waits', {
                  length: lengthOf(desk.state.now.value - detail.waitingSince, say),
                })}
              </span>
            )}
          </Row>
          <Row name={say('fact_understood')}>
            {notOpened(detail).map((subject) => (
              <Understood key={subject.intent} say={say} subject={subject} language={language} />
            ))}
          </Row>
          <Row name={say('fact_correct')}>
            <CorrectButton desk={desk} say={say} />
          </Row>
          <Row name={say('fact_known')}>{factList(say, notShown(detail))}</Row>
        </dl>
        {detail.opened.map((incident) => (
          <IncidentCard
            key={incident.code}
            say={say}
            incident={incident}
            language={language}
            place={placeOf(detail)}
          />
        ))}
      </details>
    </section>
  );
};

/** What a language is called: "arabe". */
const languageName = (speaks: string | undefined, language: string): string | undefined =>
  speaks === undefined
    ? undefined
    : new Intl.DisplayNames([language], { type: 'language' }).of(speaks);

/** What Loge understood and has not made an incident of. */
const notOpened = ({ understood, opened }: Detail): readonly Subject[] =>
  understood.filter(({ intent }) => opened.every((incident) => incident.intent !== intent));

/** Facts that stand with no subject. */
const notShown = (detail: Detail): readonly Fact[] => {
  const shown = [...notOpened(detail), ...detail.opened].flatMap(({ slots }) => slots);
  const phones = detail.opened.flatMap(({ phone }) => phone ?? []);
  return detail.known.filter(
    ({ id, value }) => shown.every((fact) => fact.id !== id) && !phones.includes(value),
  );
};

type Call = { readonly reason: string; readonly why?: string };

/** The last time a human was called in this conversation. */
const lastCall = (entries: readonly Entry[]): Call | undefined => {
  const calls = entries.flatMap((entry) =>
    entry.kind === 'move' && entry.move.kind === 'queued' ? [entry.move] : [],
  );
  return calls.at(-1);
};

const reasonOf = ({ holder }: Detail, call: Call | undefined, say: Words): string | undefined => {
  const reason = holder.kind === 'queue' ? holder.reason : call?.reason;
  if (reason === undefined) return undefined;
  const why = call?.reason === reason ? call.why : undefined;
  return [named(say, 'reason', reason), why].filter(Boolean).join(' · ');
};

/** The door a tenant came through; of a number only its end is shown. */
const channelOf = ({ channel, ends }: Detail, say: Words): string => {
  const name = named(say, 'channel', channel);
  return ends === undefined ? name : say('channel_number', { channel: name, ends });
};

const placeOf = ({ opened, place }: Detail): string | undefined =>
  opened.find((incident) => incident.place !== undefined)?.place ?? place;

const isEmpty = (children: ComponentChildren): boolean =>
  children === undefined ||
  children === false ||
  (Array.isArray(children) && children.length === 0);

const Row = ({ name, children }: { name: string; children: ComponentChildren }) =>
  isEmpty(children) ? undefined : (
    <div class="row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );

const Understood = (props: { say: Words; subject: Subject; language: 'fr' | 'en' }) => {
  const { say, subject, language } = props;
  return (
    <div class="subject">
      <strong>{subject.name?.[language] ?? named(say, 'intent', subject.intent)}</strong>
      {factList(say, subject.slots)}
    </div>
  );
};

/** Facts with their names; the place has its own row. */
const factList = (say: Words, all: readonly Fact[]) => {
  const facts = all.filter(({ id }) => id !== 'address');
  if (facts.length === 0) return undefined;
  return (
    <ul class="fact-list">
      {facts.map(({ id, said, value }) => (
        <li key={id}>
          <span class="soft">{named(say, 'slot', id)}</span>{' '}
          {said === '' ? named(say, 'value', value) : said}
        </li>
      ))}
    </ul>
  );
};

const IncidentCard = (props: {
  readonly say: Words;
  readonly incident: Opened;
  readonly language: 'fr' | 'en';
  readonly place: string | undefined;
}) => {
  const { say, incident, language } = props;
  const elsewhere = incident.place !== props.place ? incident.place : undefined;
  const { code, priority, due, phone } = incident;
  return (
    <div class="incident">
      <p class="incident-top">
        <strong>{incident.name?.[language] ?? named(say, 'intent', incident.intent)}</strong>
        <span class="chip">{named(say, 'priority', priority)}</span>
        <a class="chip code" href={`/suivi/${code}`} target="_blank" rel="noopener">
          {code}
          <span class="sr"> {say('new_window')}</span>
        </a>
      </p>
      <p class="soft">
        {say('promised', { when: momentOf(due, language) })}
        {elsewhere !== undefined && ` · ${elsewhere}`}
        {phone !== undefined && ' · '}
        {phone !== undefined && (
          <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phoneOf(phone)}</a>
        )}
      </p>
      {factList(say, incident.slots)}
    </div>
  );
};
