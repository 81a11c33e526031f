import type { Message, Photo, Reply, TextDraft } from '../../bot/index.ts';
import { codeText } from '../../dialogs/index.ts';
import type { Loge } from './loge.ts';
import { codeIn, hear, newVisit, type Visit, verified } from './visit.ts';

/** Runs the lines a person wrote and gives the whole transcript, with what the bot says now. */
export const replay = (loge: Loge, file: string): string => {
  const lines = file
    .split('\n')
    .filter((line) => /^(#|user:|piece:|button:|photo:|opened:|later:|given:|agent:)/.test(line));
  const out: string[] = [];
  let visit = newVisit(file.includes('\nopened: en') ? 'en' : 'fr');
  let pieces: readonly string[] = [];
  for (const line of lines) {
    out.push(line.trimEnd());
    if (line.startsWith('#')) continue;
    const [kind = '', ...rest] = line.split(':');
    const text = filled([...pieces, rest.join(':').trim()].join('\n'), visit);
    // Pieces and the line after them come within seconds: they are one turn.
    pieces = kind === 'piece' ? [text] : [];
    if (kind === 'piece') continue;
    const before = visit;
    visit = step(loge, before, { kind, text });
    if (kind === 'given') continue;
    out.push(...keptAs(loge, before, filled(line, before)), ...shown(visit));
    out.push(...visit.texts.slice(before.texts.length).map((sent) => shownText(loge, sent)), '');
  }
  return `${out.join('\n').trimEnd()}\n`;
};

/** What the desk sees of a message of which something is masked. */
const keptAs = ({ mask }: Loge, { state }: Visit, line: string): readonly string[] => {
  const written = line.replace(/^\w+:/, '').trim();
  const kept = mask.answer(written, state.stack.at(-1)?.asked ?? '');
  return kept === written ? [] : [`kept: ${kept}`];
};

/** `{code}` is the code that the last text brought. */
const filled = (text: string, { texts }: Visit): string =>
  text.replace('{code}', () => {
    const sent = texts.at(-1);
    if (sent === undefined) throw new Error('no code was sent');
    return codeIn(sent);
  });

const shownText = ({ content }: Loge, { to, language }: TextDraft): string =>
  `sms ${to}: ${codeText(content, language, '{code}')}`;

type Line = { readonly kind: string; readonly text: string };

const step = (loge: Loge, visit: Visit, { kind, text }: Line): Visit => {
  switch (kind) {
    case 'opened':
      return hear(loge, visit);
    case 'given':
      return given(visit, text);
    case 'agent':
      return verified(loge, visit, text === 'opens a link' ? 'link' : 'agent');
    case 'later':
      return { ...visit, now: visit.now + Number(text) * HOUR, said: [] };
    case 'photo':
      return hear(loge, visit, { text, photos: [PHOTO] });
    case 'button':
      return hear(loge, visit, pressed(visit, text));
    default:
      return hear(loge, visit, { text, photos: [] });
  }
};

/** What holds in a transcript: texts can be sent; a lease was tried too often. */
const given = (visit: Visit, text: string): Visit =>
  text === 'texts can be sent'
    ? { ...visit, canText: true }
    : { ...visit, locked: [...visit.locked, text.replace(/\D/g, '')] };

const HOUR = 3_600_000;

const PHOTO: Photo = { id: 'photo-1', type: 'image/jpeg', bytes: 1000, width: 640, height: 480 };

const pressed = (visit: Visit, title: string): Message => {
  const choice = visit.state.offered?.find((one) => one.title === title);
  if (choice === undefined) throw new Error(`there is no button "${title}" to press`);
  return { text: title, photos: [], choice: choice.value };
};

const shown = (visit: Visit): readonly string[] => {
  const handoff = visit.handoff === undefined ? [] : [`desk: ${visit.handoff}`];
  return [...visit.said.map(shownReply), ...handoff];
};

const shownReply = (reply: Reply): string => {
  const { text, choices = [], ask, safety, incident, discreet } = reply;
  const marks = [
    ...(safety === undefined ? [] : [`safety=${safety}`]),
    ...(ask === undefined ? [] : [`ask=${ask}`]),
    ...(discreet === undefined ? [] : ['discreet']),
    ...(incident === undefined ? [] : [`incident=${incident.intent}/${incident.priority}`]),
  ];
  const buttons = choices.map(({ title }) => `[${title}]`).join(' ');
  const [first = '', ...more] = text.split('\n');
  return [
    `bot: ${first}`,
    ...more.map((line) => `     ${line}`),
    ...(buttons === '' ? [] : [`     ${buttons}`]),
    ...(marks.length === 0 ? [] : [`     (${marks.join(', ')})`]),
  ].join('\n');
};
