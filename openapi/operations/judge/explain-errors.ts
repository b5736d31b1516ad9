import type { JsonObject, JsonValue } from '../../model/api-model.ts';
import { isObject } from '../../model/is-object.ts';
import { escapePointerToken } from '../../model/read/located.ts';
import { isUnreadable, unreadableNumber } from '../../model/read-json.ts';
import type { SchemaError } from '../../model/schema/compile-schema.ts';
import { describeSchema } from './describe-schema.ts';
import type { RequestProblemCode } from './request-problem.ts';

/** What is wrong with one place of a value, in words. */
export interface Explanation {
  /** JSON pointer into the value; of a missing property, where it should be. */
  readonly pointer: string;
  readonly code: RequestProblemCode;
  /** What follows the name of the thing: `must be an integer from 1 to 20`. */
  readonly predicate: string;
  /** What follows "must be"; undefined where that says nothing. */
  readonly allowed: string | undefined;
  /** undefined where nothing was there. */
  readonly value: JsonValue | undefined;
}

const codes: Readonly<Record<string, RequestProblemCode>> = {
  type: 'wrong-type',
  enum: 'not-allowed',
  const: 'not-allowed',
  not: 'not-allowed',
  minimum: 'too-small',
  exclusiveMinimum: 'too-small',
  maximum: 'too-large',
  exclusiveMaximum: 'too-large',
  minLength: 'too-short',
  maxLength: 'too-long',
  minItems: 'too-few',
  minProperties: 'too-few',
  maxItems: 'too-many',
  maxProperties: 'too-many',
  uniqueItems: 'not-unique',
  pattern: 'wrong-pattern',
  format: 'wrong-format',
  multipleOf: 'wrong-step',
};
/** A value with more faults than that has them all over: the first are explained. */
const mostExplained = 1_000;
/** Keywords that only say that another one failed. */
const wrappers = new Set(['if', 'propertyNames', '$ref', '$dynamicRef', 'discriminator']);

/**
 * Turns ajv's errors (of `allErrors` and `verbose`) into one explanation for each place and schema that it breaks. The
 * errors of `anyOf` and `oneOf` branches become one: that of the branch that was meant, or what all branches allow.
 */
export function explainErrors(
  errors: readonly SchemaError[],
  root: JsonObject | boolean,
): readonly Explanation[] {
  const explanations = new Map<string, Explanation>();
  for (const error of mergeBranches(errors.slice(0, mostExplained), root)) {
    if (wrappers.has(error.keyword)) continue;
    for (const explanation of explain(error, root)) {
      const key = `${explanation.pointer} ${explanation.predicate}`;
      if (!explanations.has(key)) explanations.set(key, explanation);
    }
  }
  return [...explanations.values()];
}

function explain(error: SchemaError, root: JsonObject | boolean): readonly Explanation[] {
  const { instancePath: pointer, params, keyword } = error;
  const value = error.data as JsonValue; // verbose: what ajv was given there
  const child = (name: string) => `${pointer}/${escapePointerToken(name)}`;
  if (keyword === 'required' || keyword === 'dependentRequired') {
    const name = String(params.missingProperty);
    const allowed = describeProperty(error.parentSchema, name, root);
    const predicate = `is required${allowed === undefined ? '' : `: it must be ${allowed}`}`;
    return [{ pointer: child(name), code: 'missing', predicate, allowed, value: undefined }];
  }
  const extra = params.additionalProperty ?? params.unevaluatedProperty;
  if (typeof extra === 'string') {
    const known = isObject(error.parentSchema?.properties) ? Object.keys(error.parentSchema.properties) : [];
    const predicate =
      known.length === 0 ? 'is not allowed here' : `is not allowed here; known are ${known.join(', ')}`;
    const extraValue = isObject(value) ? value[extra] : undefined;
    return [
      { pointer: child(extra), code: 'unknown-property', predicate, allowed: undefined, value: extraValue },
    ];
  }
  if (keyword === 'not' || keyword === 'false schema')
    return [{ pointer, code: 'not-allowed', predicate: 'is not allowed here', allowed: undefined, value }];
  if (error.propertyName !== undefined) {
    const predicate = `has a property name that is not allowed: ${error.propertyName}`;
    return [{ pointer, code: 'unknown-property', predicate, allowed: undefined, value: error.propertyName }];
  }
  if (keyword === 'oneOf' && Array.isArray(params.passingSchemas)) {
    const branches = params.passingSchemas.map((index) => Number(index) + 1).join(' and ');
    const predicate = `fits schemas ${branches} of the oneOf it belongs to, where only one may fit`;
    return [{ pointer, code: 'invalid', predicate, allowed: undefined, value }];
  }
  const allowed = describeSchema(error.parentSchema as JsonObject | undefined, root);
  const predicate = `must be ${allowed}${hintFor(error, value)}`;
  return [{ pointer, code: codes[keyword] ?? 'invalid', predicate, allowed, value }];
}

/** What the general words don't say: counts of properties, repeated items, another letter case. */
function hintFor({ keyword, params, message }: SchemaError, value: JsonValue): string {
  if (keyword === 'enum' && typeof value === 'string' && Array.isArray(params.allowedValues)) {
    const meant = params.allowedValues.find(
      (allowed) => typeof allowed === 'string' && allowed.toLowerCase() === value.trim().toLowerCase(),
    );
    return meant === undefined ? '' : ` (did you mean ${meant}? Letter case and spaces count)`;
  }
  if (
    keyword === 'type' &&
    typeof value === 'string' &&
    /^-?\d[\d.e+-]*$/i.test(value) &&
    isUnreadable(value)
  )
    return `: ${unreadableNumber(value)}`;
  if (keyword === 'uniqueItems') return `, but items ${params.j} and ${params.i} are the same`;
  const isAboutCounts = /Properties$|^contains$|^(min|max)Contains$/.test(keyword);
  return isAboutCounts && message !== undefined ? `: it ${message}` : '';
}

function describeProperty(schema: unknown, name: string, root: JsonObject | boolean): string | undefined {
  if (!isObject(schema) || !isObject(schema.properties)) return undefined;
  const property = schema.properties[name];
  return property === undefined ? undefined : describeSchema(property, root);
}

/** Replaces what the branches of a failed `anyOf` or `oneOf` said by what helps: see `explainErrors`. */
function mergeBranches(errors: readonly SchemaError[], root: JsonObject | boolean): readonly SchemaError[] {
  let kept: readonly SchemaError[] = [];
  for (const error of errors) {
    // `passingSchemas` set: too many branches of a oneOf fitted, so that none of them has errors.
    const isMerge =
      error.keyword === 'anyOf' || (error.keyword === 'oneOf' && error.params.passingSchemas === null);
    const branches = isMerge && Array.isArray(error.schema) ? error.schema : [];
    if (branches.length === 0) {
      kept = [...kept, error];
      continue;
    }
    const parts = branches.map((branch) => reachableSchemas(branch, root));
    const isOf = (part: ReadonlySet<unknown>) => (one: SchemaError) =>
      one.instancePath.startsWith(error.instancePath) && part.has(one.parentSchema);
    const errorsOfBranches = parts.map((part) => kept.filter(isOf(part)));
    const inBranches = new Set(errorsOfBranches.flat());
    const meant = branchThatWasMeant(errorsOfBranches, error) ?? sharedErrors(errorsOfBranches, error);
    kept = [...kept.filter((one) => !inBranches.has(one)), ...(meant ?? [error])];
  }
  return kept;
}

/** The only branch whose type and constants fit: its errors say more than "one of these". */
function branchThatWasMeant(
  errorsOfBranches: readonly (readonly SchemaError[])[],
  error: SchemaError,
): readonly SchemaError[] | undefined {
  if (errorsOfBranches.length === 1) return errorsOfBranches[0];
  const isOtherKind = ({ keyword, instancePath }: SchemaError) =>
    instancePath === error.instancePath
      ? keyword === 'type' || (typeof error.data !== 'object' && keyword !== 'anyOf' && keyword !== 'oneOf')
      : keyword === 'const' || (keyword === 'enum' && isChildOf(instancePath, error.instancePath));
  const candidates = errorsOfBranches.filter((errors) => errors.length > 0 && !errors.some(isOtherKind));
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** What every branch says of one property: that it is missing, or that its value selects none of them. */
function sharedErrors(
  errorsOfBranches: readonly (readonly SchemaError[])[],
  error: SchemaError,
): readonly SchemaError[] | undefined {
  const [first = [], ...others] = errorsOfBranches;
  const counterpart = (errors: readonly SchemaError[], one: SchemaError) =>
    errors.find(
      (other) =>
        other.instancePath === one.instancePath &&
        (allowedBy(one) === undefined
          ? other.keyword === one.keyword && other.params.missingProperty === one.params.missingProperty
          : allowedBy(other) !== undefined),
    );
  for (const one of first) {
    const isTelling = one.keyword === 'required' || isChildOf(one.instancePath, error.instancePath);
    const all = others.map((errors) => counterpart(errors, one));
    if (!isTelling || all.includes(undefined)) continue;
    if (allowedBy(one) === undefined) return [one];
    const allowed = [one, ...all].flatMap((each) => (each === undefined ? [] : (allowedBy(each) ?? [])));
    return [
      {
        ...one,
        keyword: 'enum',
        params: { allowedValues: allowed },
        parentSchema: { enum: [...new Set(allowed)] },
      },
    ];
  }
  return undefined;
}

/** The values that an `enum` or `const` lets through. */
function allowedBy({ keyword, schema }: SchemaError): readonly JsonValue[] | undefined {
  if (keyword === 'const') return [schema as JsonValue]; // what ajv was given for the keyword
  return keyword === 'enum' && Array.isArray(schema) ? schema : undefined;
}

function isChildOf(pointer: string, parent: string): boolean {
  return pointer.startsWith(`${parent}/`) && !pointer.slice(parent.length + 1).includes('/');
}

/** Every schema object inside a branch, through `$ref`s: ajv's errors name the one they come from. */
function reachableSchemas(branch: unknown, root: JsonObject | boolean): ReadonlySet<unknown> {
  const reached = new Set<unknown>();
  const definitions = isObject(root) && isObject(root.$defs) ? root.$defs : {};
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || reached.has(value)) return;
    reached.add(value);
    if (isObject(value) && typeof value.$ref === 'string')
      visit(definitions[value.$ref.replace('#/$defs/', '')]);
    for (const child of Object.values(value)) visit(child);
  };
  visit(branch);
  return reached;
}
