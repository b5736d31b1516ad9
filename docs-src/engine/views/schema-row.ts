import type { SchemaNode } from '../../../openapi/model/schema/schema-node.ts';
import { type GrowingRow, plainRow, type RowOptions } from './plain-row.ts';
import { isPlain, type Part, schemaPartsOf } from './schema-parts.ts';
import { conditionText } from './schema-texts.ts';
import type { SchemaRowView, VariantsView } from './views.ts';

export interface SchemaRowOptions extends RowOptions {
  /** Readers of a request do not want what only replies hold, and the other way round. */
  readonly purpose: 'request' | 'reply' | 'both';
  /** How many rows a tree may have before its deeper parts move to pages of their own. */
  readonly maximumRows: number;
  /** What unnamed parts of the tree are called on such a page: `search 200`. */
  readonly title: string;
  /** Where the tree is on the page: `#search-status-200`. */
  readonly place: string;
}

/** Fewer rows than this are shown again rather than looked up. */
const fewRows = 4;

interface Pending {
  readonly row: GrowingRow;
  readonly node: SchemaNode;
  readonly above: ReadonlySet<SchemaNode>;
  readonly title: string;
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
  const grow = (pending: Pending) => {
    if (!isPlain(pending.node, words)) queue.push(pending);
  };
  for (let next = 0; next < queue.length; next += 1) {
    const { row, node, above, title } = queue[next] as Pending;
    const { owner, parts: allParts, conditions: ofOwner, choice } = schemaPartsOf(node, words);
    const parts = allParts.filter(({ hiddenIn }) => !hiddenIn.includes(options.purpose));
    const size = parts.length + (choice?.options.length ?? 0) + ofOwner.length;
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
      grow({
        row: childRow,
        node: child.node,
        above: below,
        title: `${title} › ${child.name ?? words.item}`,
      });
      return childRow;
    });
    const conditions = ofOwner.map((condition) => {
      const label = conditionText(condition, words);
      // The condition stands where its type would.
      const row = {
        ...plainRow({ name: undefined, node: condition.node, isRequired: false }, options),
        type: label,
      };
      grow({ row, node: condition.node, above: below, title: `${title} › ${label}` });
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
      grow({ row: optionRow, node: option, above: below, title: `${title} › ${name}` });
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
