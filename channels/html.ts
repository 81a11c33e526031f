/** HTML that is known to be safe: written by us, with everything else escaped. */
export type Html = { readonly html: string };

type Part = Html | string | number | readonly Html[] | undefined;

/** Writes HTML; whatever is put in is escaped unless it is HTML of ours. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: texts.map((text, n) => text + (n < parts.length ? written(parts[n]) : '')).join(''),
});

const written = (part: Part): string => {
  if (part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'html' in part ? part.html : part.map((one) => one.html).join('');
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
