import type { JsonValue } from '../../../openapi/model/api-model.ts';
import { remember } from '../../../openapi/model/remember.ts';
import type { SchemaNode } from '../../../openapi/model/schema/schema-node.ts';
import type { EngineWords } from '../words/words.ts';
import { externalDocsHtml } from './external-docs.ts';
import { type FlatSchema, flattenSchema, isLeaf } from './flat-schema.ts';
import type { PageLinks } from './page-links.ts';
import { plainChoiceOf } from './plain-choice.ts';
import type { SaidOnce } from './said-once.ts';
import { isPlain, type Part } from './schema-parts.ts';
import { constraintTexts, shownText, typeText } from './schema-texts.ts';
import { share } from './shared-views.ts';
import { enumNotes } from './value-notes.ts';
import type { SchemaRowView } from './views.ts';

export interface RowOptions {
  readonly words: EngineWords;
  readonly links: PageLinks;
  /** What the page has shown already; undefined where a schema is the page's own subject. */
  readonly said: SaidOnce | undefined;
}

/** More examples than this show nothing new. */
const maximumShownExamples = 3;
const maximumExampleLength = 200;
/** As many allowed values are a list to look up rather than to read twice. */
const manyValues = 20;

/** What a schema says by itself: the same wherever it stands. */
interface OwnRow {
  readonly row: SchemaRowView;
  readonly values: readonly string[];
  readonly assumption: string | undefined;
  /** The last row that was made of it, where nothing of that is its place's. */
  shared: GrowingRow | undefined;
}

const known = new WeakMap<EngineWords, WeakMap<SchemaNode, OwnRow>>();

/** A row that can still get what is under it. */
export type GrowingRow = { -readonly [Key in keyof SchemaRowView]: SchemaRowView[Key] };

/**
 * A schema in its place, without what stands under it. A row under which nothing stands, and of which nothing is said for
 * this place alone, is one and the same wherever it is shown.
 */
export function plainRow({ name, node, isRequired }: Part, options: RowOptions): GrowingRow {
  const { words, links } = options;
  const ofWords = remember(known, words, () => new WeakMap<SchemaNode, OwnRow>());
  const own = remember(ofWords, node, () => ownRow(node, options));
  const earlier = earlierValues(own.values, name, options);
  const assumption = links.assumption(own.assumption);
  if (!isPlain(node, words) || earlier !== undefined || assumption !== undefined) {
    const { row } = earlier === undefined ? own : ownRow(node, options, earlier);
    return { ...row, name, isRequired, assumption };
  }
  if (own.shared === undefined || own.shared.name !== name || own.shared.isRequired !== isRequired)
    own.shared = share({ ...own.row, name, isRequired });
  return own.shared;
}

/** Where the page has shown a long list of allowed values already, which is named then instead. */
function earlierValues(
  values: readonly string[],
  name: string | undefined,
  { said }: RowOptions,
): string | undefined {
  if (values.length < manyValues || said === undefined) return undefined;
  const key = `values ${values.join('\n')}`;
  const earlier = said.earlier(key);
  if (earlier === undefined && name !== undefined) said.note(key, name);
  return earlier;
}

function ownRow(node: SchemaNode, { words, links }: RowOptions, earlier?: string): OwnRow {
  const flat = flattenSchema(node);
  const ofItems = itemsOf(flat);
  const plainChoice = plainChoiceOf(flat, words);
  const { enum: written = [], enumOwner = undefined } =
    flat.enum !== undefined ? flat : (plainChoice?.owner ?? (isLeaf(ofItems) ? ofItems : flat));
  const values = written.map(shownText);
  const enumValues = earlier === undefined ? values : [];
  const valueNotes = enumOwner === undefined || earlier !== undefined ? [] : enumNotes(enumOwner);
  const fallback = flat.default === undefined ? undefined : shownText(flat.default);
  const examples = flat.examples.filter((value) => shownText(value).length <= maximumExampleLength);
  const row: SchemaRowView = {
    id: undefined,
    name: undefined,
    type: typeText(node, words),
    isRequired: false,
    isDeprecated: flat.isDeprecated,
    isReadOnly: flat.isReadOnly,
    isWriteOnly: flat.isWriteOnly,
    isNullable: flat.isNullable,
    descriptionHtml: links.textHtml(flat.description) + itemDescription(flat, links),
    assumption: undefined,
    constraints: [
      ...constraintTexts(flat, words),
      ...(isLeaf(ofItems) ? constraintTexts(ofItems, words) : []),
      ...(earlier === undefined ? [] : [words.sameValues(values.length, earlier)]),
      ...(plainChoice?.phrases ?? []).map((phrase, index) =>
        index === 0 && plainChoice?.owner === undefined ? phrase : `${words.or} ${phrase}`,
      ),
    ],
    enumValues: valueNotes.length > 0 ? [] : enumValues,
    valueNotes,
    default: fallback,
    examples: shownExamples(examples, { enumValues, default: fallback }),
    serialisation: undefined,
    children: [],
    variants: undefined,
    conditions: undefined,
    see: undefined,
    externalDocsHtml: externalDocsHtml(flat.externalDocs),
  };
  return { row, values, assumption: flat.assumption, shared: undefined };
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

/** What is said of each item of an array, which has no row of its own. */
function itemDescription(flat: FlatSchema, links: PageLinks): string {
  const description = itemsOf(flat)?.description;
  return description === flat.description ? '' : links.textHtml(description);
}

/** What each item of an array is; a tuple's items differ. */
function itemsOf({ items, prefixItems }: FlatSchema): FlatSchema | undefined {
  return items === undefined || prefixItems.length > 0 ? undefined : flattenSchema(items);
}
