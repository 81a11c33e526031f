/** Browsers by the word that gives them away; those that also claim to be others come first. */
const BROWSERS = [
  ['Edge', /\bEdg/],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /(Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
] as const;

const SYSTEMS = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
] as const;

/** What a browser calls itself, short enough for a list: "Firefox, Windows"; empty when it is none we know. */
export const browserName = (userAgent = ''): string =>
  [BROWSERS, SYSTEMS]
    .map((names) => names.find(([, shape]) => shape.test(userAgent))?.[0])
    .filter((name) => name !== undefined)
    .join(', ');
