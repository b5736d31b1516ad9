import type { Extensions, ExternalDocs, JsonObject, JsonValue, SourceLocation } from '../api-model.ts';

export type JsonType = 'null' | 'boolean' | 'object' | 'array' | 'number' | 'string' | 'integer';

/**
 * One schema of the document as a node of a graph that may have cycles: two `$ref`s to one schema give the same node.
 * Its keywords are those of JSON Schema 2020-12, also where the document is OpenAPI 3.0 (`nullable` became a type,
 * boolean `exclusiveMinimum` a number, `example` an entry of `examples`).
 */
export interface SchemaNode {
  /** The name in `components.schemas`; undefined for an inline schema. */
  readonly name: string | undefined;
  readonly source: SourceLocation;
  /** True for the schema `true` or `{}`: everything fits. */
  readonly isAnything: boolean;
  /** True for the schema `false`: nothing fits. */
  readonly isNothing: boolean;
  /** Allowed types; empty where the schema names none. `null` stands here too. */
  readonly types: readonly JsonType[];
  readonly format: string | undefined;
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly externalDocs: ExternalDocs | undefined;
  readonly isDeprecated: boolean;
  readonly isReadOnly: boolean;
  readonly isWriteOnly: boolean;
  readonly default: JsonValue | undefined;
  readonly const: JsonValue | undefined;
  readonly enum: readonly JsonValue[] | undefined;
  readonly examples: readonly JsonValue[];
  readonly properties: ReadonlyMap<string, SchemaNode>;
  readonly required: ReadonlySet<string>;
  readonly patternProperties: ReadonlyMap<string, SchemaNode>;
  /** undefined where the schema says nothing (= allowed). */
  readonly additionalProperties: SchemaNode | undefined;
  readonly items: SchemaNode | undefined;
  readonly prefixItems: readonly SchemaNode[];
  readonly allOf: readonly SchemaNode[];
  readonly anyOf: readonly SchemaNode[];
  readonly oneOf: readonly SchemaNode[];
  readonly not: SchemaNode | undefined;
  readonly discriminator: Discriminator | undefined;
  /** What the discriminator, or one that the schema inherits, amounts to. */
  readonly selection: Selection | undefined;
  readonly xml: XmlObject | undefined;
  /** Schemas that hold on a condition, or for names; they stand in `constraints` too. */
  readonly conditional: ConditionalSchemas;
  /**
   * The remaining assertions as written: minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, minLength,
   * maxLength, pattern, minItems, maxItems, uniqueItems, minProperties, maxProperties, contentEncoding, contentMediaType, …
   */
  readonly constraints: JsonObject;
  /** `x-kit-assumption`: what nobody documented and the document's author decided. */
  readonly assumption: string | undefined;
  readonly extensions: Extensions;
  /**
   * This schema as JSON Schema 2020-12 that needs nothing from outside: what it reaches stands under `$defs`.
   * Built when first asked for, then kept. OpenAPI-only keywords (`xml`, `x-…`) are left out,
   * and a discriminator is said in JSON Schema's own.
   */
  readonly jsonSchema: JsonObject | boolean;
}

export interface ConditionalSchemas {
  readonly if: SchemaNode | undefined;
  readonly then: SchemaNode | undefined;
  readonly else: SchemaNode | undefined;
  readonly dependentSchemas: ReadonlyMap<string, SchemaNode>;
  readonly contains: SchemaNode | undefined;
  readonly propertyNames: SchemaNode | undefined;
  readonly unevaluatedProperties: SchemaNode | undefined;
  readonly unevaluatedItems: SchemaNode | undefined;
}

/** How a value is written in XML (XML Object); `nodeType` of 3.2 is said in the words of 3.0. */
export interface XmlObject {
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly prefix: string | undefined;
  /** `element`: one around the items of a list, which has none else. */
  readonly nodeType: 'element' | 'attribute' | 'text' | 'cdata' | 'none' | undefined;
}

export interface Discriminator {
  readonly propertyName: string;
  /** Value of the property -> the schema it selects. Implicit names (Discriminator Object) are written out. */
  readonly mapping: ReadonlyMap<string, SchemaNode>;
  /** What a value is meant by that has no such property, or none of these names in it (`defaultMapping`). */
  readonly fallback: SchemaNode | undefined;
}

/**
 * How a value names the schema that it is meant by: what a `discriminator` amounts to for a schema that has one, or that
 * extends one that has.
 */
export interface Selection {
  readonly propertyName: string;
  /**
   * What there is to choose from, each with the schema of what is named so: the property, with an `enum` of its names; of the fallback
   * with none of those of the others.
   */
  readonly options: ReadonlyMap<SchemaNode, SchemaNode>;
  /** All that the property may hold; whatever else as well where there is a fallback. */
  readonly names: readonly JsonValue[];
  readonly fallback: SchemaNode | undefined;
  /** The options are the schema's `oneOf` and `anyOf`; else those that extend it. */
  readonly isOfBranches: boolean;
  /**
   * The options extend the schema with `allOf`: they stand beside it, and it does not select again where they hold it. True
   * of branches as well where a parent lists its own children, which by the letter of JSON Schema never ends.
   */
  readonly isExtended: boolean;
}
