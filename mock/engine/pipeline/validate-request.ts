import { didYouMean } from '../../../openapi/model/nearest-name.ts';
import { decodePercent, percentEncode } from '../../../openapi/model/percent-encoding.ts';
import type {
  RequestProblem,
  RequestProblemCode,
} from '../../../openapi/operations/judge/request-problem.ts';
import { splitQuery } from '../../../openapi/operations/wire/query-pairs.ts';
import { acceptedMediaTypes } from '../accepted-media-types.ts';
import type { Arrived, Matched, Read, Validated } from '../exchange.ts';
import { createFailure } from '../failures/failure.ts';
import { quoteProblems } from '../failures/quote.ts';
import { isReplySwitch } from '../preferences-of.ts';
import type { PreparedOperation } from '../prepared-operation.ts';
import { type Step, Stop } from '../step.ts';

/** What is wrong with a body that is not even JSON, XML, or a form. */
const unreadable = new Set<RequestProblemCode>(['not-json', 'not-xml', 'undecodable']);

const mostNames = 20;
const longestName = 60;

/** A header field holds no line ends, no letters beyond ASCII, and is no place for everything that a URL can carry. */
function namesForHeader(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map((name) => percentEncode(name).slice(0, longestName));
  return [...shown, ...(names.length > mostNames ? ['...'] : [])].join(', ');
}

/** Query parameters that the operation does not have, and that don't decode: the URL as a whole is malformed then. */
function undecodablePairs(queryString: string, found: readonly RequestProblem[]): readonly RequestProblem[] {
  if (decodePercent(queryString) !== undefined || found.some(({ code }) => code === 'undecodable')) return [];
  return splitQuery(queryString).flatMap(({ name, value }) => {
    if (decodePercent(value) !== undefined) return [];
    const message = `${name} has percent-encoding that does not decode as UTF-8: write % itself as %25.`;
    return [{ where: 'query' as const, name, code: 'undecodable' as const, message, value }];
  });
}

function unknownParameter(name: string, { definition }: PreparedOperation): RequestProblem {
  const names = definition.parameters.flatMap((known) => (known.in === 'query' ? [known.name] : []));
  const known = names.length === 0 ? 'It has none.' : `It has ${names.join(', ')}.`;
  const message = `This operation has no query parameter "${name}".${didYouMean(name, names)} ${known}`;
  return { where: 'query', name, code: 'invalid', message };
}

/** Checks parameters and body and names every problem at once (400), then whether the answer can be had as asked (406). */
export const validateRequest: Step<Arrived & Matched & Read, Validated> = {
  name: 'validate request',
  run({ operation, pathValues, queryString, request, received, replyHeaders }, { mask, refusesUnknown }) {
    const { requestValidator, replyMediaTypes } = operation;
    const { headers } = request;
    const parameters = requestValidator.parameters({ pathValues, queryString, headers });
    const unknownQueryNames = parameters.unknownQueryNames.filter((name) => !isReplySwitch(name));
    if (unknownQueryNames.length > 0 && !refusesUnknown) {
      replyHeaders['X-Mock-Ignored'] = namesForHeader(unknownQueryNames.map(mask.text));
    }
    const body = requestValidator.body(received);
    const found = [
      ...parameters.problems,
      ...(refusesUnknown ? unknownQueryNames.map((name) => unknownParameter(name, operation)) : []),
      ...(queryString.includes('%') ? undecodablePairs(queryString, parameters.problems) : []),
      ...body.problems,
    ];
    const problems = quoteProblems(found);
    const [first] = problems;
    if (first?.where === 'body' && unreadable.has(first.code) && problems.length === 1) {
      return new Stop(createFailure('malformed-body', { reason: first.message }, { problems }));
    }
    if (problems.length > 0) {
      return new Stop(createFailure('invalid-request', { problems }, { problems }));
    }

    const { accept } = headers;
    if (replyMediaTypes.length > 0 && acceptedMediaTypes(accept, replyMediaTypes).length === 0) {
      return new Stop(createFailure('not-acceptable', { accept: accept ?? '', available: replyMediaTypes }));
    }
    return { parameters: parameters.values, body: body.value };
  },
};
