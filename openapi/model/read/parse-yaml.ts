import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import type { JsonValue } from '../api-model.ts';
import { exactAmount } from '../decimal.ts';
import { isUnreadable, unreadableNumber } from '../read-json.ts';
import { mostLevels, tooDeep } from './nesting.ts';
import type { NoteAt } from './parse-file.ts';
import { repeatedKey } from './parse-json.ts';
import { isYamlDeeper } from './yaml-nesting.ts';

/** Tags whose values are texts in JSON, as they are written. */
const textTags = new Set(['!!binary', '!!timestamp']);

/**
 * The value of a YAML 1.2 text, as JSON could hold it; undefined where it can't be read. Merge keys (`<<`) are YAML 1.1's,
 * and many documents have them. Keys are texts as they are written: `200`, `1.10` and `null` are no values there.
 */
export function parseYaml(text: string, note: NoteAt): JsonValue | undefined {
  if (isYamlDeeper(text, mostLevels)) {
    note(tooDeep, 0);
    return undefined;
  }
  const document = parseDocument(text, {
    merge: true,
    uniqueKeys: false,
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const { errors, warnings } = document;
  for (const { code, message, pos } of errors)
    note(code === 'MULTIPLE_DOCS' ? 'a second document begins here, and a file holds one' : message, pos[0]);
  if (errors.length > 0) return undefined;
  for (const { code, message, pos } of warnings) {
    const tag = message.replace('Unresolved tag: ', '').replace('tag:yaml.org,2002:', '!!');
    if (code !== 'TAG_RESOLVE_FAILED') note(message, pos[0]);
    else if (!textTags.has(tag))
      note(`the tag "${tag}" is not known: what follows is read as it stands`, pos[0]);
  }
  if (!fitsIntoJson(document, note)) return undefined;
  try {
    return document.toJS({ maxAliasCount: 10_000 }) as JsonValue; // nothing else is left after the check
  } catch (error) {
    note(error instanceof Error ? error.message : String(error), 0);
    return undefined;
  }
}

/** Notes what JSON has no word for, and puts texts in its place where that loses nothing. False: there is no reading it. */
function fitsIntoJson(document: ReturnType<typeof parseDocument>, note: NoteAt): boolean {
  const anchors = new Map<string, Node>();
  let fits = true;
  const refuse = (message: string, node: unknown) => {
    note(message, offsetOf(node));
    fits = false;
  };
  const resolve = (node: unknown) => (isAlias(node) ? anchors.get(node.source) : node);
  visit(document, (role, node) => {
    if (isNode(node) && !isAlias(node) && node.anchor) anchors.set(node.anchor, node);
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target === undefined) refuse(`there is no anchor "&${node.source}" above`, node);
      else if (offsetOf(node) < (target.range?.[1] ?? 0))
        refuse(`the alias "*${node.source}" contains itself`, node);
    }
    if (isMap(node)) readKeys(node, note, refuse);
    if (isPair(node) && isMergeKey(node.key) && !isMergeable(node.value, resolve))
      refuse('`<<` takes a map, or a list of maps', node.key);
    if (!isScalar(node) || role === 'key') return;
    if (typeof node.value === 'object' && node.value !== null) node.value = node.source ?? '';
    if (typeof node.value !== 'number') return;
    if (/\d/.test(node.source ?? '')) readNumber(node, refuse);
    if (typeof node.value !== 'number' || Number.isFinite(node.value)) return;
    note(`JSON has no ${node.source}: it is read as null`, offsetOf(node));
    node.value = null;
  });
  return fits;
}

/** YAML's own reader makes another number of 9007199254740993, and none of 1e400. */
function readNumber(node: Scalar, refuse: (message: string, node: unknown) => void): void {
  const written = node.source ?? '';
  if (isUnreadable(written)) refuse(unreadableNumber(written), node);
  else node.value = exactAmount(written);
}

function readKeys(map: YAMLMap, note: NoteAt, refuse: (message: string, node: unknown) => void): void {
  const keys = new Set<string>();
  for (const { key } of map.items) {
    if (isMergeKey(key) || isAlias(key)) continue;
    if (!isScalar(key)) {
      refuse('a key is a text, not a list or a map', key);
      continue;
    }
    if (typeof key.value !== 'string') key.value = key.source ?? '';
    if (key.value === '' && key.type === 'PLAIN') refuse('a key is missing before the colon', key);
    const text = String(key.value);
    if (keys.has(text)) note(repeatedKey(text), offsetOf(key), 'lost');
    keys.add(text);
  }
}

/** `<<` in quotes is a key like others. */
function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.source === '<<';
}

function isMergeable(value: unknown, resolve: (node: unknown) => unknown): boolean {
  const source = resolve(value);
  return isMap(source) || (isSeq(source) && source.items.every((item) => isMap(resolve(item))));
}

function offsetOf(node: unknown): number {
  return (isNode(node) && node.range?.[0]) || 0;
}
