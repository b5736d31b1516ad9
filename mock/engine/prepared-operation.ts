import type { ApiModel, Operation } from '../../openapi/model/api-model.ts';
import {
  createReplyValidator,
  type ReplyValidator,
} from '../../openapi/operations/judge/create-reply-validator.ts';
import type { RequestValidator } from '../../openapi/operations/judge/create-request-validator.ts';
import { requestValidatorOf } from '../../openapi/operations/judge/judge-request.ts';
import {
  chooseExampleReply,
  type ExampleReply,
  findResponse,
  successResponses,
} from '../../openapi/operations/values/example-replies.ts';
import {
  createExampleMatcher,
  type ExampleMatcher,
} from '../../openapi/operations/values/matching-example.ts';
import { concreteMediaType } from '../../openapi/operations/wire/media-types.ts';

/** An operation with what follows from it. Compiled when it is first called, then kept. */
export interface PreparedOperation {
  readonly definition: Operation;
  readonly requestValidator: RequestValidator;
  readonly replyValidator: ReplyValidator;
  /** Media types that a valid request may be answered in, in document order; empty where there is no content. */
  readonly replyMediaTypes: readonly string[];
  /** Media types of the response that describes a status. */
  contentsOf(status: number): readonly string[];
  /** The example that a request chooses by what it has sent. */
  readonly matchExample: ExampleMatcher;
  /** What the document answers with in a media type, made once; undefined where it describes no response. */
  exampleIn(mediaType: string | undefined): ExampleReply | undefined;
}

const prepared = new WeakMap<Operation, PreparedOperation>();

/** Mocks of one model share what follows from its operations. */
export function prepareOperation(definition: Operation, model: ApiModel): PreparedOperation {
  const known = prepared.get(definition) ?? prepare(definition, model);
  prepared.set(definition, known);
  return known;
}

function prepare(definition: Operation, model: ApiModel): PreparedOperation {
  let replyValidator: ReplyValidator | undefined;
  let matchExample: ExampleMatcher | undefined;
  const mediaTypesByStatus = new Map<number, readonly string[]>();
  const examples = new Map<string | undefined, ExampleReply | undefined>();
  const mediaTypesOf = (responses: readonly Operation['responses'][number][]) => [
    ...new Set(
      responses.flatMap(({ contents }) => contents.map(({ mediaType }) => concreteMediaType(mediaType))),
    ),
  ];
  return {
    definition,
    get requestValidator() {
      return requestValidatorOf(definition, model);
    },
    get replyValidator() {
      replyValidator ??= createReplyValidator(definition);
      return replyValidator;
    },
    get matchExample() {
      matchExample ??= createExampleMatcher(definition);
      return matchExample;
    },
    replyMediaTypes: mediaTypesOf(successResponses(definition.responses)),
    contentsOf(status) {
      let mediaTypes = mediaTypesByStatus.get(status);
      if (mediaTypes === undefined) {
        const response = findResponse(definition.responses, status);
        mediaTypes = response === undefined ? [] : mediaTypesOf([response]);
        mediaTypesByStatus.set(status, mediaTypes);
      }
      return mediaTypes;
    },
    exampleIn(mediaType) {
      if (!examples.has(mediaType)) {
        const choice = mediaType === undefined ? {} : { mediaType };
        examples.set(mediaType, chooseExampleReply(definition, choice));
      }
      return examples.get(mediaType);
    },
  };
}
