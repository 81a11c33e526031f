/** What a place can be; each one but the residence stands inside another. */
export type PlaceKind =
  | 'residence'
  | 'building'
  | 'staircase'
  | 'dwelling'
  | 'lift'
  | 'boiler_house';

/** One place of the landlord's estate. */
export type Place = {
  readonly id: string;
  readonly kind: PlaceKind;
  /** The place this one stands in; only a residence has none. */
  readonly parent?: string;
  /** What people call it: "Les Tilleuls", "B", "escalier 2", "porte 12". */
  readonly name: string;
  /** Street and number, where the place has its own. */
  readonly street?: string;
  readonly postcode?: string;
  readonly city?: string;
  /** Floor of a dwelling: 0 is the ground floor. */
  readonly floor?: number;
  /** How a dwelling or building is heated, where known. */
  readonly heating?: 'collective' | 'individual_gas' | 'individual_electric';
};

/** A person who rents a dwelling. */
export type Tenant = {
  readonly id: string;
  readonly name: string;
  readonly dwelling: string;
  /** E.164. */
  readonly phone?: string;
  /** What is on the rent statement; without it, the id. Several tenants may hold one lease. */
  readonly lease?: string;
  /** The birth date, as a keyed hash. */
  readonly birth?: string;
};

/** A place that a text may mean. `label` is how it is said back to the tenant. */
export type PlaceMatch = {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly label: string;
  readonly postcode?: string;
  /** How it is heated, where known. */
  readonly heating?: Place['heating'];
  /** How well the text fits, 0 to 1. */
  readonly score: number;
};

/** The whole estate, as imported. */
export type Estate = { readonly places: readonly Place[]; readonly tenants: readonly Tenant[] };

/** An estate as its files tell it, with birth dates (YYYY-MM-DD) in clear: it is never kept like this. */
export type ReadEstate = {
  readonly places: readonly Place[];
  readonly tenants: readonly (Omit<Tenant, 'birth'> & { readonly birthDate?: string })[];
};
