import type { Catalogue, Instant, Language, Suggest } from '../bot/index.ts';
import type { Content, Service } from './content.ts';
import { delaysOf, describeDelays } from './delay.ts';
import { describeDue } from './describe.ts';
import { sentence } from './sentence.ts';

/** Builds what agents are offered to say, from the catalogue the bot answers from. */
export const createSuggest =
  ({ content, catalogue }: { readonly content: Content; readonly catalogue: Catalogue }): Suggest =>
  ({ intent, language, now, due }) => {
    const card = catalogue.get(intent);
    const service = content.services.get(intent);
    if (card === undefined || service === undefined || card.domain === 'emergency') return [];
    const delays = delaysOf(card).map(({ delay }) => delay);
    const usual = describeDelays(content, { card, delays }, language);
    return [
      { about: 'pays', text: paysText(content, service, language) },
      {
        about: 'delay',
        text: due === undefined ? usual : promiseText(content, { due, now }, language),
      },
      {
        about: 'proof',
        text: sentence(content, language, 'suggest_proof', { proof: service.proof[language] }),
      },
    ];
  };

const paysText = (content: Content, service: Service, language: Language): string => {
  const { payer, pays, depends } = service;
  if (payer === 'free') return pays[language];
  const values = { pays: pays[language], depends: depends[language] };
  return sentence(content, language, 'suggest_pays', values);
};

const promiseText = (
  content: Content,
  { due, now }: { readonly due: Instant; readonly now: Instant },
  language: Language,
): string =>
  sentence(content, language, due < now ? 'status_late' : 'status_due', {
    due: describeDue(content, due, language),
  });
