import type { JsonValue, Operation } from '../../../openapi/model/api-model.ts';

/** A request on its way from the runner to the mock. */
export interface PassingRequest {
  readonly method: string;
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** Undefined for what no operation is there for. */
  readonly operation: Operation | undefined;
}

export interface PassingReply {
  readonly status: number;
  /** Names in lower case, but where a fault is about that. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export interface SoundApi {
  /** What the sound mock says; it counts as a call. */
  pass(request: PassingRequest): Promise<PassingReply>;
  /** The same of a second sound mock: nothing of it shows in later replies. */
  askAside(request: PassingRequest): Promise<PassingReply>;
}

/** Stands between runner and mock. */
export type Change = (request: PassingRequest, api: SoundApi) => Promise<PassingReply>;

/** In the order of the table. `meaning`: what no schema can say. */
export const mutantClasses = {
  body: { isMeaning: false },
  status: { isMeaning: false },
  validation: { isMeaning: false },
  'valid values refused': { isMeaning: true },
  'filters ignored': { isMeaning: true },
  paging: { isMeaning: true },
  echo: { isMeaning: true },
  'result code': { isMeaning: true },
  sort: { isMeaning: true },
  limits: { isMeaning: true },
  'headers lost': { isMeaning: true },
  'HTTP basics': { isMeaning: true },
  keys: { isMeaning: true },
  'fresh and lists': { isMeaning: true },
} as const;

export type MutantClass = keyof typeof mutantClasses;

/** One single fault of an API. */
export interface ApiMutant {
  readonly class: MutantClass;
  /** `search: page is ignored`. */
  readonly name: string;
  /** The operation that has it; undefined: it shows everywhere. */
  readonly operationId: string | undefined;
  /** Words of which a finding has one that is about this fault. */
  readonly about: readonly string[];
  /** A fault may remember calls: one is made for each run. */
  readonly create: () => Change;
}

/** A fault of the replies to an operation alone. Undefined: this reply stays as it is. */
export function changedReplies(
  operation: Operation | undefined,
  change: (
    reply: PassingReply,
    request: PassingRequest,
    api: SoundApi,
  ) => PassingReply | undefined | Promise<PassingReply | undefined>,
): Change {
  return async (request, api) => {
    const reply = await api.pass(request);
    if (operation !== undefined && request.operation !== operation) return reply;
    return (await change(reply, request, api)) ?? reply;
  };
}

/** A fault of the JSON of an operation's 2xx. Undefined: this body stays as it is. */
export function changedBodies(
  operation: Operation,
  change: (
    body: JsonValue,
    request: PassingRequest,
    api: SoundApi,
  ) => JsonValue | undefined | Promise<JsonValue | undefined>,
): Change {
  return changedReplies(operation, async (reply, request, api) => {
    const body = isAnswered(reply) ? jsonOf(reply) : undefined;
    const changed = body === undefined ? undefined : await change(body, request, api);
    return changed === undefined ? undefined : withJson(reply, changed);
  });
}

export function isAnswered({ status }: Pick<PassingReply, 'status'>): boolean {
  return status >= 200 && status < 300;
}

/** Undefined for what is no JSON. */
export function jsonOf({ body }: PassingReply): JsonValue | undefined {
  try {
    return JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString()) as JsonValue;
  } catch {
    return undefined;
  }
}

export function withJson(reply: PassingReply, value: JsonValue): PassingReply {
  return { ...reply, body: JSON.stringify(value) };
}

export function withHeader(reply: PassingReply, name: string, value: string | undefined): PassingReply {
  const { [name]: _, ...rest } = reply.headers;
  return { ...reply, headers: value === undefined ? rest : { ...rest, [name]: value } };
}

/** The request with a query parameter in another way; undefined takes it out. */
export function withQuery(
  request: PassingRequest,
  changes: Readonly<Record<string, string | undefined>>,
): PassingRequest {
  const url = new URL(request.url);
  for (const [name, value] of Object.entries(changes))
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  return { ...request, url };
}

export function sentValue(request: PassingRequest, name: string): string | undefined {
  return request.url.searchParams.get(name) ?? undefined;
}
