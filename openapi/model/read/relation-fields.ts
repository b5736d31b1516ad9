import { comparisons, type RelationKind } from '../relations.ts';

/** What stands in a field of a relation. A pointer is into the body, an `item pointer` begins at an item of `items`. */
type FieldKind =
  | 'parameter'
  | 'parameters'
  | 'pointer'
  | 'pointers'
  | 'items'
  | 'item pointer'
  | 'pointer by parameter'
  | 'item pointer by parameter'
  | 'item pointer by value'
  | 'parameter by value'
  | 'value by parameter'
  | 'number by value'
  | 'value'
  | 'text'
  | 'whole number'
  | typeof comparisons;

export interface RelationField {
  readonly holds: FieldKind;
  readonly isRequired?: true;
}

const required = (holds: FieldKind): RelationField => ({ holds, isRequired: true });
const optional = (holds: FieldKind): RelationField => ({ holds });

/** The fields of each kind of relation: see `Relation` for what they mean. */
export const relationFields: Readonly<Record<RelationKind, Readonly<Record<string, RelationField>>>> = {
  echoes: {
    within: optional('pointer'),
    parameters: optional('pointer by parameter'),
    absent: optional('value'),
  },
  filters: {
    items: required('items'),
    parameters: required('item pointer by parameter'),
    must: required(comparisons),
    ending: optional('text'),
    unit: optional('item pointer'),
    units: optional('number by value'),
  },
  pages: {
    page: optional('parameter'),
    offset: optional('parameter'),
    first: optional('whole number'),
    size: required('parameter'),
    items: required('items'),
    key: optional('item pointer'),
    total: optional('pointer'),
    hasMore: optional('pointer'),
  },
  narrows: {
    parameters: required('parameters'),
    total: required('pointer'),
    nothing: optional('value by parameter'),
    little: optional('value by parameter'),
  },
  separates: { from: required('parameter'), to: required('parameter'), total: required('pointer') },
  orders: {
    parameter: required('parameter'),
    items: required('items'),
    key: optional('item pointer'),
    total: optional('pointer'),
    ascending: optional('item pointer by value'),
    descending: optional('item pointer by value'),
    first: optional('parameter by value'),
    shuffle: optional('text'),
  },
  lists: {
    items: required('items'),
    property: required('item pointer'),
    parameter: required('text'),
    of: required('text'),
  },
  fresh: { values: required('pointers') },
};
