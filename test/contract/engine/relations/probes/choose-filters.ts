import type { JsonValue, Operation } from '../../../../../openapi/model/api-model.ts';
import type { RelationOf } from '../../../../../openapi/model/relations.ts';
import { comparedValue, fits } from '../kinds/filters.ts';
import { isTaken } from './base-request.ts';

/** A filter that can be asked for, with the values that some items show. */
export interface FilterCandidate {
  readonly relation: RelationOf<'filters'>;
  readonly parameter: string;
  readonly pointer: string;
  readonly values: readonly JsonValue[];
}

interface ChosenFilter extends Omit<FilterCandidate, 'values'> {
  readonly value: JsonValue;
}

/** Values taken from items, those in the middle first: on both sides of them there is something. */
export function filterCandidate(
  relation: RelationOf<'filters'>,
  parameter: string,
  pointer: string,
  items: readonly JsonValue[],
  operation: Operation,
): FilterCandidate {
  const shown = items.flatMap((item) => comparedValue(item, pointer, relation) ?? []);
  // A list has its own values, one by one.
  const single = [...new Set(shown.flatMap((value: JsonValue) => (Array.isArray(value) ? value : [value])))];
  const inOrder = single.toSorted((one, other) => (Number(one) || 0) - (Number(other) || 0));
  const middle = inOrder.length / 2;
  const values = inOrder
    .map((value, index) => ({ value, far: Math.abs(index + 0.5 - middle) }))
    .sort((one, other) => one.far - other.far)
    .map(({ value }) => value)
    .filter((value) => isTaken(operation, parameter, value));
  return { relation, parameter, pointer, values };
}

/**
 * Filters for as few requests as can be, each of which must show if it is ignored: of the items there is one that fits all
 * filters of its request but this one, and one that fits all.
 */
export function packFilters(
  candidates: readonly FilterCandidate[],
  items: readonly JsonValue[],
): readonly (readonly ChosenFilter[])[] {
  const requests: ChosenFilter[][] = [];
  for (const candidate of candidates) {
    if (requests.flat().some(({ parameter }) => parameter === candidate.parameter)) continue;
    const place = [...requests, []].find((chosen) => {
      const more = choose(candidate, chosen, items);
      if (more !== undefined) chosen.push(more);
      return more !== undefined;
    });
    if (place !== undefined && !requests.includes(place)) requests.push(place);
  }
  return requests;
}

function choose(
  { values, ...filter }: FilterCandidate,
  chosen: readonly ChosenFilter[],
  items: readonly JsonValue[],
): ChosenFilter | undefined {
  for (const value of values) {
    const one: ChosenFilter = { ...filter, value };
    const all = [...chosen, one];
    const misfits = items.map((item) => all.filter((other) => !passes(item, other)));
    const isShown = all.every((other) => misfits.some((of) => of.length === 1 && of[0] === other));
    if (isShown && misfits.some((of) => of.length === 0)) return one;
  }
  return undefined;
}

function passes(item: JsonValue, { relation, pointer, value }: ChosenFilter): boolean {
  const shown = comparedValue(item, pointer, relation);
  return shown !== undefined && fits(shown, value, relation.must);
}
