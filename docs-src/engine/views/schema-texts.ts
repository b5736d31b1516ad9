import type { JsonValue } from '../../../openapi/model/api-model.ts';
import { isAmount } from '../../../openapi/model/decimal.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import type { SchemaNode } from '../../../openapi/model/schema/schema-node.ts';
import { valueText } from '../../../openapi/model/value-text.ts';
import type { EngineWords } from '../words/words.ts';
import { type FlatSchema, flattenSchema, type SchemaCondition } from './flat-schema.ts';

/** A value where nothing else stands: an empty text is one that can be seen. */
export function shownText(value: JsonValue): string {
  return value === '' ? '""' : valueText(value);
}

const maximumDepth = 4;

/** `string <date-time>`, `array of Pet`, `string or integer`: a schema's type in a few words. */
export function typeText(node: SchemaNode, words: EngineWords, depth = 0): string {
  if (node.isAnything) return words.anyValue;
  if (node.isNothing) return words.noValue;
  const flat = flattenSchema(node);
  if (flat.choice !== undefined && flat.properties.size === 0) {
    if (depth >= maximumDepth) return flat.name ?? words.oneOf;
    const names = [...new Set(flat.choice.options.map((option) => typeText(option.node, words, depth + 1)))];
    if (names.length <= 3) return names.join(` ${words.or} `);
    return flat.name ?? `${names.slice(0, 2).join(` ${words.or} `)} ${words.or} …`;
  }
  if (flat.isNull) return 'null';
  const types = flat.types.length > 0 ? flat.types : inferTypes(flat);
  if (types.length === 0) return flat.name ?? words.anyValue;
  return types
    .map((type) => {
      if (type === 'array') {
        if (depth >= maximumDepth) return type;
        if (flat.prefixItems.length > 0) return tupleText(flat, words, depth);
        if (flat.items === undefined) return type;
        return words.arrayOf(typeText(flat.items, words, depth + 1));
      }
      if (type === 'object') return objectText(flat, words, depth);
      return flat.format === undefined ? type : `${type} <${flat.format}>`;
    })
    .join(` ${words.or} `);
}

/** `[number, string]`; with `…` where more may follow. */
function tupleText({ prefixItems, items, ...flat }: FlatSchema, words: EngineWords, depth: number): string {
  const types = prefixItems.map((item) => typeText(item, words, depth + 1));
  const isClosed = (items ?? flat.unevaluatedItems)?.isNothing === true;
  const more = items === undefined || items.isAnything ? '…' : `…${typeText(items, words, depth + 1)}`;
  return `[${[...types, ...(isClosed ? [] : [more])].join(', ')}]`;
}

function objectText(flat: FlatSchema, words: EngineWords, depth: number): string {
  const { additionalProperties, properties } = flat;
  const isMap =
    properties.size === 0 && additionalProperties !== undefined && !additionalProperties.isNothing;
  if (isMap && !additionalProperties.isAnything && depth < maximumDepth) {
    return words.mapOf(typeText(additionalProperties, words, depth + 1));
  }
  return flat.name ?? 'object';
}

function inferTypes(flat: FlatSchema): readonly string[] {
  if (flat.properties.size > 0 || flat.additionalProperties !== undefined) return ['object'];
  if (flat.items !== undefined || flat.prefixItems.length > 0) return ['array'];
  const values = flat.const === undefined ? flat.enum : [flat.const];
  if (values === undefined) return [];
  return [
    ...new Set(
      values.map((value) => (Array.isArray(value) ? 'array' : isAmount(value) ? 'number' : typeof value)),
    ),
  ];
}

/** The limits of a value, a phrase each, in the reader's language. */
export function constraintTexts(flat: FlatSchema, words: EngineWords): string[] {
  const { constraints } = flat;
  const amount = (name: string) => (isAmount(constraints[name]) ? constraints[name] : undefined);
  const number = (name: string) => (amount(name) === undefined ? undefined : Number(amount(name)));
  const text = (name: string) => amount(name)?.toString();
  const texts: string[] = [];
  if (flat.const !== undefined) texts.push(words.exactly(shownText(flat.const)));
  if (text('minimum') !== undefined || text('maximum') !== undefined) {
    texts.push(words.range(text('minimum'), text('maximum')));
  }
  const above = text('exclusiveMinimum');
  const below = text('exclusiveMaximum');
  if (above !== undefined) texts.push(words.above(above));
  if (below !== undefined) texts.push(words.below(below));
  const step = text('multipleOf');
  if (step !== undefined) texts.push(words.multipleOf(step));
  for (const [low, high, phrase] of [
    ['minLength', 'maxLength', words.characters],
    ['minItems', 'maxItems', words.items],
    ['minProperties', 'maxProperties', words.properties],
  ] as const) {
    const [from, to] = [number(low), number(high)];
    if ((from !== undefined && from > 0) || to !== undefined)
      texts.push(phrase(from === 0 ? undefined : from, to));
  }
  if (typeof constraints.pattern === 'string') texts.push(words.pattern(constraints.pattern));
  if (constraints.uniqueItems === true) texts.push(words.uniqueItems);
  if (typeof constraints.contentEncoding === 'string')
    texts.push(words.encodedAs(constraints.contentEncoding));
  if (typeof constraints.contentMediaType === 'string') texts.push(constraints.contentMediaType);
  if (flat.not !== undefined) texts.push(words.not(schemaPhrase(flat.not, words)));
  return [...texts, ...structureTexts(flat, words)];
}

/** What is said of the parts of an object or array beside their own rows. */
function structureTexts(flat: FlatSchema, words: EngineWords): string[] {
  const { constraints, contains, propertyNames } = flat;
  const texts: string[] = [];
  const unknown = [...flat.required].filter((name) => !flat.properties.has(name));
  if (unknown.length > 0) texts.push(words.alsoRequired(unknown.join(', ')));
  if ((flat.additionalProperties ?? flat.unevaluatedProperties)?.isNothing) texts.push(words.nothingElse);
  if (flat.prefixItems.length > 0 && (flat.items ?? flat.unevaluatedItems)?.isNothing)
    texts.push(words.nothingMore);
  if (propertyNames !== undefined) texts.push(words.propertyNames(schemaPhrase(propertyNames, words)));
  const { minContains = 1, maxContains, dependentRequired } = constraints;
  const high = typeof maxContains === 'number' ? maxContains : undefined;
  if (contains !== undefined && (minContains !== 0 || high !== undefined))
    texts.push(words.contains(Number(minContains) || undefined, high, schemaPhrase(contains, words)));
  for (const [name, needed] of Object.entries(isObject(dependentRequired) ? dependentRequired : {}))
    if (Array.isArray(needed) && needed.length > 0) texts.push(words.alsoNeeds(name, needed.join(', ')));
  return texts;
}

/** What a condition asks: `kind = card and number given`. */
export function conditionText(condition: SchemaCondition, words: EngineWords): string {
  if (condition.kind === 'with') return words.when(words.given(condition.property));
  if (condition.test === undefined) return words.otherwise;
  const test = testText(condition.test, words);
  return words.when(condition.kind === 'if' ? test : words.not(test));
}

function testText(test: SchemaNode, words: EngineWords): string {
  const flat = flattenSchema(test);
  const ofProperties = [...flat.properties].map(([name, property]) => {
    const { const: value, enum: values } = flattenSchema(property);
    const known = value === undefined ? values : [value];
    return known === undefined
      ? `${name}: ${schemaPhrase(property, words)}`
      : `${name} = ${known.map(shownText).join(` ${words.or} `)}`;
  });
  const ofOthers = [...flat.required].filter((name) => !flat.properties.has(name)).map(words.given);
  const ofChoice = flat.choice?.options.map(({ node }) => testText(node, words)).join(` ${words.or} `);
  const ofNot = flat.not === undefined ? undefined : words.not(testText(flat.not, words));
  const texts = [...ofProperties, ...ofOthers, ...[ofChoice, ofNot].filter((text) => text !== undefined)];
  return texts.length === 0 ? schemaPhrase(test, words) : texts.join(` ${words.and} `);
}

/** A schema inside a sentence. */
export function schemaPhrase(node: SchemaNode, words: EngineWords): string {
  const flat = flattenSchema(node);
  if (flat.const !== undefined) return shownText(flat.const);
  if (flat.enum !== undefined) return flat.enum.map(shownText).join(', ');
  if (flat.required.size > 0 && flat.types.length === 0) return [...flat.required].join(' + ');
  const limits = constraintTexts({ ...flat, not: undefined }, words);
  const type = typeText(node, words);
  return [...(type === words.anyValue && limits.length > 0 ? [] : [type]), ...limits].join(', ');
}
