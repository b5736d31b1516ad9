import { readJson } from '../../../openapi/model/read-json.ts';
import { serialiseParameter } from '../../../openapi/operations/wire/serialise-parameter.ts';
import { withLiterals } from '../../engine/samples/literal-pairs.ts';
import type { SampleJson, SamplePair, SampleRequest } from '../../engine/samples/sample-request.ts';
import { type FilledForm, fieldValue, formRequest } from './try-it-request.ts';

/**
 * What a form sends as the samples say it, on the documented server; what no form has (cookies, the key) is the documented
 * request's. Throws SyntaxError on a field or a body that is no JSON.
 */
export function filledSample(
  documented: SampleRequest,
  form: FilledForm,
  body: string | undefined,
): SampleRequest {
  const query: SamplePair[] = [];
  const headers: SamplePair[] = [];
  for (const field of form.fields) {
    if (field.value === '') continue;
    const value = fieldValue(field);
    const pairs = serialiseParameter(field, value);
    if (field.in === 'query') query.push(...withLiterals(pairs, value));
    else if (field.in === 'header') headers.push(...pairs);
  }
  // In the order of the documented request: what is typed changes nothing else.
  const order = documented.query.map(({ name }) => name);
  const placeOf = ({ name }: SamplePair) => (order.includes(name) ? order.indexOf(name) : order.length);
  query.sort((first, second) => placeOf(first) - placeOf(second));
  const inPath = form.fields.filter((field) => field.in === 'path');
  const { url } = formRequest({ ...form, fields: inPath, key: '' });
  if (body === undefined || documented.body?.kind !== 'json') return { ...documented, url, query, headers };
  return {
    ...documented,
    url,
    query,
    headers,
    body: { ...documented.body, value: readJson(body) as SampleJson },
  };
}
