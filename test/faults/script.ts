/** What our tenants write: reports, answers, changes of mind, thanks. No danger and no wish for a person. */
const LINES = [
  'Bonjour',
  "j'ai une fuite sous l'évier de la cuisine, 12 rue des Tilleuls bâtiment B",
  'oui',
  'la cuisine',
  'oui',
  'non',
  'je ne sais pas',
  'merci',
  "plus d'eau chaude depuis hier",
  'oui',
  'non',
  'je ne sais pas',
  'annule',
  'oui',
  'aide',
  'ok merci',
];

/** The n-th message of a tenant, from 0. */
export const lineAt = (n: number): string => LINES[n % LINES.length] ?? 'oui';

/** The ids under which a tenant sends its first `count` messages. */
export const idsOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `m${n}`);
