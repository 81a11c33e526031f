import { checkDangers } from './check-dangers.ts';
import { checkServices } from './check-services.ts';
import { type Content, slotCard } from './content.ts';
import { type ContentReader, isRow, type Row } from './content-reader.ts';

/** Requests about an incident that is already there: they ask in a way of their own. */
const FOLLOW_UPS = ['request_status', 'appointment_manage'];

/** Notes what the catalogue needs and the content does not say: a question, a safety text, a short answer. */
export const checkCatalogue = (
  reader: ContentReader,
  content: Content,
  catalogue: string | undefined,
): void => {
  const cards = cardsIn(catalogue);
  checkDangers(reader, content, cards);
  if (cards.length > 0) checkAdvice(reader, content, cards);
  checkServices(reader, content, cards);
  for (const card of cards) {
    const { id, safety } = card;
    if (typeof id !== 'string') continue;
    if (typeof safety === 'string' && !content.safety.has(safety)) {
      reader.note(`safety.json "${safety}"`, `is missing, "${id}" needs it`);
    }
    if (FOLLOW_UPS.includes(id)) continue;
    checkQuestions(reader, content, { id, card });
    if (isAnswered(card) && !content.guidance.has(id)) {
      reader.note(`guidance.json "${id}"`, 'is missing');
    }
  }
};

/** Advice that names no request, or a fact nobody asks for, would never be said. */
const checkAdvice = (reader: ContentReader, content: Content, cards: readonly Row[]): void => {
  const known = cards.map(({ id }) => id);
  for (const { id, intents, slot } of content.advice) {
    for (const intent of intents) {
      if (!known.includes(intent))
        reader.note(`advice.json "${id}"`, `names no request: "${intent}"`);
      if (slotCard(content, slot, intent) === undefined) {
        reader.note(`advice.json "${id}"`, `names no question: "${slot}"`);
      }
    }
  }
};

/** Whether a short answer comes before the questions. */
const isAnswered = ({ domain }: Row): boolean => domain === 'admin' || domain === 'service';

const checkQuestions = (
  reader: ContentReader,
  content: Content,
  { id, card }: { readonly id: string; readonly card: Row },
): void => {
  const slots = isRow(card['slots']) ? card['slots']['required'] : undefined;
  const required: readonly unknown[] = Array.isArray(slots) ? slots : [];
  for (const slot of required) {
    if (typeof slot === 'string' && slotCard(content, slot, id) === undefined) {
      reader.note(`slots.json "${slot}"`, `has no question, "${id}" needs it`);
    }
  }
};

/** The catalogue has its own parser, which names what is wrong with its form. */
const cardsIn = (catalogue: string | undefined): readonly Row[] => {
  if (catalogue === undefined) return [];
  try {
    const file: unknown = JSON.parse(catalogue);
    const intents = isRow(file) ? file['intents'] : undefined;
    return Array.isArray(intents) ? intents.filter(isRow) : [];
  } catch {
    return [];
  }
};
