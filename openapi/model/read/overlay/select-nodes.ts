import { JSONPathEnvironment, JSONPathError, JSONPathQuery, type JSONPathQuery as Query } from 'json-p3';
import type { JsonValue } from '../../api-model.ts';
import { isObject } from '../../is-object.ts';
import { didYouMean } from '../../nearest-name.ts';
import { escapePointerToken } from '../located.ts';

const environment = new JSONPathEnvironment();

/** A JSONPath as RFC 9535 has it. */
export interface NodeSelection {
  readonly expression: string;
  readonly query: Query;
}

/** Reads a JSONPath; else says what is wrong with it, and at which of its characters. */
export function readSelection(expression: string): NodeSelection | { readonly problem: string } {
  try {
    return { expression, query: environment.compile(expression) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const at = error instanceof JSONPathError ? ` at character ${error.token.index + 1}` : '';
    const reason = error.message.replace(/ \('.*':\d+\)$/s, '');
    return { problem: `"${expression}" is no JSONPath of RFC 9535${at}: ${reason}` };
  }
}

/** JSON pointers to what is selected, each once, in the order of the document. */
export function selectPointers({ query }: NodeSelection, root: JsonValue): readonly string[] {
  return [...new Set(pointersOf(query, root))];
}

function pointersOf(query: Query, root: JsonValue): readonly string[] {
  // The library's type of JSON has no bigint; it compares and passes on what it is given.
  const found = query.query(root as Parameters<Query['query']>[0]);
  return found.nodes.map(({ location }) => location.map((key) => `/${escapePointerToken(key)}`).join(''));
}

/** How far a selection that finds nothing leads: `: "$.paths" is there, and has no "/pet". Did you mean "/pets"?` */
export function whyNothing({ query }: NodeSelection, root: JsonValue): string {
  const { segments } = query;
  for (let length = segments.length - 1; length >= 0; length -= 1) {
    const part = new JSONPathQuery(environment, segments.slice(0, length));
    const values = part.query(root as Parameters<Query['query']>[0]).values() as readonly JsonValue[];
    const [first] = values;
    if (first === undefined) continue;
    const [selector] = segments[length]?.selectors ?? [];
    const wanted = selector !== undefined && 'name' in selector ? String(selector.name) : undefined;
    if (isObject(first) && typeof first.$ref === 'string')
      return `: "${part}" is a $ref to ${first.$ref}, and an overlay changes the root file alone`;
    const names = isObject(first) ? Object.keys(first) : [];
    const meant = wanted === undefined ? '' : didYouMean(wanted, names);
    return `: "${part}" is there, and has no ${wanted === undefined ? segments[length] : `"${wanted}"`}.${meant}`;
  }
  return '';
}
