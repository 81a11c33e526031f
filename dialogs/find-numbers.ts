/** Where a number stands in a text, in UTF-16 units, the end exclusive. */
export type Found = { readonly start: number; readonly end: number };

/** What may stand between two figures of one number. */
export const GAP = '[\\s._\\-–\\u200b]{0,3}';

/** Every place of a text where a shape stands and the checksum is right. */
export const findAll = (
  written: string,
  shape: RegExp,
  isRight: (found: string) => boolean,
): readonly Found[] => {
  const text = plainFigures(written);
  const found: Found[] = [];
  let from = 0;
  for (;;) {
    shape.lastIndex = from;
    const match = shape.exec(text);
    if (match === null) return found;
    const start = match.index;
    const end = start + match[0].length;
    const right = isRight(match[0]);
    if (right) found.push({ start, end });
    from = right ? end : start + 1;
  }
};

/** Figures of other scripts, read as ours. */
const plainFigures = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (sign) =>
    String(sign.charCodeAt(0) & 15),
  );

/** The figures and letters of a number, without what stands between them. */
export const bare = (text: string): string => text.replace(/[^\da-z]/gi, '').toUpperCase();

/** A long number modulo 97; letters count from 10. */
export const modulo97 = (text: string): number =>
  [...text].reduce((sum, sign) => {
    const value = Number.parseInt(sign, 36);
    return (sum * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
