import type { Language, Payer, Translated } from '../bot/index.ts';
import type { DangerPath } from './danger-path.ts';
import type { EmergencyNumber } from './emergency-numbers.ts';
import type { PlainWords } from './plain-words.ts';

/** How the answer to a question is read. */
export const SLOT_KINDS = [
  'yes_no',
  'choice',
  'place',
  'lift',
  'number',
  'when',
  'date',
  'phone',
  'code',
  'proof',
] as const;

/** One answer that has a button; `words` are beginnings of words by which people say it. */
export type SlotChoice = Translated & {
  readonly value: string;
  readonly words: readonly string[];
  /** A bare yes or no stands for it. */
  readonly means?: 'yes' | 'no';
};

/** Asked only while another fact has one of these values; otherwise taken as `otherwise`. */
export type AskedOnly = {
  readonly slot: string;
  readonly is: readonly string[];
  readonly otherwise: string;
};

/** How one fact is asked for. */
export type SlotCard = {
  readonly id: string;
  readonly kind: (typeof SLOT_KINDS)[number];
  /** Asked this way for these intents only; without it, for all others. */
  readonly intents?: readonly string[];
  readonly ask: Translated;
  /** The same question in other words, with an example. */
  readonly again: Translated;
  readonly label: Translated;
  readonly choices: readonly SlotChoice[];
  /** How many of the choices get a button. */
  readonly shown?: number;
  /** Any text is an answer. */
  readonly free?: boolean;
  /** The first message is the answer when it has this many words. */
  readonly told?: number;
  /** A free answer has figures in it. */
  readonly figures?: boolean;
  /** A photo is an answer. */
  readonly photo?: boolean;
  /** Its words count in an answer only, not in the first message. */
  readonly later?: boolean;
  readonly only?: AskedOnly;
};

/** What a question about a request asks for: who pays, how long it takes, who acts. */
export const ASIDE_SUBJECTS = ['pays', 'delay', 'acts'] as const;

/** One of them. */
export type AsideSubject = (typeof ASIDE_SUBJECTS)[number];

/** A question tenants ask in the middle of a form, and its short answer. */
export type Aside = Translated & {
  readonly id: string;
  readonly words: readonly string[];
  /** It is about repairs: with papers their own short answer is given instead. */
  readonly works?: boolean;
  /** It answers whoever tells it, not only who asks. */
  readonly told?: boolean;
  /** What the catalogue of services says about the request is given instead, when one is meant. */
  readonly about?: AsideSubject;
};

/** A language the bot recognises and does not write; `fr` and `en` are its name. */
export type OtherLanguage = Translated & {
  readonly id: string;
  /** What the bot is, that it does not write this language, and that a person was told. */
  readonly said: string;
  /** Where to call in danger. */
  readonly danger: string;
  /** Words by which people name it, or say that they speak nothing else. */
  readonly words: readonly string[];
  /** What people write when they are in danger, by the intent it means. */
  readonly dangers: readonly { readonly intent: string; readonly words: readonly string[] }[];
};

/** A button that is understood without reading; `id` is the value of the button. */
export type Pictogram = Translated & { readonly id: string; readonly picture: string };

/** Words that tell something of which nothing is kept; `*` stands for the rest of a word. */
export type SensitiveWords = {
  /** What stands in their place. */
  readonly mask: string;
  readonly words: readonly string[];
  /** Sayings with the same words that tell nothing of anybody. */
  readonly except: readonly string[];
};

/** What must not be kept of what tenants write. */
export type Sensitive = {
  /** What stands in place of each kind of number. */
  readonly labels: { readonly iban: string; readonly card: string; readonly social: string };
  readonly words: readonly SensitiveWords[];
  /** What stands in place of what shows who somebody is, and the words that announce a birth date. */
  readonly proofs: {
    readonly birth: string;
    readonly birthWords: readonly string[];
    readonly code: string;
  };
  /** Facts of which only yes or no is kept. */
  readonly yesNoOnly: readonly string[];
};

/** The short useful answer to a request, before anything is asked. */
export type Guidance = Translated & {
  /** What happens once the request is noted. */
  readonly next?: Translated;
  /** A person is offered with the receipt. */
  readonly person?: boolean;
};

/** A law or decree that an answer rests on; somebody looked it up. */
export type LegalRule = Translated & {
  readonly id: string;
  /** Where it can be read. */
  readonly source: string;
  /** The month in which somebody last looked at the source. */
  readonly checked: string;
};

/** What the landlord does about one kind of request: who acts, who usually pays, what changes it, what proves it. */
export type Service = {
  readonly id: string;
  readonly payer: Payer;
  readonly acts: Translated;
  readonly pays: Translated;
  readonly depends: Translated;
  readonly proof: Translated;
  /** Ids of legal rules; none where only a person can tell. */
  readonly rules: readonly string[];
};

/** What is worth knowing when a fact of a request has one of these values; said once. */
export type Advice = Translated & {
  readonly id: string;
  readonly intents: readonly string[];
  readonly slot: string;
  readonly is: readonly string[];
  /** It is the whole answer: nothing has to be noted. */
  readonly enough?: boolean;
  /** Nothing else is said with it: the short answer would be out of place. */
  readonly alone?: boolean;
};

/** The ways people steer a conversation. */
export const CUES = [
  'back',
  'correct',
  'rather',
  'question',
  'english',
  'french',
  'not_spoken',
  'over',
  'number',
  'more',
  'wait',
  'other_one',
  'not',
  'but',
  'wrong',
  'place',
  'dont_know',
  'here_again',
  'reminder',
  'reported',
  'no_code',
  'news',
  'appointment',
  'annoyed',
  'afraid',
  'ashamed',
  'enough',
  'solved',
  'starts_again',
  'keep',
  'hours',
  'child',
  'child_age',
  'filler',
  'head',
  'who_pays',
  'how_long',
  'who_acts',
  'not_now',
] as const;

/** One of them. */
export type Cue = (typeof CUES)[number];

/** A text with the shorter one that is said instead where room is scarce, as in an SMS. */
export type ShortWording = { readonly full: Translated; readonly short: Translated };

/** How people name a choice by its number. */
export type ChoiceNumbers = {
  /** Words that may stand before a number: "la 2", "number 2". */
  readonly before: readonly string[];
  /** Words that may stand before a rank: "le deuxième". */
  readonly beforeRank: readonly string[];
  /** The numbers from 1 on, in figures and words, and their ranks. */
  readonly numbers: readonly {
    readonly words: readonly string[];
    readonly ranks: readonly string[];
  }[];
};

/** Everything the bot can say. */
export type Content = {
  readonly sentences: ReadonlyMap<string, Translated>;
  readonly slots: readonly SlotCard[];
  readonly safety: ReadonlyMap<string, Translated>;
  /** What is said and asked in each danger, by intent. */
  readonly dangers: ReadonlyMap<string, DangerPath>;
  readonly numbers: readonly EmergencyNumber[];
  /** The short answer to each administrative request, by intent. */
  readonly guidance: ReadonlyMap<string, Guidance>;
  readonly advice: readonly Advice[];
  /** The catalogue of services, by intent. */
  readonly services: ReadonlyMap<string, Service>;
  /** Laws and decrees, by id. */
  readonly legalRules: ReadonlyMap<string, LegalRule>;
  readonly asides: readonly Aside[];
  readonly otherLanguages: ReadonlyMap<string, OtherLanguage>;
  readonly sensitive: Sensitive;
  readonly plainWords: PlainWords;
  readonly choiceNumbers: ChoiceNumbers;
  /** Texts that have a shorter form beside them. */
  readonly shortWordings: readonly ShortWording[];
  readonly pictograms: readonly Pictogram[];
  /** Words by which people steer: go back, correct, ask. */
  readonly cues: ReadonlyMap<Cue, readonly string[]>;
};

/** The languages content is written in. */
export const LANGUAGES: readonly Language[] = ['fr', 'en'];

/** How a slot is asked for an intent. */
export const slotCard = (content: Content, id: string, intent?: string): SlotCard | undefined => {
  const cards = content.slots.filter((card) => card.id === id);
  const own = cards.find(({ intents }) => intent !== undefined && intents?.includes(intent));
  return own ?? cards.find(({ intents }) => intents === undefined);
};
