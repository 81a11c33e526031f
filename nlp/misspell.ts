import type { Chance } from './chance.ts';
import spellings from './misspellings.json' with { type: 'json' };

const EDITED = 0.1;
const HASTY = 0.4;
const KEYS = 'abcdefghijklmnopqrstuvwxyz';
const NEIGHBOURS: Readonly<Record<string, string>> = spellings.keys;
const SOUNDS: readonly (readonly [string, string])[] = spellings.sounds.flatMap(([one, two]) =>
  one === undefined || two === undefined ? [] : [[one, two]],
);

/** A text as somebody in a hurry would have typed it: letters missing, doubled, swapped, or spelt as they sound. */
export const misspell = (text: string, chance: Chance): string => {
  const bare = chance() < HASTY ? text.normalize('NFD').replace(/\p{M}|['’]/gu, '') : text;
  const heard = chance() < HASTY ? respell(bare, chance) : bare;
  return chance() < HASTY * 2 ? slip(heard, chance) : heard;
};

const respell = (text: string, chance: Chance): string =>
  SOUNDS.reduce(
    (sofar, [one, two]) =>
      sofar.includes(one) && chance() < HASTY ? sofar.replaceAll(one, two) : sofar,
    text,
  );

const slip = (text: string, chance: Chance): string => {
  const letters = Array.from(text);
  return letters
    .map((letter, at) => {
      if (!/\p{L}/u.test(letter) || chance() >= EDITED) return letter;
      const kind = Math.floor(chance() * 4);
      if (kind === 0) return '';
      if (kind === 1) return letter + letter;
      if (kind === 2) return (letters[at + 1] ?? '') + letter;
      return near(letter, chance);
    })
    .join('');
};

const near = (letter: string, chance: Chance): string => {
  const keys = NEIGHBOURS[letter.toLowerCase()] ?? KEYS;
  return keys[Math.floor(chance() * keys.length)] ?? letter;
};
