import type { JsonValue } from '../../../openapi/model/api-model.ts';
import type { SchemaNode } from '../../../openapi/model/schema/schema-node.ts';
import type { EngineWords } from '../words/words.ts';
import { externalDocsHtml } from './external-docs.ts';
import { type FlatSchema, flattenSchema, isLeaf } from './flat-schema.ts';
import type { PageLinks } from './page-links.ts';
import { plainChoiceOf } from './plain-choice.ts';
import type { SaidOnce } from './said-once.ts';
import { conditionText, constraintTexts, shownText, typeText } from './schema-texts.ts';
import { enumNotes } from './value-notes.ts';
import type { SchemaRowView, VariantsView } from './views.ts';

export interface SchemaRowOptions {
  readonly words: EngineWords;
  readonly links: PageLinks;
  /** Readers of a request do not want what only replies hold, and the other way round. */
  readonly purpose: 'request' | 'reply' | 'both';
  /** How many rows a tree may have before its deeper parts move to pages of their own. */
  readonly maximumRows: number;
  /** What unnamed parts of the tree are called on such a page: `search 200`. */
  readonly title: string;
  /** What the page has shown already; undefined where a schema is the page's own subject. */
  readonly said: SaidOnce | undefined;
  /** Where the tree is on the page: `#search-status-200`. */
  readonly place: string;
}

/** Fewer rows than this are shown again rather than looked up. */
const fewRows = 4;

/** A row that can still get what is under it. */
type GrowingRow = { -readonly [Key in keyof SchemaRowView]: SchemaRowView[Key] };

interface Part {
  readonly name: string | undefined;
  readonly node: SchemaNode;
  readonly isRequired: boolean;
}

interface Pending {
  readonly row: GrowingRow;
  readonly node: SchemaNode;
  readonly above: ReadonlySet<SchemaNode>;
  readonly title: string;
}

/** More examples than this show nothing new. */
const maximumShownExamples = 3;
const maximumExampleLength = 200;
/** As many allowed values are a list to look up rather than to read twice. */
const manyValues = 20;

/** A list of values of which each is allowed; a long one that the page has shown already is named instead. */
function allowedValues(
  values: readonly string[],
  name: string | undefined,
  { words, said }: SchemaRowOptions,
): { readonly enumValues: readonly string[]; readonly sameValues: readonly string[] } {
  if (values.length < manyValues || said === undefined) return { enumValues: values, sameValues: [] };
  const key = `values ${values.join('\n')}`;
  const earlier = said.earlier(key);
  if (earlier !== undefined)
    return { enumValues: [], sameValues: [words.sameValues(values.length, earlier)] };
  if (name !== undefined) said.note(key, name);
  return { enumValues: values, sameValues: [] };
}

/** Examples as text: not those that a reader sees already, as an allowed value or the default. */
export function shownExamples(
  values: readonly JsonValue[],
  row: Pick<SchemaRowView, 'enumValues' | 'default'>,
): string[] {
  return values
    .map(shownText)
    .filter((text) => text !== row.default && !row.enumValues.includes(text))
    .slice(0, maximumShownExamples);
}

function plainRow({ name, node, isRequired }: Part, options: SchemaRowOptions): GrowingRow {
  const { words } = options;
  const flat = flattenSchema(node);
  const ofItems = itemsOf(flat);
  const plainChoice = plainChoiceOf(flat, words);
  const { enum: values = [], enumOwner = undefined } =
    flat.enum !== undefined ? flat : (plainChoice?.owner ?? (isLeaf(ofItems) ? ofItems : flat));
  const texts = values.map(shownText);
  const { enumValues, sameValues } = allowedValues(texts, name, options);
  const valueNotes = enumOwner === undefined || sameValues.length > 0 ? [] : enumNotes(enumOwner);
  const written = flat.default === undefined ? undefined : shownText(flat.default);
  const examples = flat.examples.filter((value) => shownText(value).length <= maximumExampleLength);
  return {
    id: undefined,
    name,
    type: typeText(node, words),
    isRequired,
    isDeprecated: flat.isDeprecated,
    isReadOnly: flat.isReadOnly,
    isWriteOnly: flat.isWriteOnly,
    isNullable: flat.isNullable,
    descriptionHtml: options.links.textHtml(flat.description) + itemDescription(flat, options.links),
    assumption: options.links.assumption(flat.assumption),
    constraints: [
      ...constraintTexts(flat, words),
      ...(isLeaf(ofItems) ? constraintTexts(ofItems, words) : []),
      ...sameValues,
      ...(plainChoice?.phrases ?? []).map((phrase, index) =>
        index === 0 && plainChoice?.owner === undefined ? phrase : `${words.or} ${phrase}`,
      ),
    ],
    enumValues: valueNotes.length > 0 ? [] : enumValues,
    valueNotes,
    default: written,
    examples: shownExamples(examples, { enumValues, default: written }),
    serialisation: undefined,
    children: [],
    variants: undefined,
    conditions: undefined,
    see: undefined,
    externalDocsHtml: externalDocsHtml(flat.externalDocs),
  };
}

/** What is said of each item of an array, which has no row of its own. */
function itemDescription(flat: FlatSchema, links: PageLinks): string {
  const description = itemsOf(flat)?.description;
  return description === flat.description ? '' : links.textHtml(description);
}

/** What each item of an array is; a tuple's items differ. */
function itemsOf({ items, prefixItems }: FlatSchema): FlatSchema | undefined {
  return items === undefined || prefixItems.length > 0 ? undefined : flattenSchema(items);
}

/** What stands under a schema, as rows to come. The items of an array stand for the array. */
function partsOf(
  node: SchemaNode,
  options: SchemaRowOptions,
): { owner: SchemaNode; flat: FlatSchema; parts: Part[] } {
  let owner = node;
  let flat = flattenSchema(node);
  const passed = new Set<SchemaNode>();
  while (
    flat.items !== undefined &&
    flat.prefixItems.length === 0 &&
    flat.properties.size === 0 &&
    flat.choice === undefined &&
    !passed.has(owner)
  ) {
    passed.add(owner);
    owner = flat.items;
    flat = flattenSchema(owner);
  }
  const { words, purpose } = options;
  const parts: Part[] = [];
  for (const [name, property] of flat.properties) {
    const own = flattenSchema(property);
    if ((purpose === 'request' && own.isReadOnly) || (purpose === 'reply' && own.isWriteOnly)) continue;
    parts.push({ name, node: property, isRequired: flat.required.has(name) });
  }
  for (const [pattern, property] of flat.patternProperties)
    parts.push({ name: `/${pattern}/`, node: property, isRequired: false });
  flat.prefixItems.forEach((item, index) => {
    parts.push({
      name: `[${index}]`,
      node: item,
      isRequired: index < Number(flat.constraints.minItems ?? 0),
    });
  });
  const { length } = flat.prefixItems;
  if (length > 0 && flat.items !== undefined && !flat.items.isAnything && !flat.items.isNothing)
    parts.push({ name: `[${length}…]`, node: flat.items, isRequired: false });
  const additionalProperties = flat.additionalProperties ?? flat.unevaluatedProperties;
  if (
    additionalProperties !== undefined &&
    !additionalProperties.isAnything &&
    !additionalProperties.isNothing
  ) {
    const isPlainMap = flat.properties.size === 0 && isLeaf(flattenSchema(additionalProperties));
    if (!isPlainMap || flattenSchema(additionalProperties).description !== undefined) {
      parts.push({ name: words.anyName, node: additionalProperties, isRequired: false });
    }
  }
  return { owner, flat, parts };
}

/**
 * A schema as a tree of rows, nearest first: what repeats itself, and what is deeper than the tree may grow, becomes a
 * link to a page of its own. So a tree is never endless, and nothing of it is lost.
 */
export function schemaRow(part: Part, options: SchemaRowOptions): SchemaRowView {
  const { words, links } = options;
  const root = plainRow(part, options);
  const queue: Pending[] = [{ row: root, node: part.node, above: new Set(), title: options.title }];
  let rows = 1;
  for (let next = 0; next < queue.length; next += 1) {
    const { row, node, above, title } = queue[next] as Pending;
    const { owner, flat, parts } = partsOf(node, options);
    // Variants that extend the schema they belong to would show it again, and again themselves.
    const isKnown = flat.choice?.options.every((option) => above.has(option.node)) === true;
    const choice = isKnown || plainChoiceOf(flat, words) !== undefined ? undefined : flat.choice;
    const size = parts.length + (choice?.options.length ?? 0) + flat.conditions.length;
    if (size === 0) continue;
    if (above.has(owner) || (next > 0 && rows + size > options.maximumRows)) {
      row.see = links.schema(owner, title);
      continue;
    }
    if (owner.name !== undefined && size >= fewRows && options.said !== undefined) {
      const key = options.purpose === 'request' ? `request ${owner.name}` : owner;
      const earlier = options.said.earlier(key);
      if (earlier !== undefined) {
        row.see =
          earlier === '' ? links.schema(owner, title) : { label: words.seeSchema(owner.name), href: earlier };
        continue;
      }
      options.said.note(key, next === 0 ? options.place : '');
    }
    rows += size;
    const below = new Set(above).add(owner);
    row.children = parts.map((child) => {
      const childRow = plainRow(child, options);
      queue.push({
        row: childRow,
        node: child.node,
        above: below,
        title: `${title} › ${child.name ?? words.item}`,
      });
      return childRow;
    });
    const conditions = flat.conditions.map((condition) => {
      const label = conditionText(condition, words);
      // The condition stands where its type would.
      const row = {
        ...plainRow({ name: undefined, node: condition.node, isRequired: false }, options),
        type: label,
      };
      queue.push({ row, node: condition.node, above: below, title: `${title} › ${label}` });
      return { label, row };
    });
    if (conditions.length > 0)
      row.conditions = { title: words.dependsOn, discriminator: undefined, options: conditions };
    if (choice === undefined) continue;
    const variants = choice.options.map(({ label, node: option }, index) => {
      const optionRow = plainRow({ name: undefined, node: option, isRequired: false }, options);
      const name =
        label ??
        (optionRow.type === 'object' || optionRow.type === words.anyValue
          ? words.option(index + 1)
          : optionRow.type);
      // A base schema is above its variants already: its own parts are known.
      queue.push({ row: optionRow, node: option, above: below, title: `${title} › ${name}` });
      return { label: name, row: optionRow };
    });
    row.variants = {
      title: words[choice.kind],
      discriminator: choice.discriminator,
      options: variants,
    } satisfies VariantsView;
  }
  return root;
}
