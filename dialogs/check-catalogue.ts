import { checkDangers } from './check-dangers.ts';
import { type Content, slotCard } from './content.ts';
import { type ContentReader, isRow, type Row } from './content-reader.ts';

/** What the form engine asks for; requests of the other domains go to a person. */
const ASKED = ['emergency', 'technical_dwelling', 'technical_common', 'neighbourhood'];

/** Notes what the catalogue needs and the content does not say: a question, a safety text, a piece of guidance. */
export const checkCatalogue = (
  reader: ContentReader,
  content: Content,
  catalogue: string | undefined,
): void => {
  const cards = cardsIn(catalogue);
  checkDangers(reader, content, cards);
  for (const card of cards) {
    const { id, domain, safety } = card;
    if (typeof id !== 'string' || typeof domain !== 'string') continue;
    if (typeof safety === 'string' && !content.safety.has(safety)) {
      reader.note(`safety.json "${safety}"`, `is missing, "${id}" needs it`);
    }
    if (ASKED.includes(domain)) checkQuestions(reader, content, { id, card });
    else if (id !== 'request_status' && !content.guidance.has(id)) {
      reader.note(`guidance.json "${id}"`, 'is missing');
    }
  }
};

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
