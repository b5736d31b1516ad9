import type { HandlerHeaders, HandlerReply } from './handler.ts';

/** What a handler returns where it does not want to answer: the mock says it in the document's own shape of an error. */
export class HandlerFailure {
  readonly status: number;
  readonly message: string;
  readonly code: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, { code, headers = {} }: FailOptions) {
    if (!Number.isInteger(status) || status < 400 || status > 599)
      throw new TypeError(`A handler fails with a status from 400 to 599, not with ${String(status)}.`);
    this.status = status;
    this.message = message;
    this.code = code;
    this.headers = headers;
  }
}

export interface FailOptions {
  /** The machine-readable word for it. Default: made of the status: `not-found`. */
  readonly code?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Fails in the document's own shape of an error: `return fail(404, 'There is no such pet.')`. */
export function fail(status: number, message: string, options: FailOptions = {}): HandlerFailure {
  return new HandlerFailure(status, message, options);
}

/** A reply with a body, without one for `undefined`: `return reply(200, pets)`. */
export function reply<Status extends number, Body>(
  status: Status,
  body: Body,
  headers: HandlerHeaders = {},
): HandlerReply<Status, Body> {
  return { status, body, headers };
}
