import type { Wish } from '../bot/index.ts';

/** Words that networks and providers treat as a wish when they are the whole text, in French and English. */
const STOP = ['stop', 'arret', 'arreter', 'desabonner', 'stopall', 'unsubscribe'];
const START = ['start', 'unstop', 'reprendre'];

/** The wish a text is, when it is nothing else; `own` are the words of one provider. */
export const wishIn = (
  text: string,
  own: { readonly stop?: readonly string[]; readonly start?: readonly string[] } = {},
): Wish | undefined => {
  const word = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^[\s"'.!]+|[\s"'.!]+$/gu, '');
  if ([...STOP, ...(own.stop ?? [])].includes(word)) return 'stop';
  return [...START, ...(own.start ?? [])].includes(word) ? 'start' : undefined;
};
