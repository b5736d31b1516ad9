import type { ApiModel } from '../../model/api-model.ts';
import { requestValidatorOf } from '../judge/judge-request.ts';
import type { RequestProblem } from '../judge/request-problem.ts';
import { encodeParameters, encodeRequestBody, type RequestValues } from '../wire/encode-request.ts';
import { joinCookies, joinPairs } from '../wire/query-pairs.ts';

/** What our own judge finds wrong with a request, as it would be sent; empty for a valid one. */
export function problemsOfValues(
  { operation, parameters, body }: RequestValues,
  model: Pick<ApiModel, 'emptyParameters'>,
): readonly RequestProblem[] {
  const validator = requestValidatorOf(operation, model);
  const { path, query, headers, cookies } = encodeParameters(parameters);
  const checked = validator.parameters({
    pathValues: path,
    queryString: joinPairs(query),
    headers: { ...headers, cookie: joinCookies(cookies) },
  });
  const encoded = encodeRequestBody(body);
  const received = encoded && { contentType: encoded.contentType, bytes: Buffer.from(encoded.body) };
  return [...checked.problems, ...validator.body(received).problems];
}
