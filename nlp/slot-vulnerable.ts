import { NUMBER, numberOf } from './slot-number.ts';
import { firstOf } from './slot-saying.ts';
import type { FindSlot } from './slot-text.ts';
import { when } from './slot-trigger.ts';

const yes = (): string => 'yes';
const [OLD, YOUNG, OLDEST] = [70, 5, 115];

const old = ([, age = '']: readonly string[]): string | undefined => {
  const years = numberOf(age) ?? 0;
  return years >= OLD && years <= OLDEST ? 'yes' : undefined;
};
const young = ([, age = '']: readonly string[]): string | undefined =>
  (numberOf(age) ?? OLD) <= YOUNG ? 'yes' : undefined;

const CHILD =
  '(?:fils|fille|fillette|enfants?|gamins?|gamine|gosses?|petite?s?|garcon|neveu|niece|jumeaux|bout de chou|son|daughter|kids?|child|children|boy|girl|twins)';
/** What is as old as that and is no person. */
const THING =
  /\b(?:depuis|depui|dps|dpuis|y a|ya|fait|pendant|immeuble|batiment|chaudiere|bail|installation|ascenseur|for|since|building) (?:(?:a|de|plus de|environ|les|the|last|over|is) )*$/;
const aPerson = (before: string): boolean => !THING.test(before);

/** What each saying below has at least once; without any of it none is tried. */
const TRIGGER =
  /\bbeb|\bbb|nourr?is|nouveau|\bnes?\b|prema|en[cs]+ein|andi|fauteui|ambul|\bage|fragil|vulnerab|vieil|vieux|invalid|infirm|asthm|asmat|oxygen|dialys|malade|cancer|chimio|aveugle|malvoy|avc|alite|pmr|reduit|zheimer|parkins|epile|\bbas\b|jeune|respirat|cardiaq|diabet|curatel|depend|hospit|bab|born|infant|toddler|pregnan|disab|wheel|elder|pensio|frail|bedrid|blind|housebo|frame|dement|chemo|heart|ill\b|sick|\bold|difficult|unwell|ans\b|year|yr|yo\b|y\.o|fils|fill|enfant|gamin|gosse|petit|garcon|neveu|niece|jumeaux|chou|\bson\b|daughter|kid|child|boy|girl|twin|grand|mamie?|mamy|meme|pap[iy]|pepe|\bnan|\bgran/;

/** Whether somebody frail lives there: only that, never why. */
export const vulnerablePerson: FindSlot = when(
  TRIGGER,
  firstOf([
    [
      /\b(?:(?:pas|plus) (?:de |d'|d )|sans |no |aucun |aucune |not? any )(?:jeunes? |young |small |petite?s? )?(?:bebes?|bb|enfants?|personnes? (?:agees?|fragiles?|vulnerables?)|baby|babies|children|kids|elderly|disabled|handicape?e?s?|handicap|(?:vulnerable|elderly) (?:person|people))\b/,
      () => 'no',
    ],
    [
      /\b(?:bebes?|bebee|bbs?|bbe|nourrissons?|nourisson|nouveau[ -]?nes?|prema(?:ture\w*)?|enceinte|enceintes|ensseinte|handicape?e?s?|handicap\w*|andicap\w*|handi|fauteuil roulant|en fauteuil|fauteuille roulant|deambulateur|personnes? agees?|pers agees?|personne fragile|personnes? (?:fragiles?|vulnerables?)|agees? et malade|tres agees?|vieille (?:dame|maman|mere)|vieux (?:monsieur|papa|pere)|invalide|invalidite|infirme|asthm\w+|asmat\w+|sous oxygene|oxygene|dialyse|dialysee?|malade du coeur|(?<!\b(?:chat|chien|chatte|chienne) )(?:suis|est|sont|tres|gravement|tombee?) malades?\b(?! (?:de|a) )|cancer|chimio|aveugle|malvoyante?|avc|alitee?|pmr|mobilite reduite|alzheimer|parkinson|epilep\w+|en bas age|jeunes enfants|insuffisan\w+ respiratoire|respirateur|cardiaque|diabeti\w+|curatelle|personne dependante|hospitalisation a domicile)\b/,
      yes,
    ],
    [
      /\b(?:bab(?:y|ies)|newborn|new born|infants?|toddlers?|pregnant|disabled|disability|disabilities|wheelchair|elderly|pensioner|oxygen|asthma\w*|asthmatic|dialysis|frail|bedridden|blind|housebound|walking frame|dementia|vulnerable|chemo|heart condition|diabetic|epileptic|very (?:ill|sick|old)|seriously ill|young children|small children|learning difficulties|unwell)\b/,
      yes,
    ],
    [
      new RegExp(
        `\\b(${NUMBER})\\s*(?:ans\\b|a\\b(?= et malade)|years? old|year[- ]olds?|yrs? old|yo\\b|y\\.o)`,
      ),
      old,
      aPerson,
    ],
    [
      new RegExp(
        `\\b${CHILD} (?:\\w+ )?(?:de |d'|a |ont |is |are |who is |aged? |qui a )(?:seulement |only )?(${NUMBER}) ?(?:ans?\\b|years?|mois|semaines?|jours?|months?|weeks?)?`,
      ),
      young,
    ],
    [
      new RegExp(
        `\\b${CHILD} (?:\\w+ )?(?:de |d'|a |is |aged? |qui a )(?:${NUMBER}) (?:mois|semaines|months|weeks)\\b`,
      ),
      yes,
    ],
    [
      /\b([1-5]|one|two|three|four|five)[ -]?(?:years?|yrs?|yr)[ -]?old\b(?! (?:building|boiler|lift|problem|carpet|window|heater))/,
      yes,
    ],
    [
      /\b\d{1,2}[ -]?(?:months?|weeks?|mths?)[ -]old\b(?! (?:building|boiler|lift|problem|carpet|request|complaint))/,
      yes,
    ],
    [
      /\b(?:ma|mon|sa|son|ses?|des|les|mes) (?:petite?s? |vieille |vieux )?(?:grand[ -]?meres?|grand[ -]?peres?|mamie|mami|mamy|meme|papi|papy|pepe)\b|\bmy (?:old |elderly )?(?:grand(?:mother|father|ma|pa|parents)|nan|nana|gran|granny)\b/,
      yes,
    ],
  ]),
);
