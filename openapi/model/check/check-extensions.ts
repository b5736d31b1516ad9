import type { DocumentFault, JsonObject, JsonValue } from '../api-model.ts';
import { isLanguageTag } from '../is-language-tag.ts';
import { isObject } from '../is-object.ts';
import type { DocumentFiles } from '../read/load-files.ts';
import { escapePointerToken } from '../read/located.ts';
import { isExampleCondition } from '../read/read-examples.ts';
import { walkDocument } from '../read/walk-document.ts';
import { valueText } from '../value-text.ts';

interface KnownExtension {
  /** Where it may stand, in words. */
  readonly place: string;
  /** Told by the object around it: a part of a document in several files is known by what it holds. */
  readonly isPlace: (owner: JsonObject) => boolean;
  readonly value: string;
  readonly isValue: (value: JsonValue) => boolean;
}

const isText = (value: JsonValue) => typeof value === 'string' && value !== '';
const isPlan = (owner: JsonObject) => has(owner, 'pricing', 'quotas', 'rates', 'availability');
const isLimit = (owner: JsonObject) => has(owner, 'max');

/** Our extensions. Any other `x-kit-` name is a slip of the pen, which would otherwise do nothing without a word. */
const knownExtensions: Readonly<Record<string, KnownExtension>> = {
  'x-kit-assumption': { place: 'any object', isPlace: () => true, value: 'a sentence', isValue: isText },
  'x-kit-lang': {
    place: '`info`',
    isPlace: (owner) => has(owner, 'title') && has(owner, 'version'),
    value: 'a language tag like fr or pt-BR',
    isValue: isLanguageTag,
  },
  'x-kit-placeholder': {
    place: 'a security scheme',
    isPlace: ({ type }) => ['apiKey', 'http', 'oauth2', 'openIdConnect'].includes(valueText(type)),
    value: 'the text that stands for a key',
    isValue: isText,
  },
  'x-kit-empty-parameters': {
    place: 'the root of the document',
    isPlace: (owner) => has(owner, 'openapi'),
    value: 'absent or value',
    isValue: (value) => value === 'absent' || value === 'value',
  },
  'x-kit-parameter-rules': {
    place: 'an operation',
    isPlace: (owner) => has(owner, 'responses', 'operationId'),
    value: 'a list of rules',
    isValue: Array.isArray,
  },
  'x-kit-relations': {
    place: 'an operation',
    isPlace: (owner) => has(owner, 'responses', 'operationId'),
    value: 'a list of relations',
    isValue: Array.isArray,
  },
  'x-kit-when': {
    place: 'an example',
    isPlace: (owner) => has(owner, 'value', 'externalValue'),
    value: 'an object of path, query, header, cookie (each an object of values by name) or body',
    isValue: isExampleCondition,
  },
  'x-kit-features': {
    place: 'the root of the plans',
    isPlace: (owner) => has(owner, 'plans'),
    value: 'a list of {name, operations}',
    isValue: Array.isArray,
  },
  'x-kit-display-name': { place: 'a plan', isPlace: isPlan, value: 'a name', isValue: isText },
  'x-kit-hidden': {
    place: 'a plan',
    isPlace: isPlan,
    value: 'true or false',
    isValue: (value) => typeof value === 'boolean',
  },
  'x-kit-support': { place: 'a plan', isPlace: isPlan, value: 'a text', isValue: isText },
  'x-kit-demo-key': { place: 'a plan', isPlace: isPlan, value: 'a key', isValue: isText },
  'x-kit-order-url': {
    place: 'a plan',
    isPlace: isPlan,
    value: 'an address that begins with https: or mailto:',
    isValue: (value) => typeof value === 'string' && /^(https?|mailto):/.test(value),
  },
  'x-kit-closed': {
    place: 'a plan',
    isPlace: isPlan,
    value: 'a list of operationIds',
    isValue: Array.isArray,
  },
  'x-kit-burst': {
    place: 'a limit',
    isPlace: isLimit,
    value: 'a number above 0',
    isValue: (value) => typeof value === 'number' && value > 0,
  },
  'x-kit-shown': {
    place: 'a limit or pricing',
    isPlace: (owner) =>
      !has(owner, 'openapi', 'info', 'plans', 'responses', 'schema', 'type') && !isPlan(owner),
    value: 'a text',
    isValue: isText,
  },
};

function has(owner: JsonObject, ...keys: readonly string[]): boolean {
  return keys.some((key) => owner[key] !== undefined);
}

/** `x-kit-` names that nobody knows, that stand where nobody looks for them, or hold something else. */
export function checkExtensions(files: DocumentFiles): readonly DocumentFault[] {
  const faults: DocumentFault[] = [];
  for (const [file, value] of files.values) {
    walkDocument(value, (part, path, isNameMap) => {
      if (isNameMap || !isObject(part)) return;
      for (const name of Object.keys(part)) {
        const message = name.startsWith('x-kit-') ? faultOf(name, part) : undefined;
        if (message === undefined) continue;
        const pointer = [...path, name].map((token) => `/${escapePointerToken(token)}`).join('');
        faults.push({ message, location: { file, pointer } });
      }
    });
  }
  return faults;
}

function faultOf(name: string, owner: JsonObject): string | undefined {
  const known = Object.hasOwn(knownExtensions, name) ? knownExtensions[name] : undefined;
  if (known === undefined)
    return `"${name}" is unknown; known are ${Object.keys(knownExtensions).join(', ')}`;
  if (!known.isPlace(owner)) return `"${name}" belongs to ${known.place}`;
  return known.isValue(owner[name] ?? null) ? undefined : `"${name}" is ${known.value}`;
}
