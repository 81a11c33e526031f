import type { Message, Photo, Reply } from '../../bot/index.ts';
import type { Loge } from './loge.ts';
import { hear, newVisit, type Visit } from './visit.ts';

/** Runs the lines a person wrote and gives the whole transcript, with what the bot says now. */
export const replay = (loge: Loge, file: string): string => {
  const lines = file
    .split('\n')
    .filter((line) => /^(#|user:|piece:|button:|photo:|opened:|later:)/.test(line));
  const out: string[] = [];
  let visit = newVisit(file.includes('\nopened: en') ? 'en' : 'fr');
  let pieces: readonly string[] = [];
  for (const line of lines) {
    out.push(line.trimEnd());
    if (line.startsWith('#')) continue;
    const [kind = '', ...rest] = line.split(':');
    const text = [...pieces, rest.join(':').trim()].join('\n');
    // Pieces and the line after them come within seconds: they are one turn.
    pieces = kind === 'piece' ? [text] : [];
    if (kind === 'piece') continue;
    visit = step(loge, visit, { kind, text });
    out.push(...keptAs(loge, line), ...shown(visit), '');
  }
  return `${out.join('\n').trimEnd()}\n`;
};

/** What the desk sees of a message of which something is masked. */
const keptAs = ({ mask }: Loge, line: string): readonly string[] => {
  const written = line.replace(/^\w+:/, '').trim();
  const kept = mask.all(written);
  return kept === written ? [] : [`kept: ${kept}`];
};

type Line = { readonly kind: string; readonly text: string };

const step = (loge: Loge, visit: Visit, { kind, text }: Line): Visit => {
  switch (kind) {
    case 'opened':
      return hear(loge, visit);
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
