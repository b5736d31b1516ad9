import type { MockServerOptions } from '../../../mock/mock-server-options.ts';
import { createMockServer, type MockServer } from '../../../mock/server.ts';
import type { ApiModel } from '../../../openapi/model/api-model.ts';
import { packageFile } from '../../../openapi/model/package-root.ts';
import { readModel } from '../../../openapi/model/read-model.ts';
import { findRequest } from '../../../openapi/operations/judge/judge.ts';
import { type CheckTargetOptions, checkTarget } from '../../../test/contract/engine/check-target.ts';
import { plainDialect } from '../../../test/contract/engine/contract-dialect.ts';
import type { ContractReport } from '../../../test/contract/engine/contract-report.ts';
import type { Clock } from '../../../test/contract/engine/paced-sender.ts';
import { inokufuDialect, isInokufuDocument } from '../../../test/contract/inokufu/inokufu-dialect.ts';
import type { Change, PassingReply, PassingRequest } from './mutant.ts';

/** An API with a sound mock of it, which a fault can stand before. */
export interface MutantSubject {
  readonly name: string;
  readonly model: ApiModel;
  /** A run of the contract's checks against the mock behind this change. */
  check(change: Change, options?: Partial<CheckTargetOptions>): Promise<ContractReport>;
  close(): Promise<void>;
}

/** How a run goes: everything asked of what is known as our mock, or 60 counted calls to a stranger's server. */
export type Budget = 'everything' | '60 calls';

export function budgetOptions(budget: Budget, { model }: MutantSubject): Partial<CheckTargetOptions> {
  if (budget === 'everything') return { asksAll: true, isStartedMock: true, limits: true };
  const plan = model.plans === undefined ? {} : { key: 'mock-pro-key', plan: 'pro' };
  return { ...plan, keysByPlan: undefined, includeUnsafe: true };
}

const startsAt = Date.UTC(2026, 9, 14, 12);
const stepMs = 20;
const host = 'http://127.0.0.1:1';

/** Time goes on with each call, so that no rate is ever exceeded and a run takes no longer than its work. */
export async function openSubject(name: string, options: MockServerOptions = {}): Promise<MutantSubject> {
  const mockOptions = { ...options, listen: false, seed: 1, clock: { startAt: startsAt, isFrozen: true } };
  const [mock, aside] = await Promise.all([createMockServer(mockOptions), createMockServer(mockOptions)]);
  const document = options.document ?? packageFile('openapi/generated/openapi.json');
  const model = await readModel({ document, strict: options.document === undefined });
  const dialect = isInokufuDocument(model) ? inokufuDialect : plainDialect;
  const keys = mock.keys().filter(({ state }) => state === undefined);
  const keysByPlan = new Map(keys.map(({ plan, key }) => [plan, key]));
  const find = (method: string, url: URL, headers: Readonly<Record<string, string>>) => {
    const found = findRequest({ method, url: url.pathname + url.search, headers }, model, {});
    return 'operation' in found ? found.operation : undefined;
  };
  return {
    name,
    model,
    async check(change, more = {}) {
      await Promise.all([mock.reset(), aside.reset()]);
      const clock = steppingClock([mock, aside]);
      const api = { pass: askOf(mock), askAside: askOf(aside) };
      const fetch = async (input: string | URL | Request, init: RequestInit = {}) => {
        clock.step();
        const url = new URL(String(input));
        if (url.pathname.startsWith('/__mock')) return new Response('', { status: 404 });
        const headers = headersOf(new Headers(init.headers));
        const method = init.method ?? 'GET';
        const request = {
          method,
          url,
          headers,
          body: writtenValue(init.body),
          operation: find(method, url, headers),
        };
        return responseOf(await change(request, api));
      };
      const target = new URL(host);
      return checkTarget(model, document, dialect, { target, keysByPlan, fetch, clock, ...more });
    },
    async close() {
      await Promise.all([mock.close(), aside.close()]);
    },
  };
}

function steppingClock(mocks: readonly MockServer[]): Clock & { step(): void } {
  let now = startsAt;
  const goTo = (instant: number) => {
    now = instant;
    for (const mock of mocks) mock.clock.set(now);
  };
  return {
    now: () => now,
    wait: async (milliseconds) => goTo(now + milliseconds),
    step: () => goTo(now + stepMs),
  };
}

function writtenValue(body: RequestInit['body']): string | undefined {
  if (body === undefined || body === null) return undefined;
  return typeof body === 'string' ? body : Buffer.from(body as Uint8Array).toString();
}

function askOf(mock: MockServer) {
  return async ({ method, url, headers, body }: PassingRequest): Promise<PassingReply> => {
    // A socket says how long a body is; without a word of it the mock takes it that there is none.
    const sent =
      body === undefined
        ? { headers }
        : { body, headers: { ...headers, 'content-length': `${Buffer.byteLength(body)}` } };
    const response = await mock.fetch(url, { method, ...sent });
    return {
      status: response.status,
      headers: headersOf(response.headers),
      body: await response.text(),
    };
  };
}

function headersOf(headers: Headers): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  headers.forEach((value, name) => {
    fields[name] = value;
  });
  return fields;
}

const withoutBody = new Set([204, 205, 304]);

function responseOf({ status, headers, body }: PassingReply): Response {
  const isEmpty = body.length === 0 || withoutBody.has(status);
  return new Response(isEmpty ? null : (body as string), { status, headers });
}
