import type { JsonValue } from '../../../openapi/model/api-model.ts';
import { jsonText } from '../../../openapi/model/json-text.ts';
import { type DraftSchema, widenNulls } from './infer-schema.ts';

/** The content of a body. One example stands alone, several have names, the same twice is one. */
export function draftContent(mediaType: string, schema: DraftSchema, values: readonly JsonValue[]): object {
  const different = [...new Map(values.map((value) => [jsonText(value), value])).values()];
  const named = different.map((value, index) => [`example${index + 1}`, { value }] as const);
  const examples = named.length > 1 ? Object.fromEntries(named) : undefined;
  return {
    [mediaType]: {
      schema: widenNulls(schema),
      example: examples === undefined ? different[0] : undefined,
      examples,
    },
  };
}
