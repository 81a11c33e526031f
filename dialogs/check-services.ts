import type { Content } from './content.ts';
import type { ContentReader, Row } from './content-reader.ts';

/** Notes requests without a service, services without a request, and rules that are unknown or serve nobody. */
export const checkServices = (
  reader: ContentReader,
  { services, legalRules }: Content,
  cards: readonly Row[],
): void => {
  if (cards.length > 0) checkIntents(reader, services, cards);
  const named = [...services.values()].flatMap(({ rules }) => rules);
  for (const { id, rules } of services.values()) {
    for (const rule of rules.filter((one) => !legalRules.has(one))) {
      reader.note(`services.json "${id}"`, `rests on an unknown rule: "${rule}"`);
    }
  }
  for (const rule of [...legalRules.keys()].filter((one) => !named.includes(one))) {
    reader.note(`legal-rules.json "${rule}"`, 'no service rests on it');
  }
};

const checkIntents = (
  reader: ContentReader,
  services: Content['services'],
  cards: readonly Row[],
): void => {
  const known = cards.map(({ id }) => String(id));
  for (const id of known.filter((one) => !services.has(one))) {
    reader.note(`services.json "${id}"`, 'is missing');
  }
  for (const id of [...services.keys()].filter((one) => !known.includes(one))) {
    reader.note(`services.json "${id}"`, 'names no request');
  }
};
