import type {
  Catalogue,
  HalfDay,
  IncidentPlace,
  Instant,
  Language,
  Priority,
  Slots,
  SlotValue,
} from '../bot/index.ts';
import { type Content, slotCard } from './content.ts';
import { sentence } from './sentence.ts';

const ZONE = 'Europe/Paris';
const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** What a request is called: "Fuite ou dégât des eaux". */
export const describeIntent = (catalogue: Catalogue, intent: string, language: Language): string =>
  catalogue.get(intent)?.name[language] ?? intent;

/** A promised moment as people say it: "jeudi 26 novembre avant 18 h". */
export const describeDue = (content: Content, due: Instant, language: Language): string =>
  sentence(content, language, 'due_before', {
    day: dayOf(due, language),
    time: timeOf(due, language),
  });

/** An opening as people say it, in its two parts: "jeudi 26 novembre" and "9 h". */
export const describeOpening = (
  opens: Instant,
  language: Language,
): { readonly day: string; readonly time: string } => ({
  day: dayOf(opens, language),
  time: timeOf(opens, language),
});

/** A half-day as people say it: "jeudi 26 novembre, le matin (8 h à 12 h)". */
export const describeHalfDay = (content: Content, half: HalfDay, language: Language): string =>
  sentence(content, language, 'half_day', {
    day: dayOf(half.from, language),
    part: sentence(content, language, `half_day_${half.part}`, {
      from: timeOf(half.from, language),
      to: timeOf(half.to, language),
    }),
  });

/** The same, short enough for a button. */
export const describeHalfDayShort = (content: Content, half: HalfDay, language: Language): string =>
  sentence(content, language, `half_day_${half.part}_short`, { day: dayOf(half.from, language) });

/** A priority in plain words. */
export const describePriority = (
  content: Content,
  priority: Priority,
  language: Language,
): string => sentence(content, language, `priority_${priority}`);

/** What a fact is called; undefined when it is not shown to tenants. */
export const describeSlot = (
  content: Content,
  id: string,
  language: Language,
): string | undefined => slotCard(content, id)?.label[language];

/** The value of a fact in plain words. */
export const describeValue = (
  content: Content,
  {
    id,
    value,
    intent,
  }: { readonly id: string; readonly value: SlotValue; readonly intent?: string },
  language: Language,
): string => {
  const choice = slotCard(content, id, intent)?.choices.find((one) => one.value === value.value);
  if (choice !== undefined) return choice[language];
  return value.value === 'unknown' ? sentence(content, language, 'dont_know') : value.said;
};

/** Facts that say where in a place something is. */
const WHERE = ['location_detail', 'room', 'rooms'];

/** Where a request is: "12 rue des Tilleuls, bâtiment B (cuisine)". */
export const describePlace = (
  content: Content,
  {
    place,
    slots,
    intent,
  }: {
    readonly place: IncidentPlace;
    readonly slots: Slots;
    readonly intent: string;
  },
  language: Language,
): string => {
  const id = WHERE.find((slot) => slots[slot] !== undefined && slots[slot].value !== 'unknown');
  const value = id === undefined ? undefined : slots[id];
  if (id === undefined || value === undefined) return place.label;
  return `${place.label} (${describeValue(content, { id, value, intent }, language).toLowerCase()})`;
};

const dayOf = (at: Instant, language: Language): string => {
  const parts = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: ZONE,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const day = part('day') === '1' && language === 'fr' ? '1er' : part('day');
  return `${part('weekday')} ${day} ${part('month')}`;
};

const timeOf = (at: Instant, language: Language): string => {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const [hour = 0, minute = 0] = clock.format(at).split(':').map(Number);
  const minutes = minute === 0 ? '' : String(minute).padStart(2, '0');
  if (language === 'fr') return `${hour}\u00a0h${minutes === '' ? '' : `\u00a0${minutes}`}`;
  const shown = `${hour % 12 === 0 ? 12 : hour % 12}${minutes === '' ? '' : `:${minutes}`}`;
  return `${shown}\u00a0${hour < 12 ? 'am' : 'pm'}`;
};
