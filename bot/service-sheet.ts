import type { IntentCard } from './catalogue.ts';
import type { Priority } from './incident.ts';
import type { Language } from './language.ts';

/** Who usually pays: we, the tenant, it depends, all tenants through their charges, or nobody because it is free. */
export const PAYERS = ['landlord', 'tenant', 'depends', 'charges', 'free'] as const;

/** One of them. */
export type Payer = (typeof PAYERS)[number];

/** What is said of one kind of request, in one language: never a decision, always the usual rule. */
export type ServiceSheet = {
  readonly intent: string;
  readonly domain: IntentCard['domain'];
  readonly name: string;
  readonly payer: Payer;
  /** Who usually pays, in two or three words. */
  readonly payerName: string;
  /** Who acts. */
  readonly acts: string;
  /** Who usually pays, in full. */
  readonly pays: string;
  /** What would change it. */
  readonly depends: string;
  /** Which paper, photo or fact helps. */
  readonly proof: string;
  /** What it rests on; empty when only a person can tell. */
  readonly rules: readonly { readonly text: string; readonly source: string }[];
  /** How fast, most urgent first: from the table that computes due dates. */
  readonly delays: readonly {
    readonly priority: Priority;
    readonly name: string;
    readonly within: string;
  }[];
};

/** Every sheet of the catalogue in one language, in its order. */
export type ServiceSheets = (language: Language) => readonly ServiceSheet[];
