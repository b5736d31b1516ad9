import type { Example, JsonValue, MediaTypeContent } from '../../../openapi/model/api-model.ts';
import { jsonText } from '../../../openapi/model/json-text.ts';
import type { SchemaNode } from '../../../openapi/model/schema/schema-node.ts';
import { valueText } from '../../../openapi/model/value-text.ts';
import { isJsonMediaType, isXmlMediaType } from '../../../openapi/operations/wire/media-types.ts';
import { isSequence, writeSequence } from '../../../openapi/operations/wire/sequences.ts';
import { xmlText } from '../../../openapi/operations/wire/xml-text.ts';
import { colourJson } from '../markdown/colour-json.ts';
import { renderInlineText } from '../markdown/document-text.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import { highlight } from '../markdown/highlight.ts';
import type { ExampleView, Html } from './views.ts';

/** Beyond this a block is printed without colours: each coloured word is an element, and pages have to stay light. */
const maximumColouredLength = 4_000;

/** A value as text of its media type, laid out for reading. */
export function exampleText(
  mediaType: string,
  value: JsonValue,
  schema?: SchemaNode,
): { text: string; language: string } {
  if (
    isJsonMediaType(mediaType) ||
    (typeof value === 'object' && value !== null && !isXmlMediaType(mediaType))
  ) {
    return { text: jsonText(value, 2), language: 'json' };
  }
  if (isXmlMediaType(mediaType)) {
    return { text: xmlText(value, schema), language: 'xml' };
  }
  const language = mediaType.startsWith('text/html') ? 'xml' : 'plaintext';
  return { text: valueText(value), language };
}

/** A sequence as the text that is sent, anything else as it is. */
export function asSent<Shown extends Pick<Example, 'value'>>(
  mediaType: string,
  example: Shown,
  content: MediaTypeContent,
): Shown {
  const { value } = example;
  if (!Array.isArray(value) || !isSequence(mediaType, content)) return example;
  return { ...example, value: writeSequence(mediaType, value, content) };
}

/** Colours for a short text, plain for a long one. */
export function colour(text: string, language: string): Html {
  if (text.length > maximumColouredLength) return escapeHtml(text);
  return language === 'json' ? colourJson(text) : highlight(text, language);
}

export function exampleView(
  mediaType: string,
  example: Pick<Example, 'value'> & Partial<Example>,
  title: string,
  schema?: SchemaNode,
): ExampleView {
  if (example.externalValue !== undefined) {
    const isLink = /^https?:/.test(example.externalValue);
    return {
      title,
      descriptionHtml: renderInlineText(example.description),
      codeHtml: isLink ? '' : escapeHtml(example.externalValue),
      language: 'plaintext',
      href: isLink ? example.externalValue : undefined,
    };
  }
  const { text, language } = exampleText(mediaType, example.value, schema);
  return {
    title,
    descriptionHtml: renderInlineText(example.description),
    codeHtml: colour(text, language),
    language,
    href: undefined,
  };
}
