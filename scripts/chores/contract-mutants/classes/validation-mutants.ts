import type { ApiModel, Operation } from '../../../../openapi/model/api-model.ts';
import { findRequest } from '../../../../openapi/operations/judge/judge.ts';
import { judgeRequest } from '../../../../openapi/operations/judge/judge-request.ts';
import type { RequestProblem } from '../../../../openapi/operations/judge/request-problem.ts';
import { deriveCases } from '../../../../openapi/operations/requests/derive-cases.ts';
import { documentedRequest } from '../../../../openapi/operations/requests/documented-request.ts';
import { encodeRequest } from '../../../../openapi/operations/wire/encode-request.ts';
import { type Grounds, queryParametersOf, usualText } from '../grounds.ts';
import { type ApiMutant, type PassingRequest, sentValue, withQuery } from '../mutant.ts';

/** Each rule of a parameter or a body that is not looked at: the mock is asked as if it had been kept. */
export function validationMutants(grounds: Grounds): readonly ApiMutant[] {
  const { model } = grounds.subject;
  return grounds.operations.flatMap((operation) => [
    ...ruleMutants(operation, model),
    ...nearlyRightMutants(operation),
  ]);
}

function ruleMutants(operation: Operation, model: ApiModel): readonly ApiMutant[] {
  const mutants = new Map<string, ApiMutant>();
  for (const { request, want } of deriveCases(operation, model)) {
    const encoded = encodeRequest(request, { serverUrl: 'http://api.example', credentials: new Map() });
    const { where, name } = want.problemAt;
    for (const { code } of problemsOf(encoded, operation, model).filter((one) => one.name === name)) {
      // What a value that is sent twice means is said nowhere.
      if (code === 'repeated') continue;
      const title = `${operation.operationId}: ${where} ${name}: ${code} is accepted`;
      const isMeant = (one: RequestProblem) => one.where === where && one.name === name && one.code === code;
      mutants.set(title, {
        class: 'validation',
        name: title,
        operationId: operation.operationId,
        about: [name.split('/').at(-1) ?? '', 'body'],
        create: () => (asked, api) =>
          api.pass(
            asked.operation === operation && problemsOf(plain(asked), operation, model).some(isMeant)
              ? mended(asked, operation, where, name)
              : asked,
          ),
      });
    }
  }
  return [...mutants.values()];
}

function plain({ method, url, headers, body }: PassingRequest) {
  return { method, url: url.href, headers, body };
}

function problemsOf(
  request: Parameters<typeof findRequest>[0],
  operation: Operation,
  model: ApiModel,
): readonly RequestProblem[] {
  const found = findRequest(request, model);
  return 'operation' in found ? judgeRequest(operation, found.request, model).problems : [];
}

/** The request as it would be with the documented value in that place. */
function mended(
  request: PassingRequest,
  operation: Operation,
  where: RequestProblem['where'],
  name: string,
): PassingRequest {
  const documented = documentedRequest(operation);
  if (where === 'query') {
    const parameter = queryParametersOf(operation).find((one) => one.name === name);
    return withQuery(request, { [name]: parameter?.isRequired ? usualText(parameter) : undefined });
  }
  const serverUrl = request.url.origin + request.url.pathname.slice(0, -operation.path.length);
  const { url, headers, body } = encodeRequest(documented, { serverUrl, credentials: new Map() });
  if (where === 'body') {
    const contentType = headers['Content-Type'] ?? 'application/json';
    return { ...request, body: String(body), headers: { ...request.headers, 'content-type': contentType } };
  }
  return { ...request, url: new URL(new URL(url).pathname + request.url.search, request.url) };
}

/** What parsers take that are less strict than the document. */
const lenient: Readonly<Record<string, (text: string) => string | undefined>> = {
  'letters after a number': (text) => /^-?\d+(\.\d+)?(?=[a-z]+$)/i.exec(text)?.[0],
  'a fraction, cut off': (text) => (/^\d+\.\d+$/.test(text) ? String(Math.trunc(Number(text))) : undefined),
};

function nearlyRightMutants(operation: Operation): readonly ApiMutant[] {
  return queryParametersOf(operation).flatMap((parameter): readonly ApiMutant[] => {
    const { name, schema } = parameter;
    const known = schema.enum?.map(String);
    const readers: [string, (text: string) => string | undefined][] =
      known === undefined
        ? schema.types.includes('integer')
          ? Object.entries(lenient)
          : []
        : [
            [
              'a value in other letter case',
              (text) =>
                known.includes(text)
                  ? undefined
                  : known.find((one) => one.toLowerCase() === text.toLowerCase()),
            ],
          ];
    return readers.map(([what, read]) => ({
      class: 'validation',
      name: `${operation.operationId}: query ${name}: ${what} is accepted`,
      operationId: operation.operationId,
      about: [name],
      create: () => (asked, api) => {
        const text = asked.operation === operation ? sentValue(asked, name) : undefined;
        const taken = text === undefined ? undefined : read(text);
        return api.pass(taken === undefined ? asked : withQuery(asked, { [name]: taken }));
      },
    }));
  });
}
