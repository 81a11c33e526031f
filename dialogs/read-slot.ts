import { checkWording } from './check-wording.ts';
import { type AskedOnly, SLOT_KINDS, type SlotCard, type SlotChoice } from './content.ts';
import type { ContentReader, Row } from './content-reader.ts';
import { isRow } from './content-reader.ts';

/** Reads how one fact is asked for. */
export const readSlot = (reader: ContentReader, row: Row, at: string): SlotCard => {
  const { intents, only, shown } = row;
  const card: SlotCard = {
    id: reader.text(row['id'], `${at}.id`),
    kind: kindOf(reader, row['kind'], `${at}.kind`),
    ask: reader.translated(row['ask'], `${at}.ask`),
    again: reader.translated(row['again'], `${at}.again`),
    label: reader.translated(row['label'], `${at}.label`),
    choices: readChoices(reader, row['choices'], `${at}.choices`),
    ...(intents === undefined ? {} : { intents: reader.texts(intents, `${at}.intents`) }),
    ...(only === undefined ? {} : { only: readOnly(reader, only, `${at}.only`) }),
    ...(typeof shown === 'number' ? { shown } : {}),
    ...(row['free'] === true ? { free: true } : {}),
    ...(typeof row['told'] === 'number' ? { told: row['told'] } : {}),
    ...(row['photo'] === true ? { photo: true } : {}),
    ...(row['figures'] === true ? { figures: true } : {}),
    ...(row['later'] === true ? { later: true } : {}),
  };
  checkCard(reader, card, at);
  return card;
};

const checkCard = (reader: ContentReader, card: SlotCard, at: string): void => {
  checkWording(reader, card.ask, { at: `${at}.ask` });
  checkWording(reader, card.again, { at: `${at}.again` });
  checkWording(reader, card.label, { at: `${at}.label` });
  if (card.ask.fr === card.again.fr || card.ask.en === card.again.en) {
    reader.note(at, 'ask and again must be two different sentences');
  }
  for (const choice of card.choices) checkWording(reader, choice, { at: `${at}.${choice.value}` });
};

const kindOf = (reader: ContentReader, value: unknown, at: string): SlotCard['kind'] => {
  const kind = SLOT_KINDS.find((one) => one === value);
  if (kind === undefined) reader.note(at, `must be one of ${SLOT_KINDS.join(', ')}`);
  return kind ?? 'choice';
};

const readChoices = (reader: ContentReader, value: unknown, at: string): readonly SlotChoice[] => {
  if (!Array.isArray(value)) reader.note(at, 'must be a list');
  return (Array.isArray(value) ? value : []).flatMap((row: unknown, n) =>
    isRow(row) ? [readChoice(reader, row, `${at}[${n}]`)] : [],
  );
};

const readChoice = (reader: ContentReader, row: Row, at: string): SlotChoice => {
  const { means } = row;
  return {
    value: reader.text(row['value'], `${at}.value`),
    ...reader.translated(row, at),
    words: reader.texts(row['words'], `${at}.words`),
    ...(means === 'yes' || means === 'no' ? { means } : {}),
  };
};

const readOnly = (reader: ContentReader, value: unknown, at: string): AskedOnly => {
  const row = isRow(value) ? value : {};
  return {
    slot: reader.text(row['slot'], `${at}.slot`),
    is: reader.texts(row['is'], `${at}.is`),
    otherwise: reader.text(row['otherwise'], `${at}.otherwise`),
  };
};
