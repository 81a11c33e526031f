/** A piece of a text: as it is, or something to call, to text or to open. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'call' | 'sms' | 'link'; readonly text: string; readonly to: string };

/** Numbers of ten digits, free numbers and numbers with +33, in the ways they are written. */
const LONG = String.raw`(?:\+33[\s.]?\d|\b0[\s.]?8\d{2}|\b0\d)(?:[\s.]?\d{2}){3,4}(?!\d)`;

/** Emergency numbers; only a safety text is sure to mean them. */
const SHORT = String.raw`\b(?:112|11[4-9]|3114|3919|1[578])\b(?![,.]\d|\s?(?:h|%|°))`;

/** Pages of the web, and our own page of an incident. */
const LINK = String.raw`https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]|\/suivi\/[A-Z]{6}\b|\/services(?:\?lang=en)?(?:#[a-z_]+)?(?![\w/])`;

/** The emergency number that is for texts, not for calls. */
const TEXT_ONLY = '114';

/** Cuts a text into pieces; the pieces put together are the text again. */
export const piecesOf = (text: string, safety: boolean): readonly Piece[] => {
  const pattern = new RegExp([LINK, LONG, ...(safety ? [SHORT] : [])].join('|'), 'g');
  const pieces: Piece[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (index > done) pieces.push({ kind: 'text', text: text.slice(done, index) });
    pieces.push(pieceOf(found));
    done = index + found.length;
  }
  if (done < text.length) pieces.push({ kind: 'text', text: text.slice(done) });
  return pieces;
};

const pieceOf = (found: string): Piece => {
  if (/^[h/]/.test(found)) return { kind: 'link', text: found, to: found };
  const number = found.replace(/[\s.]/g, '');
  if (number === TEXT_ONLY) return { kind: 'sms', text: found, to: `sms:${number}` };
  return { kind: 'call', text: found, to: `tel:${number}` };
};
