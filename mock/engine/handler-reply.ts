import { joinFields } from '../../openapi/model/http-headers.ts';
import { isObject } from '../../openapi/model/is-object.ts';
import type { HandlerReply } from './handler.ts';
import { HandlerFailure } from './handler-helpers.ts';

/** What a handler replied, its headers as texts. */
interface ReadReply extends HandlerReply {
  readonly headers: Readonly<Record<string, string>>;
}

/** What a handler returned, as far as it is a reply. Handlers may be JavaScript, which no compiler has read. */
export function handlerReplyOf(returned: unknown, operationId: string): ReadReply | HandlerFailure {
  if (returned instanceof HandlerFailure) return returned;
  const refuse = (what: string): never => {
    throw new TypeError(
      `The handler of ${operationId} returned ${what}. Return { status: 200, body, headers }.`,
    );
  };
  if (!isObject(returned))
    return refuse(`${returned === null ? 'null' : typeof returned} instead of a reply`);
  const { status, body, headers = {} } = returned;
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 200 || status > 599)
    return refuse(`the status ${String(status)}, which is no whole number from 200 to 599`);
  if (!isObject(headers)) return refuse('headers that are no object');
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const fields: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (!fields.every((one) => typeof one === 'string' || typeof one === 'number'))
      return refuse(`a header "${name}" that is neither text nor number, nor a list of them`);
    texts[name] = joinFields(name, fields.map(String));
  }
  return { status, body, headers: texts };
}
