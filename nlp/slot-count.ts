import { ANY_NUMBER, NUMBER, numberOf } from './slot-number.ts';
import { firstOf } from './slot-saying.ts';
import type { FindSlot } from './slot-text.ts';
import { when } from './slot-trigger.ts';

const MOST = 2000;
const PEOPLE =
  'personnes?|pers|persones?|gens|adultes?|enfants?|gamins?|gosses?|locataires?|voisins?|habitants?|residents?|familles?|foyers?|bebes?|collegues|jeunes|pompiers|occupants|ados?|chiens?|chats?|people|persons?|adults?|kids?|children|tenants?|neighbours?|neighbors?|residents?|families|households|men|women|babies|teenagers|dogs?|cats?';
const THINGS =
  'appartements?|apparts?|apparte?ments?|appts?|logements?|lgts?|pieces?(?! d)|chambres?|radiateurs?|prises?|fenetres?|vitres?|carreaux|volets?|portes?|ampoules?|lampes?|robinets?|ascenseurs?|batiments?|immeubles?|cles?|badges?|clefs?|vigiks?|boites? aux lettres|poubelles?|conteneurs?|containers?|bacs?|matelas|meubles?|canapes?|voitures?|scooters?|velos?|places? de parking|detecteurs?|plaques?|marches|tuiles|caves?|garages?|interrupteurs?|dalles|carrelages|cafards|rats?|souris|photos?|nids?|pigeons?|flats?|apartments?|homes?|rooms?|bedrooms?|radiators?|sockets?|windows?|doors?|lights?|bulbs?|taps?|lifts?|keys?|fobs?|bins?|mattress(?:es)?|sofas?|cars?|bikes?|buildings?|mice|cockroaches|letterboxes|steps|photos';

const count = ([, said = '']: readonly string[]): string | undefined => {
  const number = numberOf(said);
  return number === undefined || number < 1 || number > MOST ? undefined : String(number);
};
/** "Un radiateur" is no count, nor is "a flat". */
const severalOf = (groups: readonly string[]): string | undefined =>
  /^(?:une?|one)$/.test(groups[1] ?? '') ? undefined : count(groups);

const NOT_COUNTED =
  "(?! ?(?:h\\b|heures?|jours?|mois|semaines?|ans?\\b|annees?|minutes?|fois|eme|e\\b|er\\b|euros?|€|degres?|°|m2|%|rue|av\\b|[.,:/]\\d|\\d|o'clock|am\\b|pm\\b|days?|weeks?|months?|years?|hours?|degrees?|floors?|minutes?))";
const NOT_NAMED =
  '(?<!\\b(?:bat|bt|batiment|escalier|esc|cage|porte|etage|appt|appart|rue|numero|n°|building|block|flat|door|floor|depuis|le|du|au) )';

/** How many people or things, as a whole number. */
export const countOf: FindSlot = when(
  new RegExp(`${ANY_NUMBER}|seule?|alone|own|myself`),
  firstOf([
    [
      new RegExp(
        `\\b(${NUMBER}) (?:seules? |petite?s? |grande?s? |jeunes |autres |other |young |small |more |broken )?(?:${PEOPLE})\\b(?<!\\bdu (?:${NUMBER}) \\w+)`,
      ),
      severalOf,
    ],
    [
      /\b(1|une|one) (?:(?:seule|single) (?:personne|person)|(?:personne|person)(?= (?:bloquee?|coincee?|enferm\w+|dedans|dans|seule|stuck|trapped|inside|in the)))\b/,
      count,
    ],
    [
      new RegExp(
        `\\b(?:on est|on etait|on sera|on vit|on e|on ai|nous sommes|ns sommes|nous etions|ils sont|elles sont|on sont|on va etre|on habite|we are|we're|they are|i live with|us) (?:a |tous les |toutes les |au moins |environ |about |the |only |bloques a |coinces a |coincees? a |bloques |deja )*(${NUMBER})\\b${NOT_COUNTED}(?! (?:rue|eme|times?|more than))`,
      ),
      severalOf,
    ],
    [
      new RegExp(
        `\\b(?:a|les|tous les|toutes les|famille de|family of|party of) (${NUMBER}) (?:(?:dans|ds) (?:la|l'|un|une|le|notre|mon|cet?)|dedans|in the|a bord|sur le palier|coinces|bloques)\\b`,
      ),
      severalOf,
    ],
    [
      new RegExp(
        `\\b(?:famille de|family of|foyer de|household of|groupe de|group of) (${NUMBER})\\b${NOT_COUNTED}`,
      ),
      count,
    ],
    [new RegExp(`\\b(${NUMBER}) of (?:us|them)\\b`), count],
    [
      new RegExp(
        `${NOT_NAMED}\\b(${NUMBER}) (?:seules? |autres |nouveaux |nouvelles |petite?s? |grande?s? |gros |grosses |vieux |vieilles |other |new |old |more |broken |big |small |dead |double )?(?:${THINGS})\\b`,
      ),
      severalOf,
    ],
    [
      /\b(?:je suis|chui|jsuis|jsui|suis|j'suis) (?:toute? |tte? )?seule?\b|\b(?:i'm|i am|im|she's|he's|she is|he is) (?:all )?(?:alone|on my own|by myself|on (?:her|his) own)\b/,
      () => '1',
    ],
  ]),
);
