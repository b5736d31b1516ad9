import type { MediaTypeContent, Operation, Parameter } from '../../../openapi/model/api-model.ts';
import {
  type DocumentedBody,
  type DocumentedRequest,
  documentedBody as makeBody,
  documentedRequest as makeRequest,
  parameterValue as makeValue,
} from '../../../openapi/operations/requests/documented-request.ts';
import { concreteMediaType } from '../../../openapi/operations/wire/media-types.ts';
import { isWide, shortExample } from './short-example.ts';

/** Keeps what was made for a part of the model: every page that shows an operation asks for the same. */
function kept<Part extends object, Value>(make: (part: Part) => Value): (part: Part) => Value {
  const values = new WeakMap<Part, { readonly value: Value }>();
  return (part) => {
    let entry = values.get(part);
    if (entry === undefined) {
      entry = { value: make(part) };
      values.set(part, entry);
    }
    return entry.value;
  };
}

/** The model's body; a short one where the document brings no example and a whole value would fill pages. */
function bodyOf(content: MediaTypeContent): DocumentedBody {
  const { schema, examples, mediaType } = content;
  if (schema === undefined || examples.length > 0 || !isWide(schema)) return makeBody(content);
  return { mediaType: concreteMediaType(mediaType), value: shortExample(schema, 'isReadOnly'), content };
}

export const documentedBody: (content: MediaTypeContent) => DocumentedBody = kept(bodyOf);
export const documentedRequest: (operation: Operation) => DocumentedRequest = kept((operation) =>
  makeRequest(operation, documentedBody),
);
export const parameterValue: (parameter: Parameter) => DocumentedRequest['parameters'][number]['value'] =
  kept(makeValue);
