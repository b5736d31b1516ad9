import type { JsonValue, SourceLocation } from './api-model.ts';

/**
 * What holds between a request and its reply, or between the replies to several requests (`x-kit-relations`): what an API
 * means, which no schema can say. The kinds follow the output patterns of metamorphic testing (Segura et al., IEEE TSE 2018).
 * Pointers are RFC 6901, into the JSON body of a 2xx; those of `property` and `key` begin at an item of `items`.
 */
export type Relation = RelationFields & RelationContext;

interface RelationContext {
  /** Only calls of which each value fits its pattern: by parameter, or by pointer into the body (`/response/msg`). */
  readonly when: Readonly<Record<string, string>>;
  /** `x-kit-assumption`: what nobody documented and the document's author decided. */
  readonly assumption: string | undefined;
  readonly source: SourceLocation;
}

export type RelationKind = RelationFields['kind'];
export type RelationOf<Kind extends RelationKind> = Extract<Relation, { readonly kind: Kind }>;

/** How a property compares with the parameter; `exist`: it is there. */
export const comparisons = ['equal', 'contain', 'at-least', 'at-most', 'exist'] as const;
export type Comparison = (typeof comparisons)[number];

type RelationFields =
  | EchoesFields
  | FiltersFields
  | PagesFields
  | NarrowsFields
  | SeparatesFields
  | OrdersFields
  | ListsFields
  | FreshFields;

/** Parameters come back in the reply. */
interface EchoesFields {
  readonly kind: 'echoes';
  /** Every query parameter comes back in this object, under its name. */
  readonly within?: string;
  /** Parameter -> pointer. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** What comes back for a parameter that was not sent and has no default; undefined: nobody says. */
  readonly absent?: JsonValue;
}

/** Each item fits what the request asked for. */
interface FiltersFields {
  readonly kind: 'filters';
  readonly items: string;
  /** Parameter -> pointer from an item. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly must: Comparison;
  /** A text that a parameter's value may end in, and that is not compared. */
  readonly ending?: string;
  /** Where an item has the unit of its amount, and how much of the parameter's one unit is; others are not compared. */
  readonly unit?: string;
  readonly units?: Readonly<Record<string, number>>;
}

/** Pages of one query are disjoint, and complete: together they are everything (Segura: disjoint, complete, equality). */
interface PagesFields {
  readonly kind: 'pages';
  /** The parameter with the page's number, or the one with the number of items before it: one of the two. */
  readonly page?: string;
  readonly offset?: string;
  /** Number of the first page; default 0. */
  readonly first?: number;
  /** The parameter with the most items that a page may have. */
  readonly size: string;
  readonly items: string;
  /** What tells items apart; default: the whole item. */
  readonly key?: string;
  readonly total?: string;
  readonly hasMore?: string;
}

/** With the parameter never more is found than without it (Segura: subset). */
interface NarrowsFields {
  readonly kind: 'narrows';
  readonly parameters: readonly string[];
  readonly total: string;
  /** Parameter -> a value that nothing has. */
  readonly nothing?: Readonly<Record<string, JsonValue>>;
  /** Parameter -> a value that hardly anything has: where all is found with it, it seems to be ignored. */
  readonly little?: Readonly<Record<string, JsonValue>>;
}

/** What one finds from a bound on and what the other finds up to a lower one have nothing in common (Segura: disjoint). */
interface SeparatesFields {
  readonly kind: 'separates';
  readonly from: string;
  readonly to: string;
  readonly total: string;
}

/** The same items in another order (Segura: equivalence). */
interface OrdersFields {
  readonly kind: 'orders';
  readonly parameter: string;
  readonly items: string;
  readonly key?: string;
  readonly total?: string;
  /** Value of the parameter -> pointer from an item to what goes up, or down, from item to item. */
  readonly ascending?: Readonly<Record<string, string>>;
  readonly descending?: Readonly<Record<string, string>>;
  /** Value of the parameter -> another parameter: in that order, what it lets through comes before all else. */
  readonly first?: Readonly<Record<string, string>>;
  /** The value of the parameter that puts items into no order: like another order only by chance. */
  readonly shuffle?: string;
}

/** An operation lists what a parameter of another one takes: its enum. */
interface ListsFields {
  readonly kind: 'lists';
  readonly items: string;
  readonly property: string;
  readonly parameter: string;
  /** The other's operationId. */
  readonly of: string;
}

/** Another value in every reply (Segura: difference). */
interface FreshFields {
  readonly kind: 'fresh';
  readonly values: readonly string[];
}
