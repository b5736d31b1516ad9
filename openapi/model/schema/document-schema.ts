import type { Extensions, ExternalDocs, JsonObject, JsonValue, SourceLocation } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import { childOf, type Located } from '../read/located.ts';
import { readExtensions } from '../read/read-extensions.ts';
import { readExternalDocs } from '../read/read-info.ts';
import { jsonOfText } from './json-of-text.ts';
import { normaliseSchema } from './normalise-schema.ts';
import type {
  ConditionalSchemas,
  Discriminator,
  JsonType,
  SchemaNode,
  Selection,
  XmlObject,
} from './schema-node.ts';
import { selectionOf } from './selection.ts';

/** Most schemas have none of them. */
const conditionalKeywords = [
  'if',
  'dependentSchemas',
  'contains',
  'propertyNames',
  'unevaluatedProperties',
  'unevaluatedItems',
] as const;
/** One of each for all schemas: a big document has tens of thousands that have none. */
const noNodes: readonly SchemaNode[] = [];
const noNodesByName: ReadonlyMap<string, SchemaNode> = new Map();
const noNames: ReadonlySet<string> = new Set();
const noConditions: ConditionalSchemas = {
  if: undefined,
  // biome-ignore lint/suspicious/noThenProperty: JSON Schema's word
  then: undefined,
  else: undefined,
  dependentSchemas: noNodesByName,
  contains: undefined,
  propertyNames: undefined,
  unevaluatedProperties: undefined,
  unevaluatedItems: undefined,
};

/** What a schema asks of the document around it. */
export interface SchemaSurroundings {
  /** The node of the schema at a place: one place, one node. `$ref`s are followed. */
  nodeAt(place: Located): SchemaNode;
  sourceOf(place: SourceLocation): SourceLocation;
  jsonSchemaOf(place: Located): JsonObject | boolean;
  discriminatorOf(schema: Located, owner: SchemaNode): Discriminator | undefined;
}

/** Keywords with a place of their own in `SchemaNode`, or that only order the document; the rest are constraints. */
const readKeywords = new Set(
  (
    'type format title description deprecated readOnly writeOnly default const enum examples properties required ' +
    'patternProperties additionalProperties items prefixItems allOf anyOf oneOf not discriminator ' +
    '$ref $id $anchor $dynamicAnchor $schema $comment $defs definitions xml externalDocs'
  ).split(' '),
);
const annotationKeywords = new Set(
  (
    'title description deprecated readOnly writeOnly default examples example ' +
    '$id $anchor $dynamicAnchor $schema $comment $defs definitions xml externalDocs'
  ).split(' '),
);

/** True where a schema says nothing that a value could break. */
function isAnnotationOnly(schema: JsonObject, except?: string): boolean {
  return Object.keys(schema).every(
    (keyword) => keyword === except || annotationKeywords.has(keyword) || keyword.startsWith('x-'),
  );
}

/**
 * A schema of the document, read as far as it is asked: a big description has tens of thousands, and most are never
 * looked at. A class because one place must stay one node, whoever asks and whenever.
 */
export class DocumentSchema implements SchemaNode {
  readonly name: string | undefined;
  readonly source: SourceLocation;
  readonly isAnything: boolean;
  readonly isNothing: boolean;
  readonly #place: Located;
  readonly #surroundings: SchemaSurroundings;
  readonly #written: JsonObject;
  /** The target of a `$ref` that has siblings, which only annotate it (OpenAPI 3.1). */
  readonly #annotated: SchemaNode | undefined;
  readonly #kept = new Map<string, unknown>();

  constructor(
    place: Located,
    name: string | undefined,
    target: SchemaNode | undefined,
    surroundings: SchemaSurroundings,
  ) {
    this.#surroundings = surroundings;
    this.source = surroundings.sourceOf(place);
    const written = isObject(place.value) ? normaliseSchema(place.value) : {};
    this.#written = written;
    this.#place = { ...place, value: isObject(place.value) ? written : place.value };
    const annotates = target !== undefined && isAnnotationOnly(written, '$ref');
    this.#annotated = annotates ? target : undefined;
    this.name = name ?? this.#annotated?.name;
    this.isNothing = place.value === false || this.#annotated?.isNothing === true;
    this.isAnything = this.#annotated?.isAnything ?? (place.value !== false && isAnnotationOnly(written));
  }

  get types(): readonly JsonType[] {
    return this.#keep('types', (annotated) => annotated?.types ?? readTypes(this.#written.type));
  }
  get format(): string | undefined {
    return this.#annotated?.format ?? asText(this.#written.format);
  }
  get title(): string | undefined {
    return asText(this.#written.title) ?? this.#annotated?.title;
  }
  get description(): string | undefined {
    return asText(this.#written.description) ?? this.#annotated?.description;
  }
  get externalDocs(): ExternalDocs | undefined {
    return readExternalDocs(childOf(this.#place, 'externalDocs')) ?? this.#annotated?.externalDocs;
  }
  get isDeprecated(): boolean {
    return asFlag(this.#written.deprecated) ?? this.#annotated?.isDeprecated ?? false;
  }
  get isReadOnly(): boolean {
    return asFlag(this.#written.readOnly) ?? this.#annotated?.isReadOnly ?? false;
  }
  get isWriteOnly(): boolean {
    return asFlag(this.#written.writeOnly) ?? this.#annotated?.isWriteOnly ?? false;
  }
  get assumption(): string | undefined {
    return asText(this.#written['x-kit-assumption']) ?? this.#annotated?.assumption;
  }
  get default(): JsonValue | undefined {
    return this.#written.default === undefined ? this.#annotated?.default : this.#written.default;
  }
  get const(): JsonValue | undefined {
    return this.#annotated === undefined ? this.#written.const : this.#annotated.const;
  }
  get enum(): readonly JsonValue[] | undefined {
    return this.#annotated === undefined ? asList(this.#written.enum) : this.#annotated.enum;
  }
  get examples(): readonly JsonValue[] {
    return this.#keep('examples', (annotated) => {
      const written = asList(this.#written.examples);
      return written?.map((value) => jsonOfText(value, this)) ?? annotated?.examples ?? [];
    });
  }
  get properties(): ReadonlyMap<string, SchemaNode> {
    return this.#keep('properties', (annotated) => annotated?.properties ?? this.#nodesByName('properties'));
  }
  get required(): ReadonlySet<string> {
    return this.#keep('required', (annotated) => {
      if (annotated !== undefined) return annotated.required;
      const names = asList(this.#written.required);
      return names === undefined ? noNames : new Set(names.filter((name) => typeof name === 'string'));
    });
  }
  get patternProperties(): ReadonlyMap<string, SchemaNode> {
    return this.#keep(
      'patternProperties',
      (annotated) => annotated?.patternProperties ?? this.#nodesByName('patternProperties'),
    );
  }
  get additionalProperties(): SchemaNode | undefined {
    return this.#annotated === undefined
      ? this.#node('additionalProperties')
      : this.#annotated.additionalProperties;
  }
  get items(): SchemaNode | undefined {
    return this.#annotated === undefined ? this.#node('items') : this.#annotated.items;
  }
  get prefixItems(): readonly SchemaNode[] {
    return this.#keep('prefixItems', (annotated) => annotated?.prefixItems ?? this.#nodes('prefixItems'));
  }
  get allOf(): readonly SchemaNode[] {
    return this.#keep('allOf', (annotated) => {
      if (annotated !== undefined) return annotated.allOf;
      const own = this.#nodes('allOf');
      // A `$ref` beside assertions is one more schema that must hold (JSON Schema 2020-12 core, 8.2.3.1).
      if (typeof this.#written.$ref !== 'string') return own;
      const target = { ...this.#place, value: { $ref: this.#written.$ref } };
      return [this.#surroundings.nodeAt(target), ...own];
    });
  }
  get anyOf(): readonly SchemaNode[] {
    return this.#keep('anyOf', (annotated) => annotated?.anyOf ?? this.#nodes('anyOf'));
  }
  get oneOf(): readonly SchemaNode[] {
    return this.#keep('oneOf', (annotated) => annotated?.oneOf ?? this.#nodes('oneOf'));
  }
  get not(): SchemaNode | undefined {
    return this.#annotated === undefined ? this.#node('not') : this.#annotated.not;
  }
  get discriminator(): Discriminator | undefined {
    return this.#keep('discriminator', (annotated) =>
      annotated === undefined
        ? this.#surroundings.discriminatorOf(this.#place, this)
        : annotated.discriminator,
    );
  }
  get selection(): Selection | undefined {
    return this.#keep('selection', (annotated) =>
      annotated === undefined
        ? selectionOf(this, (key, value) => this.#madeUp(`discriminator/${key}`, value))
        : annotated.selection,
    );
  }
  get xml(): XmlObject | undefined {
    return this.#keep('xml', (annotated) => readXmlObject(this.#written.xml) ?? annotated?.xml);
  }
  get conditional(): ConditionalSchemas {
    return this.#keep('conditional', (annotated) => {
      if (annotated !== undefined) return annotated.conditional;
      if (!conditionalKeywords.some((keyword) => this.#written[keyword] !== undefined)) return noConditions;
      return {
        if: this.#node('if'),
        // Without a condition the two mean nothing (JSON Schema 2020-12 core, 10.2.2).
        // biome-ignore lint/suspicious/noThenProperty: JSON Schema's word
        then: this.#written.if === undefined ? undefined : this.#node('then'),
        else: this.#written.if === undefined ? undefined : this.#node('else'),
        dependentSchemas: this.#nodesByName('dependentSchemas'),
        contains: this.#node('contains'),
        propertyNames: this.#node('propertyNames'),
        unevaluatedProperties: this.#node('unevaluatedProperties'),
        unevaluatedItems: this.#node('unevaluatedItems'),
      };
    });
  }
  get constraints(): JsonObject {
    return this.#keep('constraints', (annotated) => {
      if (annotated !== undefined) return annotated.constraints;
      const rest = Object.entries(this.#written).filter(
        ([keyword]) => !readKeywords.has(keyword) && !keyword.startsWith('x-'),
      );
      return Object.fromEntries(rest);
    });
  }
  get extensions(): Extensions {
    return this.#keep('extensions', (annotated) => ({
      ...annotated?.extensions,
      ...readExtensions(this.#place),
    }));
  }
  get jsonSchema(): JsonObject | boolean {
    return this.#keep('jsonSchema', () => this.#surroundings.jsonSchemaOf(this.#place));
  }

  #keep<Value>(key: string, make: (annotated: SchemaNode | undefined) => Value): Value {
    if (!this.#kept.has(key)) this.#kept.set(key, make(this.#annotated));
    return this.#kept.get(key) as Value; // what this very method stored under this key
  }
  #node(keyword: string): SchemaNode | undefined {
    if (this.#written[keyword] === undefined) return undefined;
    const place = childOf(this.#place, keyword);
    return isSchema(place.value) ? this.#surroundings.nodeAt(place) : undefined;
  }
  #madeUp(key: string, value: JsonObject): SchemaNode {
    const { file, pointer } = this.#place;
    return this.#surroundings.nodeAt({ file, pointer: `${pointer}/${key}`, value });
  }
  #nodes(keyword: string): readonly SchemaNode[] {
    const written = asList(this.#written[keyword]);
    if (written === undefined) return noNodes;
    const list = childOf(this.#place, keyword);
    return written
      .map((_, index) => childOf(list, index))
      .filter((place) => isSchema(place.value))
      .map((place) => this.#surroundings.nodeAt(place));
  }
  #nodesByName(keyword: string): ReadonlyMap<string, SchemaNode> {
    const written = this.#written[keyword];
    if (!isObject(written)) return noNodesByName;
    const map = childOf(this.#place, keyword);
    const nodes = new Map<string, SchemaNode>();
    for (const name of Object.keys(written)) {
      const place = childOf(map, name);
      if (isSchema(place.value)) nodes.set(name, this.#surroundings.nodeAt(place));
    }
    return nodes;
  }
}

function readXmlObject(written: JsonValue | undefined): XmlObject | undefined {
  if (!isObject(written)) return undefined;
  const { attribute, wrapped, nodeType } = written;
  const older = attribute === true ? 'attribute' : wrapped === true ? 'element' : undefined;
  return {
    name: asText(written.name),
    namespace: asText(written.namespace),
    prefix: asText(written.prefix),
    nodeType: nodeTypes.find((type) => type === nodeType) ?? older,
  };
}
const nodeTypes = ['element', 'attribute', 'text', 'cdata', 'none'] as const;

function readTypes(type: JsonValue | undefined): readonly JsonType[] {
  const types = Array.isArray(type) ? type : [type];
  return types.filter((name): name is JsonType => typeof name === 'string' && jsonTypes.has(name));
}
const jsonTypes = new Set(['null', 'boolean', 'object', 'array', 'number', 'string', 'integer']);

function isSchema(value: JsonValue | undefined): boolean {
  return isObject(value) || typeof value === 'boolean';
}
function asText(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
function asFlag(value: JsonValue | undefined): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}
function asList(value: JsonValue | undefined): readonly JsonValue[] | undefined {
  return Array.isArray(value) ? value : undefined;
}
