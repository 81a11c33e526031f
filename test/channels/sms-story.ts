import { expect } from 'vitest';
import { segmentsOf } from '../../channels/index.ts';
import type { Carried } from '../sms-stand-in.ts';
import { jpeg } from './photo-files.ts';
import type { SmsHouse } from './sms-house.ts';

/** Runs what a person does by SMS, line by line, and gives the whole story with the texts they get. */
export const replaySms = async (house: SmsHouse, file: string): Promise<string> => {
  const lines = file.split('\n').filter((line) => /^(#|sms:|photo:|agent:)/.test(line));
  const out: string[] = [];
  for (const line of lines) {
    out.push(line.trimEnd());
    if (line.startsWith('#')) continue;
    const [kind = '', ...rest] = line.split(':');
    const texts = await step(house, kind, rest.join(':').trim());
    out.push(...texts.map(shown), '');
  }
  return `${out.join('\n').trimEnd()}\n`;
};

const step = async (house: SmsHouse, kind: string, text: string): Promise<readonly Carried[]> => {
  if (kind === 'sms') return house.write(text);
  const before = house.standIn.carried().length;
  if (kind === 'agent') await answerAsAgent(house, text);
  else await sendPhoto(house);
  await house.bot.drain();
  return house.standIn.carried().slice(before);
};

/** Follows the last link for a photo, as a phone does, and sends one from the page. */
const sendPhoto = async ({ url, standIn }: SmsHouse): Promise<void> => {
  const bodies = standIn.carried().map(({ body }) => body);
  const link = bodies.findLast((body) => PHOTO.test(body));
  const path = PHOTO.exec(link ?? '')?.[1];
  const page = await (await fetch(`${url}${path}`)).text();
  const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
  const body = new FormData();
  body.append('photo', new Blob([Uint8Array.from(await jpeg())], { type: 'image/jpeg' }), 'a.jpg');
  const sent = await fetch(`${url}${action}`, { method: 'POST', body });
  expect(sent.status).toBe(200);
};

const PHOTO = /https:\/\/loge\.example\.fr(\/photo\/[\w-]+)/;

const answerAsAgent = async ({ bot, store }: SmsHouse, text: string): Promise<void> => {
  const [waiting] = await store.conversationsHeldBy('queue', 1);
  const [held] = await store.conversationsHeldBy('agent', 1);
  const conversation = waiting ?? held;
  if (conversation === undefined) throw new Error('nobody waits for an agent');
  const { id, channel, external, person, rev } = conversation;
  await bot.command({
    id: `desk:${rev}`,
    conversation: id,
    channel,
    external,
    person,
    at: conversation.updatedAt,
    content: {
      kind: 'command',
      command: { type: 'reply', text },
      agent: { id: 'sophie', name: 'Sophie' },
    },
  });
};

/** A text with the SMS it takes. */
const shown = ({ body }: Carried): string => {
  const { count, plain } = segmentsOf(body);
  const [first = '', ...more] = named(body).split('\n');
  const head = `${count} SMS${plain ? '' : ', UCS-2'}`;
  return [`loge: ${first}`, ...more.map((line) => `      ${line}`), `      (${head})`].join('\n');
};

/** The name of an invitation differs from run to run only in the file. */
const named = (body: string): string => body.replace(/\/photo\/[\w-]+/g, '/photo/…');
