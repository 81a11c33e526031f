import type { Response, Router } from 'express';
import { z } from 'zod';
import type {
  Catalogue,
  Clock,
  Conversation,
  Correction,
  Store,
  StoredCorrection,
} from '../bot/index.ts';
import { addressOf, type Door, type Entry, refuse } from './door.ts';
import { newSecret, type Random } from './secret.ts';
import { withoutNumbers } from './without-numbers.ts';

/** What a message can also mean beside what the catalogue has. */
const ALSO = ['talk_to_human', 'out_of_scope'] as const;

/** Corrections in one answer, and read at once for a file. */
const MOST = 200;

/** The longest text the training reads. */
const LONGEST = 2000;

const MARK = z.object({
  seq: z.int().min(1),
  intents: z.array(z.string()).min(1).max(3),
});
const DECISION = z.object({ approved: z.boolean() });

type Tools = {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Random;
  /** Takes out of a text what must not be kept, before its numbers are. */
  readonly mask: (text: string) => string;
};
type AtDesk = Entry<{ readonly kind: 'desk' }>;
type OfConversation = Entry<{ readonly kind: 'conversation'; readonly conversation: Conversation }>;
type OfCorrection = Entry<{ readonly kind: 'correction'; readonly correction: Correction }>;

/** Adds what a message really meant: marked by agents, looked at by supervisors, taken out as a file to learn from. */
export const addCorrectionRoutes = (router: Router, door: Door, tools: Tools): void => {
  const { store } = tools;
  const find = () => ({ kind: 'desk' }) as const;
  router.get(
    '/api/desk/intents',
    door({ action: 'list_intents', find, answer: ({ response }) => listIntents(tools, response) }),
  );
  router.post(
    '/api/desk/conversations/:id/corrections',
    door({
      action: 'mark_message',
      find: async ({ params }) => {
        const conversation = await store.conversation(String(params['id']));
        return conversation && ({ kind: 'conversation', conversation } as const);
      },
      answer: (call) => mark(tools, call),
    }),
  );
  router.get(
    '/api/desk/corrections',
    door({ action: 'review_corrections', find, answer: (call) => list(tools, call) }),
  );
  router.get(
    '/api/desk/corrections/file',
    door({ action: 'review_corrections', find, answer: (call) => write(tools, call) }),
  );
  router.post(
    '/api/desk/corrections/:id/decision',
    door({
      action: 'decide_correction',
      find: async ({ params }) => {
        const correction = await store.correction(String(params['id']));
        return correction && ({ kind: 'correction', correction } as const);
      },
      answer: (call) => decide(tools, call),
    }),
  );
};

const isDanger = (catalogue: Catalogue, intent: string): boolean =>
  catalogue.get(intent)?.domain === 'emergency';

const listIntents = ({ catalogue }: Tools, response: Response): void => {
  const known = [...catalogue.values()].map(({ id, name }) => ({ id, name }));
  const all = [...known, ...ALSO.map((id) => ({ id }))];
  response.json({ intents: all.map((one) => ({ ...one, danger: isDanger(catalogue, one.id) })) });
};

const mark = async (tools: Tools, call: OfConversation): Promise<void> => {
  const { store, catalogue, clock, random } = tools;
  const { request, response, person, thing } = call;
  const asked = MARK.safeParse(request.body);
  if (!asked.success) return refuse(response, 400, 'bad_body');
  const intents = [...new Set(asked.data.intents)];
  const known = (id: string) => catalogue.has(id) || ALSO.some((one) => one === id);
  if (!intents.every(known)) return refuse(response, 400, 'unknown_intent');
  const { id: conversation, language, talk } = thing.conversation;
  if (talk.otherLanguage !== undefined) return refuse(response, 422, 'other_language');
  const text = await textOf(tools, conversation, asked.data.seq);
  if (text === undefined) return refuse(response, 422, 'no_words');
  const correction: Correction = {
    id: newSecret(random),
    conversation,
    seq: asked.data.seq,
    text,
    lang: language,
    intents,
    danger: intents.some((one) => isDanger(catalogue, one)),
    by: person.account.id,
    at: clock.now(),
    state: 'pending',
  };
  const { by, at } = correction;
  const from = addressOf(request);
  await store.saveCorrection(correction, { at, act: 'corrected', by, on: conversation, from });
  response.status(201).json({ correction });
};

/** The words of a tenant's message as they may be learned from; undefined when it has none, or too many. */
const textOf = async (
  { store, mask }: Tools,
  conversation: string,
  seq: number,
): Promise<string | undefined> => {
  const [entry] = await store.entries(conversation, seq - 1, 1);
  if (entry?.kind !== 'message' || entry.seq !== seq) return undefined;
  const text = withoutNumbers(mask(entry.message.text)).trim();
  return text === '' || text.length > LONGEST ? undefined : text;
};

const list = async ({ store }: Tools, { response }: AtDesk): Promise<void> => {
  const [pending, accounts] = await Promise.all([
    store.corrections('pending', 0, MOST),
    store.accounts(),
  ]);
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  response.json({
    corrections: pending.map((one) => ({ ...one, by: { id: one.by, name: names.get(one.by) } })),
  });
};

const decide = async (
  { store, clock }: Tools,
  { request, response, person, thing: { correction } }: OfCorrection,
): Promise<void> => {
  const asked = DECISION.safeParse(request.body);
  if (!asked.success) return refuse(response, 400, 'bad_body');
  const by = person.account.id;
  const at = clock.now();
  const state = asked.data.approved ? 'approved' : 'rejected';
  const audit = {
    at,
    act: asked.data.approved ? 'correction_approved' : 'correction_rejected',
    by,
    on: correction.conversation,
    from: addressOf(request),
  } as const;
  const decided = { ...correction, state, decidedBy: by, decidedAt: at } as const;
  const done = await store.decideCorrection(decided, audit);
  if (!done) return refuse(response, 409, 'decided');
  response.json({ correction: decided });
};

/** Everything approved, one JSON object a line: what `evaluate` and `train --with` read. */
const write = async (
  { store, clock }: Tools,
  { request, response, person }: AtDesk,
): Promise<void> => {
  const by = person.account.id;
  const from = addressOf(request);
  await store.addAudit({ at: clock.now(), act: 'exported', by, detail: 'corrections', from });
  response.setHeader('Content-Type', 'application/x-ndjson; charset=utf-8');
  response.setHeader('Content-Disposition', 'attachment; filename="corrections.jsonl"');
  response.send(await linesOf(store));
};

const linesOf = async (store: Store): Promise<string> => {
  let lines = '';
  let page: readonly StoredCorrection[] = [];
  do {
    page = await store.corrections('approved', page.at(-1)?.place ?? 0, MOST);
    lines += page.map(lineOf).join('');
  } while (page.length === MOST);
  return lines;
};

const lineOf = ({ text, lang, intents, danger }: Correction): string =>
  `${JSON.stringify({ text, lang, intents, p0: danger })}\n`;
