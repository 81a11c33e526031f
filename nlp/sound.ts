/** Spellings that sound alike in French, applied in this order to a folded word. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/eaux?|aux?/g, 'o'],
  [/ph/g, 'f'],
  [/qu?|ck|c(?=[aoulrt])|k/g, 'k'],
  [/c(?=[eiy])|sc(?=[eiy])|ss|ç/g, 's'],
  [/g(?=[eiy])/g, 'j'],
  [/gu(?=[eiy])/g, 'g'],
  [/(?:em|en|am|an)(?=[^aeiouymn]|$)/g, 'A'],
  [/(?:ain|ein|in|im|ym|un)(?=[^aeiouymn]|$)/g, 'I'],
  [/(?:om|on)(?=[^aeiouymn]|$)/g, 'O'],
  [/oi|wa/g, 'W'],
  [/ou/g, 'U'],
  [/ai|ei|est$|et$|er$|ez$|ée?/g, 'e'],
  [/y/g, 'i'],
  [/h/g, ''],
  [/z/g, 's'],
  [/(.)\1+/g, '$1'],
  [/(?:ent|es|e|s|t|d|x|p)+$/, ''],
];

/** How a folded word sounds, roughly: words with one key are easily written for one another. */
export const soundOf = (word: string): string =>
  ALIKE.reduce((sofar, [spelling, sound]) => sofar.replace(spelling, sound), word);
