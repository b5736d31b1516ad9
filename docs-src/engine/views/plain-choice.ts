import { renderInlineText } from '../markdown/document-text.ts';
import { textOfHtml } from '../markdown/page-elements.ts';
import type { EngineWords } from '../words/words.ts';
import { type FlatSchema, flattenSchema, isLeaf } from './flat-schema.ts';
import { constraintTexts, schemaPhrase } from './schema-texts.ts';

/** More options, or longer texts of them, are easier to read one below the other. */
const mostOptions = 4;
const longestText = 90;

/** A choice of plain values as people say it: the values to choose from, and a phrase for each other option. */
export interface PlainChoice {
  readonly owner: FlatSchema | undefined;
  readonly phrases: readonly string[];
}

/** undefined where an option has parts of its own, or needs more than a phrase. */
export function plainChoiceOf({ choice }: FlatSchema, words: EngineWords): PlainChoice | undefined {
  if (choice === undefined || choice.discriminator !== undefined) return undefined;
  const options = choice.options.map(({ node }) => flattenSchema(node)).flatMap(optionsOf);
  if (options.length > mostOptions) return undefined;
  const [owner, ...otherEnums] = options.filter((option) => option.enum !== undefined);
  const phrases = options.filter((option) => option !== owner).map((option) => phraseOf(option, words));
  const isPlain =
    otherEnums.length === 0 &&
    options.every(isLeaf) &&
    phrases.every((phrase) => phrase.length <= longestText);
  return isPlain ? { owner, phrases } : undefined;
}

/** A choice inside a choice is part of it. */
function optionsOf(flat: FlatSchema): FlatSchema[] {
  const { choice, properties } = flat;
  if (choice === undefined || choice.discriminator !== undefined || properties.size > 0) return [flat];
  return choice.options.map(({ node }) => flattenSchema(node));
}

/** What the document says of an option stands for its type and pattern; a named schema has its text for all its places. */
function phraseOf(flat: FlatSchema, words: EngineWords): string {
  const said = textOfHtml(renderInlineText(flat.description)).trim();
  if (said === '' || flat.name !== undefined || flat.const !== undefined)
    return schemaPhrase(flat.node, words);
  const { pattern: _pattern, ...constraints } = flat.constraints;
  return [...constraintTexts({ ...flat, constraints }, words), said].join(', ');
}
