const LIGHT = '#fff';
const DARK = '#000';

/** A colour as a landlord may give it, with the ink that reads well on it. */
export type Paint = { readonly paint: string; readonly ink: string };

/** Reads `#rgb` or `#rrggbb`; undefined when it is something else. White or black always reads on it. */
export const readPaint = (text = ''): Paint | undefined => {
  if (!/^#([\da-f]{3}){1,2}$/i.test(text)) return undefined;
  const digits = text.slice(1);
  const pairs = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const light = lightness(pairs);
  return { paint: `#${pairs}`, ink: light > 0.18 ? DARK : LIGHT };
};

/** Relative luminance, with the exponent WCAG 2 comes close to. */
const lightness = (pairs: string): number =>
  [0.2126, 0.7152, 0.0722].reduce(
    (sum, weight, at) =>
      sum + weight * (Number.parseInt(pairs.slice(at * 2, at * 2 + 2), 16) / 255) ** 2.2,
    0,
  );
