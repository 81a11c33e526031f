import type { Frame } from '../bot/index.ts';
import { alarm } from './alarm.ts';
import { applies, type DangerPath, type DangerTurn } from './danger-path.ts';
import { listIn, type Moment, noting, push, swap, topOf, words } from './moment.ts';
import { newForm } from './new-form.ts';

/** Where the answers so far lead on the path of a danger. */
export type Followed = {
  readonly moment: Moment;
  /** What is said before anything else is asked. */
  readonly said: readonly string[];
  /** Nothing more may be asked. */
  readonly silent: boolean;
};

/** Follows the rows of a danger's table whose answer has been given, each once. */
export const followPath = (moment: Moment): Followed => {
  const frame = topOf(moment);
  const path = pathOf(moment, frame);
  if (frame === undefined || path === undefined) return { moment, said: [], silent: false };
  const done = listIn(frame, 'followed');
  const rows = path.turns.filter(
    (turn) => applies(turn, frame.slots) && !done.includes(keyOf(turn)),
  );
  if (rows.length === 0) return { moment, said: [], silent: false };
  const noted = noting(frame, { followed: [...done, ...rows.map(keyOf)] });
  return {
    moment: swap(moment, goneTo(noted, rows)),
    said: rows.flatMap(({ say }) => (say === undefined ? [] : [say[moment.language]])),
    silent: rows.some(({ silent }) => silent === true),
  };
};

const pathOf = ({ tools }: Moment, frame: Frame | undefined): DangerPath | undefined =>
  tools.content.dangers.get(frame?.intent ?? '');

const keyOf = ({ slot, is, not }: DangerTurn): string => JSON.stringify([slot, is, not]);

/** The request it turns out to be, when it is no danger after all. */
const goneTo = (frame: Frame, rows: readonly DangerTurn[]): Frame => {
  const go = rows.find((row) => row.go !== undefined)?.go;
  if (go === undefined) return frame;
  return { ...frame, intent: go.intent, slots: { ...frame.slots, ...go.facts } };
};

/**
 * The danger that an answer in another form raises: its text is said and a person called; the other form waits under it.
 * Nothing when there is none.
 */
export const raised = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  const found = frame === undefined ? undefined : raisedBy(moment, frame);
  const card = moment.tools.catalogue.get(found?.danger ?? '');
  if (frame === undefined || found === undefined || card === undefined) return undefined;
  const noted = swap(moment, noting(frame, { raised: [...listIn(frame, 'raised'), card.id] }));
  const isKnown = moment.state.stack.some(({ intent }) => intent === card.id);
  const warned = alarm(noted, card);
  return isKnown ? warned : push(warned, newForm(warned, card, found.facts));
};

const raisedBy = ({ tools }: Moment, frame: Frame) =>
  [...tools.content.dangers.values()]
    .filter(({ intent }) => !listIn(frame, 'raised').includes(intent))
    .flatMap((path) => path.raised.map((rule) => ({ ...rule, danger: path.intent })))
    .find((rule) => rule.intent === frame.intent && applies(rule, frame.slots));

/** What is said when a question stays without an answer: the tenant does not know, or said something else. */
export const movingOn = (moment: Moment, why: 'moving_on' | 'passing_on' = 'moving_on'): string =>
  words(moment, pathOf(moment, topOf(moment)) === undefined ? why : 'noted');
