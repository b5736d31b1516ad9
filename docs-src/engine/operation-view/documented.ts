import type { MediaTypeContent, Operation, Parameter } from '../../../openapi/model/api-model.ts';
import {
  type DocumentedBody,
  type DocumentedRequest,
  documentedBody as makeBody,
  documentedRequest as makeRequest,
  parameterValue as makeValue,
} from '../../../openapi/operations/documented-request.ts';

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

export const documentedRequest: (operation: Operation) => DocumentedRequest = kept(makeRequest);
export const documentedBody: (content: MediaTypeContent) => DocumentedBody = kept(makeBody);
export const parameterValue: (parameter: Parameter) => DocumentedRequest['parameters'][number]['value'] =
  kept(makeValue);
