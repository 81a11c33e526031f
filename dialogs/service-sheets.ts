import type { Catalogue, IntentCard, Language, ServiceSheet, ServiceSheets } from '../bot/index.ts';
import type { Content, Service } from './content.ts';
import { delaysOf, describeDelay } from './delay.ts';
import { describePriority } from './describe.ts';
import { sentence } from './sentence.ts';

/** Builds the sheets of the catalogue: what the bot answers, the page shows and agents are offered. */
export const createServiceSheets =
  ({
    content,
    catalogue,
  }: {
    readonly content: Content;
    readonly catalogue: Catalogue;
  }): ServiceSheets =>
  (language) =>
    [...catalogue.values()].flatMap((card) => {
      const service = content.services.get(card.id);
      return service === undefined ? [] : [sheetOf(content, { card, service, language })];
    });

const sheetOf = (
  content: Content,
  {
    card,
    service,
    language,
  }: { readonly card: IntentCard; readonly service: Service; readonly language: Language },
): ServiceSheet => ({
  intent: card.id,
  domain: card.domain,
  name: card.name[language],
  payer: service.payer,
  payerName: sentence(content, language, `payer_${service.payer}`),
  acts: service.acts[language],
  pays: service.pays[language],
  depends: service.depends[language],
  proof: service.proof[language],
  rules: service.rules.flatMap((id) => {
    const rule = content.legalRules.get(id);
    return rule === undefined ? [] : [{ text: rule[language], source: rule.source }];
  }),
  delays: delaysOf(card).map(({ priority, delay }) => ({
    priority,
    name: describePriority(content, priority, language),
    within: describeDelay(content, delay, language),
  })),
});
