import type { RequestProblem } from '../../../openapi/operations/judge/request-problem.ts';
import type { DraftReply } from '../reply.ts';
import { draftOfFailure } from './failure.ts';
import { type FailureCause, failureCatalogue } from './failure-catalogue.ts';
import type { GatewayProfile, ReplyChoice } from './gateway-profile.ts';

/** One answer of Amazon API Gateway's own, to the byte. */
interface WireShape {
  readonly status: number;
  /** `x-amzn-ErrorType`; undefined where nobody has captured one. */
  readonly errorType: string | undefined;
  readonly body: string;
}

/** What of a failure the gateway's words depend on. */
interface Facts {
  readonly problems?: readonly RequestProblem[] | undefined;
}

/** Not the gateway's business: the API behind it answers. */
const behind = () => undefined;
const always = (shape: WireShape) => () => shape;

const forbidden = always({ status: 403, errorType: 'ForbiddenException', body: '{"message":"Forbidden"}' });
const missingToken = always({
  status: 403,
  errorType: 'MissingAuthenticationTokenException',
  body: '{"message":"Missing Authentication Token"}',
});
/** With the space after the colon, as captured: this template is written differently from the others. */
const invalidBody: WireShape = {
  status: 400,
  errorType: 'BadRequestException',
  body: '{"message": "Invalid request body"}',
};

/**
 * A request validator of the gateway looks whether required parameters are there and not blank, and whether the body
 * fits its model. It checks no type, enum or format of a parameter: such requests reach the API.
 */
function validationShape({ problems = [] }: Facts): WireShape | undefined {
  const missing = problems.filter((problem) => problem.where !== 'body' && problem.code === 'missing');
  if (missing.length > 0) {
    const names = missing.map((problem) => problem.name).join(', ');
    const body = `{"message": "Missing required request parameters: [${names}]"}`;
    return { status: 400, errorType: 'BadRequestException', body };
  }
  return problems.some((problem) => problem.where === 'body') ? invalidBody : undefined;
}

/**
 * What the gateway puts on the wire, by cause (AWS documentation, "Gateway response types", and captured replies). It
 * has no 401, 404 or 405 of its own, and never sends Retry-After or RateLimit fields.
 */
const shapes: Readonly<Record<FailureCause, (facts: Facts) => WireShape | undefined>> = {
  'missing-key': forbidden,
  'misplaced-key': forbidden,
  'placeholder-key': forbidden,
  'header-in-key': forbidden,
  'unknown-key': forbidden,
  'revoked-key': forbidden,
  'plan-lacks-feature': forbidden,
  'unknown-path': missingToken,
  'method-not-allowed': missingToken,
  'rate-exceeded': always({
    status: 429,
    errorType: 'TooManyRequestsException',
    body: '{"message":"Too Many Requests"}',
  }),
  'quota-exceeded': always({
    status: 429,
    errorType: 'LimitExceededException',
    body: '{"message":"Limit Exceeded"}',
  }),
  'invalid-request': validationShape,
  'malformed-body': always(invalidBody),
  // The next two are documented as types; nobody has captured their x-amzn-ErrorType.
  'body-too-large': always({ status: 413, errorType: undefined, body: '{"message":"Request Too Long"}' }),
  'unsupported-media-type': always({
    status: 415,
    errorType: undefined,
    body: '{"message":"Unsupported Media Type"}',
  }),
  // No capture exists of the gateway's answer to a URL that is too long: the API's documented one stands in.
  'uri-too-long': behind,
  'not-acceptable': behind,
  'unknown-reply': behind,
  'internal-error': behind,
  maintenance: behind,
  'usage-away': behind,
  'request-timeout': behind,
  'unreachable-server': behind,
  'headers-too-large': behind,
};

/** What a handler or a planted fault fails with is not the gateway's. */
function isCause(name: string): name is FailureCause {
  return Object.hasOwn(shapes, name);
}

/** The cause that a reply is chosen by: a name, else a status that is the gateway's alone to say (400 is the API's, too). */
function chosenCause({ status, example }: ReplyChoice): FailureCause | undefined {
  const causes = Object.keys(shapes).filter(isCause);
  if (example !== undefined) return causes.find((cause) => cause === example);
  const ofStatus = causes.filter((cause) => failureCatalogue[cause].status === status);
  return ofStatus.every((cause) => shapes[cause]({}) !== undefined) ? ofStatus[0] : undefined;
}

/** `newGatewayId` gives the 15 characters that stand before the `=` of `x-amz-apigw-id`. */
export function createAwsGateway(newGatewayId: () => string): GatewayProfile {
  const gatewayHeaders = (requestId: string) => ({
    'x-amzn-RequestId': requestId,
    'x-amz-apigw-id': `${newGatewayId()}=`,
  });
  function draftOf({ status, errorType, body }: WireShape, cause: string, requestId: string): DraftReply {
    return {
      status,
      headers: {
        ...gatewayHeaders(requestId),
        ...(errorType === undefined ? {} : { 'x-amzn-ErrorType': errorType }),
      },
      mediaType: 'application/json',
      text: body,
      madeBy: cause,
      mustFitDocument: false,
      isBare: true,
    };
  }

  return {
    name: 'aws',
    answersUndefinedMethods: false,
    sendsLimits: false,
    headers: gatewayHeaders,
    refuse(failure, shape, requestId, operation) {
      const wire = isCause(failure.cause) ? shapes[failure.cause](failure) : undefined;
      if (wire === undefined) return draftOfFailure(failure, shape, requestId, operation);
      return draftOf(wire, failure.cause, requestId);
    },
    replyFor(choice, requestId) {
      const cause = chosenCause(choice);
      const wire = cause && shapes[cause]({});
      if (cause === undefined || wire === undefined) return undefined;
      const isAsked = choice.status === undefined || choice.status === wire.status;
      return isAsked ? draftOf(wire, cause, requestId) : undefined;
    },
  };
}
