import type { FaultEffect } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import { nearestName } from '../nearest-name.ts';
import { childOfPart, type DocumentPart } from '../read/document-parts.ts';
import { type FeatureVersion, featureVersions, fixedFields, successorOf } from './fixed-fields.ts';

export interface FieldFault {
  readonly message: string;
  readonly effect: FaultEffect;
}

/** What comes of a field, in words. */
const outcomes: Readonly<Record<FaultEffect, string>> = {
  lost: 'it is not served, shown or checked',
  changed: 'all is read as if it were not there',
  untidy: 'it is not shown',
};
/** Fields that only say something: without them nothing behaves otherwise. */
export const annotations: ReadonlySet<string> = new Set(
  (
    'summary description title externalDocs tags example examples contact license termsOfService deprecated ' +
    'operationId bearerFormat xml url email identifier'
  ).split(' '),
);

/** Why a field is not used, or not meant as its version has it; undefined where all is well. */
export function faultOfField(
  part: DocumentPart,
  field: string,
  value: unknown,
  version: FeatureVersion,
): FieldFault | undefined {
  const fields = fixedFields(part);
  if (fields === undefined || field.startsWith('x-')) return undefined;
  const known = fields.get(field);
  if (known === undefined) return faultOfUnknown(part, field, value, version);
  const { since, notDone } = known;
  if (notDone !== undefined)
    return {
      message: `\`${field}\`${since === '3.0' ? '' : ` of OpenAPI ${since}`} is not done yet: ${outcomes[notDone]}`,
      effect: notDone,
    };
  if (featureVersions.indexOf(since) > featureVersions.indexOf(version))
    return {
      message: `"${field}" came with OpenAPI ${since}, after this document's ${version}; it is used all the same`,
      effect: 'untidy',
    };
  return faultOfHabit(part, field, value, version);
}

/** Keywords of 3.0 that JSON Schema has no more, or otherwise. */
function faultOfHabit(
  part: DocumentPart,
  field: string,
  value: unknown,
  version: FeatureVersion,
): FieldFault | undefined {
  if (part !== 'schemas' || version === '3.0') return undefined;
  const isHabit = field === 'nullable' || (field.startsWith('exclusive') && typeof value === 'boolean');
  if (!isHabit) return undefined;
  return { message: `\`${field}\` is OpenAPI 3.0's; it is read as it was meant there`, effect: 'untidy' };
}

function faultOfUnknown(
  part: DocumentPart,
  field: string,
  value: unknown,
  version: FeatureVersion,
): FieldFault | undefined {
  const successor = successorOf(part, field);
  if (successor !== undefined)
    return {
      message: `\`${field}\` is of an older version: it is not used, write ${successor}`,
      effect: 'lost',
    };
  const isPlain = (name: string) => !name.startsWith('$') || field.startsWith('$') || field === 'ref';
  const names = [...(fixedFields(part)?.keys() ?? [])].filter(isPlain);
  const meant = nearestName(field, names);
  if (meant !== undefined)
    return {
      message: `\`${field}\` is not used: did you mean \`${meant}\`?`,
      effect: annotations.has(meant) ? 'changed' : 'lost',
    };
  if (part === 'pathItems' && isObject(value) && value.responses !== undefined)
    return {
      message: `\`${field}\` is no method of OpenAPI: its operation is not served, shown or checked`,
      effect: 'lost',
    };
  // JSON Schema has unknown keywords as annotations; only OpenAPI 3.0 forbids them.
  if (part === 'schemas' && version !== '3.0') return undefined;
  const message = `"${field}" is no field of OpenAPI here, and not used (one of your own begins with x-)`;
  return { message, effect: 'untidy' };
}

const flags = new Set(['required', 'deprecated', 'explode', 'allowReserved', 'allowEmptyValue']);
const lists = new Set(['tags', 'security']);

/** Whether a value is what its field holds: one part, a list of parts or a map of them, a flag. */
export function faultOfShape(part: DocumentPart, field: string, value: unknown): FieldFault | undefined {
  // A key with nothing behind it is common in YAML, and says nothing, but among a schema's keywords.
  if (value === undefined || (value === null && part !== 'schemas')) return undefined;
  const needs = (kind: string): FieldFault => ({
    message: `\`${field}\` needs to be ${kind}: it is not used`,
    effect: 'lost',
  });
  const child = childOfPart(part, field);
  if (child === undefined) {
    if (part !== 'schemas' && fixedFields(part)?.has(field) !== true) return undefined;
    if (flags.has(field) && part !== 'schemas')
      return typeof value === 'boolean' ? undefined : needs('true or false');
    return lists.has(field) && !Array.isArray(value) ? needs('a list') : undefined;
  }
  if (child.one === 'text') return typeof value === 'string' || isObject(value) ? undefined : needs('a text');
  const isList = Array.isArray(value) && (child.list !== undefined || field === 'examples');
  const isOne =
    isObject(value) && (child.one !== undefined || child.map !== undefined || typeof value.$ref === 'string');
  if (isList || isOne || (child.one === 'schemas' && typeof value === 'boolean')) return undefined;
  return needs(child.list !== undefined && child.one === undefined ? 'a list' : 'an object');
}
