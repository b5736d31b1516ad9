import type { MediaTypeContent, Operation, Parameter } from '../../../openapi/model/api-model.ts';
import {
  type DocumentedBody,
  type DocumentedRequest,
  documentedBody,
  documentedRequest,
  parameterValue,
} from '../../../openapi/operations/requests/documented-request.ts';

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

const size = 'short';

export const shownBody: (content: MediaTypeContent) => DocumentedBody = kept((content) =>
  documentedBody(content, { size }),
);
export const shownRequest: (operation: Operation) => DocumentedRequest = kept((operation) =>
  documentedRequest(operation, shownBody),
);
export const shownValue: (parameter: Parameter) => DocumentedRequest['parameters'][number]['value'] =
  kept(parameterValue);
