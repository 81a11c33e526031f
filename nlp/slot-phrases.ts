import { type FindSlot, factAt, type SlotText, type SlotWord, slotStem } from './slot-text.ts';

/** Phrases by what they mean; those under `NOTHING` only look like the others. */
export type PhraseTable = Readonly<Record<string, readonly string[]>>;

const NOTHING = 'nothing';
const LONGEST = 6;
const SHORTEST_NOUN = 5;

type Lexicon = {
  readonly meanings: ReadonlyMap<string, string>;
  readonly longest: ReadonlyMap<string, number>;
};
type Hit = { readonly id: string; readonly from: number; readonly to: number };

/**
 * A finder of set phrases, wherever plurals, hyphens, elisions and figures (`#`) stand in them; the first that is said
 * counts, and those that are vague only when there is no other.
 */
export const findPhrase = (table: PhraseTable, vague: ReadonlySet<string>): FindSlot => {
  const lexicon = lexiconOf(table);
  return (text) => {
    const hits = hitsIn(lexicon, text.words);
    const best = hits.find(({ id }) => !vague.has(id)) ?? hits[0];
    return best && factAt(text, best.id, spanOf(text, best));
  };
};

const lexiconOf = (table: PhraseTable): Lexicon => {
  const meanings = new Map<string, string>();
  const longest = new Map<string, number>();
  for (const [id, phrases] of Object.entries(table)) {
    for (const phrase of phrases) {
      const words = phrase.split(' ').map(slotStem);
      const first = words[0] ?? '';
      meanings.set(words.join(' '), id);
      longest.set(first, Math.min(LONGEST, Math.max(longest.get(first) ?? 0, words.length)));
    }
  }
  return { meanings, longest };
};

const hitsIn = (lexicon: Lexicon, words: readonly SlotWord[]): readonly Hit[] => {
  const hits: Hit[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const hit = hitAt(lexicon, words, from);
    if (hit === undefined) continue;
    if (hit.id !== NOTHING) hits.push(hit);
    from = hit.to - 1;
  }
  return hits;
};

const hitAt = (
  { meanings, longest }: Lexicon,
  words: readonly SlotWord[],
  from: number,
): Hit | undefined => {
  const first = firstWord(longest, words[from]);
  const most = longest.get(first) ?? 0;
  const rest = most > 1 ? words.slice(from + 1, from + most).map(({ stem }) => stem) : [];
  for (let more = rest.length; most > 0 && more >= 0; more -= 1) {
    const id = meanings.get([first, ...rest.slice(0, more)].join(' '));
    if (id !== undefined) return { id, from, to: from + more + 1 };
  }
  return undefined;
};

/** "lascenseur" is an article and its noun. */
const firstWord = (longest: Lexicon['longest'], said: SlotWord | undefined): string => {
  const { word, stem: bare } = said ?? { word: '', stem: '' };
  if (longest.has(bare) || !/^[ld][aeiouh]./.test(word)) return bare;
  const noun = bare.slice(1);
  return longest.has(noun) && noun.length >= SHORTEST_NOUN ? noun : bare;
};

const spanOf = ({ words }: SlotText, { from, to }: Hit): readonly [number, number] => [
  words[from]?.start ?? 0,
  words[to - 1]?.end ?? 0,
];
