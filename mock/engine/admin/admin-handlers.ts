import type { JsonValue } from '../../../openapi/model/api-model.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import { NotFoundError } from '../accounts.ts';
import { parseDuration } from '../clock/duration.ts';
import type { MockClock } from '../clock/mock-clock.ts';
import type { Handler, HandlerCall, HandlerReply } from '../handler.ts';
import { fail, type HandlerFailure, reply } from '../handler-helpers.ts';
import { UsageAwayError } from '../limits/usage-state.ts';
import { NoRequestError, type RequestFilter } from './filter-requests.ts';
import type { MockControl } from './mock-control.ts';

/** One call of the admin side: what its document lets in. */
interface AdminCall {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, JsonValue | undefined>>;
  readonly body: JsonValue | undefined;
}

type AdminHandler = (call: AdminCall) => unknown;

function instantIn(body: unknown): number | string {
  const value = isObject(body) && 'now' in body ? body.now : body;
  if (typeof value === 'number' || typeof value === 'string') return value;
  throw new RangeError('Send the instant: {"now": "2026-12-01T00:00:00Z"}, or epoch milliseconds.');
}

function durationIn(body: unknown): unknown {
  return isObject(body) && 'duration' in body ? body.duration : body;
}

/** Statuses of what is answered; 200 where none stands here. */
const statuses: Readonly<Record<string, number | undefined>> = { createKey: 201, fail: 201 };

/** What each operation of admin.yaml does. Its document has checked what comes in: these are values of that shape. */
function verbs(control: MockControl, clock: MockClock): Readonly<Record<string, AdminHandler>> {
  const time = () => ({ now: new Date(clock.now()).toISOString(), isFrozen: clock.isFrozen });
  const timeAfter = (change: () => void) => {
    change();
    return time();
  };
  const as = <Options>(value: unknown) => value as Options;
  return {
    keys: () => control.keys(),
    createKey: ({ body }) => control.createKey(as(body ?? {})),
    changeKey: ({ path, body }) => control.changeKey(path.key ?? '', as(body)),
    deleteKey: ({ path }) => control.deleteKey(path.key ?? ''),
    usages: () => control.usages(),
    usage: ({ path }) => control.usage(path.key ?? ''),
    setUsage: ({ path, body }) => control.setUsage(path.key ?? '', as(body)),
    faults: () => control.faults(),
    fail: ({ body }) => control.fail(as(body)),
    clearFaults: () => control.clearFaults(),
    clearFault: ({ path }) => control.clearFault(path.id ?? ''),
    scenarios: () => control.scenarios(),
    play: ({ path }) => control.play(path.name ?? ''),
    requests: ({ query }) => control.requests(as<RequestFilter>(query)),
    waitForRequest: ({ query }) => control.waitForRequest(as<RequestFilter>(query)),
    problems: ({ query }) => control.problems(as(query)),
    coverage: () => control.coverage(),
    clearCoverage: () => control.clearCoverage(),
    clearRequests: ({ query }) => control.clearRequests(as(query)),
    getClock: time,
    setClock: ({ body }) => timeAfter(() => clock.set(instantIn(body))),
    advanceClock: ({ body }) => timeAfter(() => clock.advance(parseDuration(durationIn(body)))),
    freezeClock: () => timeAfter(() => clock.freeze()),
    unfreezeClock: () => timeAfter(() => clock.unfreeze()),
    health: () => control.health(),
    reset: () => control.reset(),
  };
}

/** Handlers for an engine that serves admin.yaml. */
export function createAdminHandlers(
  control: MockControl,
  clock: MockClock,
): Readonly<Record<string, Handler>> {
  return Object.fromEntries(
    Object.entries(verbs(control, clock)).map(([operationId, verb]) => [
      operationId,
      (call: HandlerCall) => answerWith(verb, call, statuses[operationId] ?? 200),
    ]),
  );
}

async function answerWith(
  verb: AdminHandler,
  { parameters, body }: HandlerCall,
  status: number,
): Promise<HandlerReply | HandlerFailure> {
  // A path's values are texts.
  const path = parameters.path as Readonly<Record<string, string>>;
  try {
    const value = await verb({ path, query: parameters.query, body });
    return value === undefined ? reply(204, undefined) : reply(status, value);
  } catch (error) {
    if (error instanceof NotFoundError || error instanceof NoRequestError) return fail(404, error.message);
    if (error instanceof UsageAwayError) return fail(503, error.message);
    if (error instanceof RangeError || error instanceof TypeError) return fail(400, error.message);
    throw error;
  }
}
