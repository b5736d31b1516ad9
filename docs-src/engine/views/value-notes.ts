import type { Example, JsonValue } from '../../../openapi/model/api-model.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import type { SchemaNode } from '../../../openapi/model/schema/schema-node.ts';
import { valueText } from '../../../openapi/model/value-text.ts';
import { renderInlineText } from '../markdown/document-text.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import { linkHtml } from '../markdown/text-link.ts';
import { shownText } from './schema-texts.ts';
import type { ValueNoteView } from './views.ts';

/** The first spelling that a schema has, of what several tools write under several names. */
function firstOf({ extensions }: SchemaNode, ...names: readonly `x-${string}`[]): JsonValue | undefined {
  return names.map((name) => extensions[name]).find((value) => value !== undefined);
}

/** A text for one value: by its place in a list, or by the value itself in a map. */
function textFor(texts: JsonValue | undefined, value: JsonValue, index: number): string | undefined {
  const text = Array.isArray(texts) ? texts[index] : isObject(texts) ? texts[valueText(value)] : undefined;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/** What a schema says of each of its allowed values, in Markdown; undefined where it says nothing of any. */
function enumTexts(node: SchemaNode): ReadonlyMap<JsonValue, string> | undefined {
  const descriptions = firstOf(node, 'x-enumDescriptions', 'x-enum-descriptions');
  const names = firstOf(node, 'x-enum-varnames', 'x-enumNames');
  const texts = new Map<JsonValue, string>();
  for (const [index, value] of (node.enum ?? []).entries()) {
    const name = textFor(names, value, index);
    const shownName = name === undefined || name === valueText(value) ? [] : [`\`${name}\``];
    const text = [...shownName, textFor(descriptions, value, index) ?? []].flat().join(': ');
    if (text !== '') texts.set(value, text);
  }
  return texts.size === 0 ? undefined : texts;
}

/** The allowed values of a schema with what it says of them; none where it says nothing. */
export function enumNotes(node: SchemaNode): readonly ValueNoteView[] {
  const texts = enumTexts(node);
  if (texts === undefined) return [];
  return (node.enum ?? [])
    .filter((value) => value !== null)
    .map((value) => ({
      kind: 'allowed',
      value: shownText(value),
      html: renderInlineText(texts.get(value)),
    }));
}

/** An example that its document has given a name, or words of its own. */
function isNamed({ name, summary, description, externalValue }: Example): boolean {
  return !/^example\d*$/.test(name) || (summary ?? description ?? externalValue) !== undefined;
}

/** The named examples of a parameter or header, each with what is said of it, and the values of the others. */
export function exampleNotes(examples: readonly Example[]): {
  readonly notes: readonly ValueNoteView[];
  readonly plainValues: readonly JsonValue[];
} {
  const notes = examples.filter(isNamed).map((example): ValueNoteView => {
    const { name, summary, description, value, externalValue } = example;
    const title = escapeHtml(summary ?? name);
    const text = renderInlineText(description);
    return {
      kind: 'example',
      value: externalValue === undefined ? shownText(value) : '',
      html: [title, linkHtml(externalValue ?? '', externalValue ?? ''), text].filter(Boolean).join(': '),
    };
  });
  return { notes, plainValues: examples.filter((example) => !isNamed(example)).map(({ value }) => value) };
}
