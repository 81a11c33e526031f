import type { IncomingMessage } from 'node:http';
import { z } from 'zod';

/** An activity on the wire. */
type Sent = Readonly<Record<string, unknown>>;

type Posted = {
  readonly clientId: string;
  readonly answer: { readonly status: number; readonly body: unknown };
};

const POST = z.looseObject({
  text: z.string().optional(),
  value: z.unknown().optional(),
  channelData: z.looseObject({ clientActivityID: z.string() }),
});

/** Longer texts are refused, as the real server does. */
const MAX_TEXT = 4000;

/** One conversation of the stand-in, with the script its bot follows. */
export class StandInConversation {
  readonly id: string;
  readonly number: number;
  readonly photos: Buffer[] = [];
  private readonly list: Sent[] = [];
  private readonly heard = new Map<string, string>();
  private readonly listeners = new Set<() => void>();

  constructor(number: number) {
    this.number = number;
    this.id = `conversation-${number}`;
  }

  start(): void {
    if (this.list.length === 0) this.say(GREETING);
  }

  /** Says something as the bot or, with `channelData.agent`, as an agent. */
  say(reply: Sent): void {
    this.add({ locale: 'fr-FR', from: { id: 'loge', name: 'Loge', role: 'bot' }, ...reply });
  }

  post(activity: unknown, attachments: readonly unknown[] = []): Posted {
    const post = POST.parse(activity);
    const { text = '', value, channelData } = post;
    const clientId = channelData.clientActivityID;
    if (text.length > MAX_TEXT)
      return { clientId, answer: { status: 400, body: { error: { message: 'Trop long.' } } } };
    const known = this.heard.get(clientId);
    const id = known ?? this.add({ ...post, from: { id: 'dl_1', role: 'user' }, attachments });
    this.heard.set(clientId, id);
    if (known === undefined) for (const reply of repliesTo(text, value)) this.say(reply);
    return { clientId, answer: { status: 200, body: { id } } };
  }

  async upload(body: Buffer, request: IncomingMessage): Promise<Posted> {
    const { activity, files } = await partsOf(body, request);
    const attachments = files.map((file) => {
      const contentUrl = `/v3/directline/photo/${this.number}/${this.photos.push(file) - 1}`;
      return { contentType: 'image/jpeg', contentUrl };
    });
    return this.post(activity, attachments);
  }

  after(watermark: string) {
    const activities = this.list.slice(Number(watermark === '-' ? 0 : watermark));
    return { activities, watermark: String(this.list.length) };
  }

  /** Sends what stands after the watermark and then what comes; the returned function ends it. */
  follow(send: (text: string) => void, watermark: string): () => void {
    let mark = watermark;
    const tell = () => {
      const batch = this.after(mark);
      mark = batch.watermark;
      if (batch.activities.length > 0) send(JSON.stringify(batch));
    };
    this.listeners.add(tell);
    tell();
    return () => this.listeners.delete(tell);
  }

  private add(activity: Sent): string {
    const order = this.list.length + 1;
    const id = `${this.id}|${String(order).padStart(7, '0')}`;
    const given = z.looseObject({}).parse(activity['channelData'] ?? {});
    const channelData = { ...given, 'webchat:sequence-id': order };
    const timestamp = new Date().toISOString();
    this.list.push({ ...activity, type: 'message', id, timestamp, channelData });
    for (const tell of this.listeners) tell();
    return id;
  }
}

const partsOf = async (body: Buffer, { headers }: IncomingMessage) => {
  const type = { 'content-type': headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(body), { headers: type }).formData();
  const files: Buffer[] = [];
  for (const file of form.getAll('file'))
    if (file instanceof Blob) files.push(Buffer.from(await file.arrayBuffer()));
  const activity = form.get('activity');
  return { files, activity: activity instanceof Blob ? JSON.parse(await activity.text()) : {} };
};

const button = (title: string, value: string) => ({
  type: 'messageBack',
  title,
  text: title,
  displayText: title,
  value,
});

const GREETING: Sent = {
  text: 'Bonjour, je suis Loge, un programme automatique. Je note votre demande jour et nuit.\nQue se passe-t-il ?',
  suggestedActions: {
    actions: [
      button('Une panne chez moi', 'home'),
      button('Dans l’immeuble', 'common'),
      button('Suivre une demande', 'status'),
    ],
  },
};

const GAS =
  'ODEUR DE GAZ. Ne touchez à aucun interrupteur, pas de flamme. Ouvrez les fenêtres et sortez sans prendre l’ascenseur. Une fois dehors, appelez Urgence Sécurité Gaz : 0 800 47 33 33 (gratuit, 24h/24) ou le 18 / 112. Si vous ne pouvez pas parler : SMS au 114.';

const repliesTo = (text: string, value: unknown): readonly Sent[] => {
  if (value === 'home')
    return [{ text: 'Dans quelle pièce ?', channelData: { ask: 'location_detail' } }];
  if (/gaz/.test(text)) return [{ text: GAS, channelData: { safety: 'gas' } }];
  if (/smell/.test(text))
    return [{ text: 'Keep calm. Call 18 / 112.', locale: 'en-GB', channelData: { safety: 'gas' } }];
  if (/\p{Script=Arabic}/u.test(text)) return [{ text: 'أنا برنامج آلي.', locale: 'ar' }];
  if (/téléphone/.test(text))
    return [{ text: 'À quel numéro vous rappeler ?', channelData: { ask: 'callback_phone' } }];
  if (/fuite/.test(text)) return [RECEIPT];
  if (/personne/.test(text)) return [AGENT];
  if (/muet/.test(text)) return [];
  return [{ text: `Reçu : ${text}` }];
};

const RECEIPT: Sent = {
  text: 'C’est noté : fuite d’eau dans la salle de bain, 12 rue des Tilleuls, bâtiment B, 3e étage.',
  channelData: {
    incident: {
      code: 'KRTMWX',
      intent: 'water_leak',
      priority: 'P1',
      due: Date.UTC(2026, 10, 24, 17),
    },
  },
};

const AGENT: Sent = {
  text: 'Bonjour, je suis Sophie. Je lis votre message et je vous réponds tout de suite.',
  from: { id: 'agent', name: 'Sophie', role: 'bot' },
  channelData: { agent: { name: 'Sophie' } },
};
