import { markdownLine } from '../markdown/markdown-of-html.ts';
import { onceOfShared } from '../views/shared-views.ts';
import type { LinkView, SchemaRowView } from '../views/views.ts';
import type { EngineWords } from '../words/words.ts';

/** A place of the page itself has a name that Markdown does not know. */
export function linkText({ label, href }: LinkView): string {
  return href.startsWith('#') ? label : `[${label}](${href})`;
}

/** The number of an assumption, as on the page. */
export function assumedText(assumption: LinkView | undefined, words: EngineWords): string {
  return assumption === undefined ? '' : ` [${words.markdown.assumption} ${assumption.label}]`;
}

/** A row as an item of a list, with the tree under it. */
export function rowLines(row: SchemaRowView, depth: number, words: EngineWords): string[] {
  const indent = '  '.repeat(depth);
  return [...ownLines(row, words).map((line) => indent + line), ...insideLines(row, depth + 1, words)];
}

/** What is said of the row itself, and of its values. */
const ownLines = onceOfShared((row: SchemaRowView, words: EngineWords): readonly string[] => {
  const { markdown } = words;
  const flags = [
    row.type,
    row.isRequired ? markdown.required : '',
    row.isDeprecated ? markdown.deprecated : '',
  ].filter(Boolean);
  const facts = [
    ...row.constraints,
    ...(row.enumValues.length > 0
      ? [`${markdown.allowed} ${row.enumValues.map((value) => `\`${value}\``).join(', ')}`]
      : []),
    ...(row.default === undefined ? [] : [`${markdown.default} \`${row.default}\``]),
  ];
  const description = markdownLine(row.descriptionHtml);
  const head = `- ${row.name === undefined ? '' : `\`${row.name}\` `}(${flags.join(', ')})`;
  const see = row.see === undefined ? '' : ` ${linkText(row.see)}`;
  const assumed = assumedText(row.assumption, words);
  const text = [description, facts.length > 0 ? `${facts.join('; ')}.` : ''].filter(Boolean).join(' ');
  const notes = row.valueNotes.map(({ kind, value, html }) => {
    const note = [kind === 'example' ? words.example : markdown.allowed, value === '' ? '' : `\`${value}\``]
      .filter(Boolean)
      .join(' ');
    return `  - ${[note, markdownLine(html)].filter(Boolean).join(': ')}`;
  });
  return [`${head}${assumed}${text === '' ? '' : `: ${text}`}${see}`, ...notes];
});

function insideLines(row: SchemaRowView, depth: number, words: EngineWords): string[] {
  const children = row.children.flatMap((child) => rowLines(child, depth, words));
  const variants = (row.variants?.options ?? []).flatMap((option) => [
    `${'  '.repeat(depth)}- ${row.variants?.title}: ${option.label}`,
    ...insideLines(option.row, depth + 1, words),
  ]);
  const conditions = (row.conditions?.options ?? []).flatMap(({ label, row: option }) => [
    `${'  '.repeat(depth)}- ${[label, ...option.constraints].join('; ')}`,
    ...insideLines(option, depth + 1, words),
  ]);
  return [...children, ...variants, ...conditions];
}
