import type { ExampleCondition, JsonValue, Operation, ParameterLocation } from '../../model/api-model.ts';
import { isObject } from '../../model/is-object.ts';
import type { ParameterValues } from '../wire/parse-parameters.ts';
import { type ExampleReply, exampleReplies, repliesOfType } from './example-replies.ts';

/** What a request has sent, decoded. */
interface SentValues {
  readonly parameters: ParameterValues;
  readonly body: JsonValue | undefined;
}

/** The example reply that a request chooses; `mediaType`: a media type or a range. Undefined: none in particular. */
export type ExampleMatcher = (sent: SentValues, mediaType: string | undefined) => ExampleReply | undefined;

/**
 * Finds the examples that a request can choose: by their `x-kit-when`, or by their name, where parameters or the request's body
 * have examples of the same name and these were sent. Of several the first counts.
 */
export function createExampleMatcher(operation: Operation): ExampleMatcher {
  const choosable = exampleReplies(operation).flatMap((reply) => {
    const condition = reply.when ?? conditionOfName(reply.name, operation);
    return condition === undefined ? [] : [{ reply, condition }];
  });
  return (sent, mediaType) => {
    const held = choosable.filter(({ condition }) => holds(condition, sent)).map(({ reply }) => reply);
    return mediaType === undefined ? held[0] : repliesOfType(held, mediaType)[0];
  };
}

/** Names that the reader gives to examples without one. */
const madeUpName = /^(example\d*|generated|)$/;

function conditionOfName(name: string, { parameters, requestBody }: Operation): ExampleCondition | undefined {
  if (madeUpName.test(name)) return undefined;
  const places: Partial<Record<ParameterLocation, Record<string, JsonValue>>> = {};
  for (const parameter of parameters) {
    const example = parameter.examples.find((one) => one.name === name);
    if (example !== undefined)
      places[parameter.in] = { ...places[parameter.in], [parameter.name]: example.value };
  }
  const bodies = (requestBody?.contents ?? []).flatMap(({ examples }) => examples);
  const body = bodies.find((one) => one.name === name);
  const condition = body === undefined ? places : { ...places, body: body.value };
  return Object.keys(condition).length === 0 ? undefined : condition;
}

function holds({ body, ...places }: ExampleCondition, sent: SentValues): boolean {
  if (body !== undefined && (sent.body === undefined || !covers(sent.body, body))) return false;
  return (['path', 'query', 'header', 'cookie'] as const).every((place) => {
    const wanted = places[place];
    return wanted === undefined || covers(sent.parameters[place], wanted);
  });
}

/** Whether a value holds all that is wanted of it: an object may have more members, a number may be written as a text. */
function covers(value: JsonValue, wanted: JsonValue): boolean {
  if (isObject(wanted))
    return (
      isObject(value) &&
      Object.entries(wanted).every(([name, member]) => {
        const own = Object.hasOwn(value, name) ? value[name] : undefined;
        return member !== undefined && own !== undefined && covers(own, member);
      })
    );
  if (Array.isArray(wanted))
    return (
      Array.isArray(value) &&
      value.length === wanted.length &&
      wanted.every((item, index) => covers(value[index] ?? null, item))
    );
  return typeof value !== 'object' && String(value) === String(wanted);
}
