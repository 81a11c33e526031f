/** The languages a tenant can be answered in; French comes first. */
export type Language = 'fr' | 'en';

/** One wording per language. */
export type Translated = Readonly<Record<Language, string>>;
