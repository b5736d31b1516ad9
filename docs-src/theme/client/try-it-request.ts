import { encodePair, joinPairs, type Pair } from '../../../openapi/operations/wire/query-pairs.ts';
import {
  encodeParameter,
  type StyledParameter,
} from '../../../openapi/operations/wire/serialise-parameter.ts';
import type { SampleJson } from '../../engine/samples/sample-request.ts';

/** A field of the form as the reader left it. `value` is text, or JSON where `isJson` says so. */
export interface FilledField extends StyledParameter {
  readonly isJson: boolean;
  /** Whether a number or a boolean belongs here; any text may stand here. */
  readonly isLiteral: boolean;
  readonly value: string;
}

/** Where a key travels (engine/views.ts, TryItCredentialView). */
export interface Credential {
  readonly in: 'header' | 'query' | 'cookie';
  readonly name: string;
  readonly prefix: string;
}

export interface FilledForm {
  readonly server: string;
  readonly path: string;
  readonly fields: readonly FilledField[];
  readonly credentials: readonly Credential[];
  readonly key: string;
}

export interface FormRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a field says. A number that would be written otherwise is text: it is sent as it was typed. */
export function fieldValue({ isJson, isLiteral, value }: FilledField): SampleJson {
  if (isJson) return JSON.parse(value);
  if (!isLiteral) return value;
  if (value === 'true' || value === 'false') return value === 'true';
  return String(Number(value)) === value && Number.isFinite(Number(value)) ? Number(value) : value;
}

/** A path may have a query of its own. */
function withMark(path: string, query: string): string {
  if (query === '') return '';
  return (path.includes('?') ? '&' : '?') + query;
}

/** What Send sends. Empty fields are left out; fetch cannot set cookies. Throws SyntaxError on a field that is no JSON. */
export function formRequest(form: FilledForm): FormRequest {
  let path = form.path;
  const query: Pair[] = [];
  const headers: Record<string, string> = {};
  for (const field of form.fields) {
    if (field.value === '') continue;
    for (const pair of encodeParameter(field, fieldValue(field))) {
      if (field.in === 'path') path = path.replace(`{${field.name}}`, pair.value);
      else if (field.in === 'query') query.push(pair);
      else if (field.in === 'header') headers[field.name] = pair.value;
    }
  }
  if (form.key !== '') {
    for (const { in: where, name, prefix } of form.credentials) {
      if (where === 'query') query.push(encodePair({ name, value: prefix + form.key }));
      else if (where === 'header') headers[name] = prefix + form.key;
    }
  }
  return {
    url: form.server.replace(/\/$/, '') + path + withMark(path, joinPairs(query)),
    headers,
  };
}
