import type { JsonValue } from '../../../../openapi/model/api-model.ts';
import { valueAt } from '../../../../openapi/model/value-at.ts';
import type { Finding } from '../../../../openapi/operations/judge/finding.ts';
import { withoutEnding } from '../../engine/relations/kinds/filters.ts';
import { parameterOf, type SeenCall } from '../../engine/relations/seen-call.ts';
import { listAt, numberAt } from '../../engine/relations/value-at.ts';

/** A search that was answered. */
export interface SearchCall {
  readonly items: readonly JsonValue[];
  readonly total: number;
  readonly code: 'A00' | 'B00' | 'C00';
}

export const content = '/response/content';
const important = '!important';

/** Undefined for what is no search, or has another shape than a search's reply: the document's own judge says so. */
export function searchCallOf({ reply, isValid }: SeenCall): SearchCall | undefined {
  if (!isValid || reply.status !== 200) return undefined;
  const items = listAt(reply.body, content);
  const total = numberAt(reply.body, '/response/metadata/total number item');
  const code = /^(A00|B00|C00)/.exec(String(valueAt(reply.body, '/response/msg')))?.[0];
  if (items === undefined || total === undefined || code === undefined) return undefined;
  return { items, total, code: code as SearchCall['code'] };
}

/** The value of a filter without its mark; undefined where it was given up, or may have been. */
export function filterThatHolds(call: SeenCall, { code }: SearchCall, name: string): JsonValue | undefined {
  const value = parameterOf(call, name);
  if (value === undefined || value === '') return undefined;
  const mayBeGivenUp = code === 'B00' && parameterOf(call, 'match') === 'best-effort' && !isImportant(value);
  return mayBeGivenUp ? undefined : withoutEnding(value, important);
}

export function isImportant(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && value.endsWith(important);
}

/** Letter case, accents and spaces at the ends make no difference. */
export function foldName(name: JsonValue | undefined): string {
  return String(name ?? '')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .trim()
    .toLowerCase();
}

/** A finding about a reply, at the operation or at one of its parameters. */
export function findingAt(
  { operation }: SeenCall,
  parameter: string | undefined,
  finding: Pick<Finding, 'code' | 'message' | 'name' | 'expected' | 'got' | 'basis'>,
): Finding {
  const place = operation.parameters.find(({ name }) => name === parameter) ?? operation;
  return { ...finding, about: 'reply', location: place.source };
}
