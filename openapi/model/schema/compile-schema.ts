import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { FuncKeywordDefinition, ValidateFunction } from 'ajv';
import type { Ajv2020, ErrorObject, Options } from 'ajv/dist/2020.js';
import type { JsonObject, JsonValue } from '../api-model.ts';
import { jsonText } from '../json-text.ts';
import { remember } from '../remember.ts';
import { type DefinitionSpace, spaceOf } from './definition-space.ts';
import { findEndlessDefinition } from './endless-schema.ts';
import { exactCheck, isAboutBigints, type SchemaCheck } from './exact-check.ts';
import { withInheritedNames } from './inherited-names.ts';
import { multipleOf } from './number-keywords.ts';
import { readPattern } from './read-pattern.ts';
import { roundedCopy } from './rounded-copy.ts';
import { uniqueItems } from './unique-items.ts';

export type SchemaError = ErrorObject;

const compiled = new WeakMap<JsonObject, SchemaCheck | Error>();

/**
 * The check of a self-contained JSON Schema (`SchemaNode.jsonSchema`), compiled once for each schema object. Formats are
 * asserted, unknown ones pass. Throws what ajv says where a schema cannot be compiled.
 */
export function compileSchema(schema: JsonObject | boolean): SchemaCheck {
  if (schema === true) return everythingFits;
  if (schema === false) {
    nothingFits ??= createAjv(thorough).compile(false);
    return nothingFits;
  }
  const check = remember(compiled, schema, () => tryToCompile(schema));
  if (check instanceof Error) throw check;
  return check;
}

/** The same for readers of other people's documents: a schema that cannot be compiled lets everything pass. */
export function compileSchemaLeniently(schema: JsonObject | boolean): SchemaCheck {
  try {
    return compileSchema(schema);
  } catch {
    // Told as a fault where the document is checked strictly; here an odd schema must not stop a server.
    return everythingFits;
  }
}

const quickChecks = new WeakMap<JsonObject, (value: JsonValue) => boolean>();

/** Whether a value fits, and no more: compiled several times as fast as a check that can say why not. Lenient, too. */
export function acceptsValue(schema: JsonObject | boolean, value: JsonValue): boolean {
  if (typeof schema === 'boolean') return schema;
  if (isAboutBigints(schema, value)) return compileSchemaLeniently(schema)(value);
  let check = quickChecks.get(schema);
  if (check === undefined) {
    const known = compiled.get(schema);
    check =
      known instanceof Error ? everythingFits : (known ?? preparedCheck(schema) ?? compileQuickly(schema));
    quickChecks.set(schema, check);
  }
  return check(value);
}

type PreparedChecks = Readonly<Record<string, (value: JsonValue) => boolean>>;

let loadPrepared: (() => PreparedChecks) | undefined;
let preparedChecks: PreparedChecks | undefined;

/** Has quick checks taken from what was compiled before (`writeChecks`), loaded when the first one is needed. */
export function usePreparedChecks(load: () => PreparedChecks): void {
  loadPrepared = load;
  preparedChecks = undefined;
}

/** Names a check by what it checks, so that one of another schema is never taken. */
export function keyOfCheck(schema: JsonObject): string {
  return `check_${createHash('sha1').update(jsonText(schema)).digest('hex')}`;
}

function preparedCheck(schema: JsonObject): PreparedChecks[string] | undefined {
  preparedChecks ??= loadPrepared?.();
  if (preparedChecks === undefined) return undefined;
  const key = keyOfCheck(schema);
  return Object.hasOwn(preparedChecks, key) ? preparedChecks[key] : undefined;
}

/**
 * Every misfit of a value; empty where it fits. Most values fit, and only what has to say why not is compiled thoroughly.
 * Lenient, too.
 */
export function findMisfits(schema: JsonObject | boolean, value: JsonValue): readonly SchemaError[] {
  if (acceptsValue(schema, value)) return [];
  const check = compileSchemaLeniently(schema);
  return check(value) ? [] : (check.errors ?? []);
}

function compileQuickly(schema: JsonObject): SchemaCheck {
  try {
    return compileWith(quick, schema);
  } catch {
    return everythingFits;
  }
}

let metaSchemas: Ajv2020 | undefined;

/** What breaks the rules of JSON Schema 2020-12 in a schema: `/properties/size/minimum must be number`. */
export function faultsOfSchema(schema: JsonObject | boolean): readonly string[] {
  metaSchemas ??= newAjv({ strict: false, allErrors: true, logger: false });
  if (metaSchemas.validateSchema(roundedCopy(schema) as JsonObject | boolean)) return [];
  const messages = (metaSchemas.errors ?? []).map(({ instancePath, message }) =>
    `${instancePath} ${message}`.trim(),
  );
  return [...new Set(messages)];
}

function tryToCompile(schema: JsonObject): SchemaCheck | Error {
  try {
    return exactCheck(schema, (keywords) => compileWith(thorough, schema, keywords));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function compileWith(
  options: Options,
  schema: JsonObject,
  keywords: readonly FuncKeywordDefinition[] = [],
): ValidateFunction {
  const endless = findEndlessDefinition(schema);
  if (endless !== undefined)
    throw new Error(`the schema ${endless} contains itself, so that no check of it ends`);
  const named = withInheritedNames(schema);
  if (named !== undefined) return createAjv({ ...options, ownProperties: true }, keywords).compile(named);
  const space = keywords.length === 0 ? spaceOf(schema) : undefined;
  return space === undefined
    ? createAjv(options, keywords).compile(schema)
    : compileInSpace(space, options, schema);
}

const instances = new WeakMap<DefinitionSpace, Map<Options, Ajv2020>>();

/** With one instance for the space, so that each definition is compiled once: in a big document almost all reach almost all. */
function compileInSpace(
  space: DefinitionSpace,
  options: Options,
  { $defs, ...schema }: JsonObject,
): ValidateFunction {
  const ofSpace = remember(instances, space, () => new Map());
  const ajv = remember(ofSpace, options, () => createAjv(options));
  for (const [name, definition] of Object.entries($defs ?? {})) {
    const reference = `#/$defs/${name}`;
    if (ajv.schemas[reference] === undefined) ajv.addSchema(definition as JsonObject | boolean, reference);
  }
  try {
    return ajv.compile(schema);
  } catch (error) {
    // What was compiled already may call what could not be.
    ofSpace.delete(options);
    throw error;
  }
}

/** What no reading takes throws here, and says what is wrong; a schema of a document has lost such patterns before. */
const regExp = Object.assign(
  (pattern: string, flags: string): RegExp => readPattern(pattern) ?? new RegExp(pattern, flags),
  { code: 'new RegExp' },
);

/** What a check does that only answers yes or no, and is run a few times at most. */
export const quick: Options = {
  messages: false,
  inlineRefs: false,
  code: { regExp, optimize: false },
};
/** What a check does that names every misfit, and is run for every request. */
const thorough: Options = { allErrors: true, verbose: true, code: { regExp } };

const require = createRequire(import.meta.url);

/** Ajv is loaded when the first schema is compiled: it takes longer than most of what can be done without it. */
function newAjv(options: Options): Ajv2020 {
  const { Ajv2020 } = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
  return new Ajv2020(options);
}

/** An instance for each schema: one for all would keep everything it has compiled, and models come and go. */
export function createAjv(options: Options, keywords: readonly FuncKeywordDefinition[] = []): Ajv2020 {
  const instance = newAjv({
    strict: false,
    logger: false,
    meta: false,
    validateSchema: false,
    ...options,
  });
  const addFormats = require('ajv-formats') as typeof import('ajv-formats');
  addFormats.default(instance);
  for (const definition of [uniqueItems, multipleOf, ...keywords]) {
    instance.removeKeyword(String(definition.keyword));
    instance.addKeyword(definition);
  }
  return instance;
}

const everythingFits: SchemaCheck = () => true;
let nothingFits: SchemaCheck | undefined;
