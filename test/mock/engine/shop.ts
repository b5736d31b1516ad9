import { apiRequest } from '../../../mock/engine/api-request.ts';
import { createMockClock } from '../../../mock/engine/clock/mock-clock.ts';
import { createEngine } from '../../../mock/engine/create-engine.ts';
import type { EngineOptions } from '../../../mock/engine/engine.ts';
import { documentedGateway } from '../../../mock/engine/failures/documented-gateway.ts';
import { problemJson } from '../../../mock/engine/failures/problem-json.ts';
import type { AccountState } from '../../../mock/engine/key-options.ts';
import { silentLogger } from '../../../mock/engine/logger.ts';
import { createMockState } from '../../../mock/engine/mock-state.ts';
import { packageFile } from '../../../openapi/model/package-root.ts';
import { readModel } from '../../../openapi/model/read-model.ts';

export const shopModel = await readModel({
  document: packageFile('test/documents/mock-shop.yaml'),
  strict: true,
});
export const monday = Date.parse('2026-11-23T12:00:00.000Z');

export interface ShopOptions extends Partial<EngineOptions> {
  /** False: as if the document had no plans. */
  readonly hasPlans?: boolean;
  /** Every key is in this state. */
  readonly keyState?: AccountState;
}

/** An engine for the shop on a clock that stands still, with ids that count up. */
export function shopEngine({ hasPlans = true, keyState, ...options }: ShopOptions = {}) {
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
  };
  const state = createMockState({
    model: shopModel,
    plans: hasPlans ? shopModel.plans : undefined,
    keys: [],
    clock: createMockClock({ machineNow: () => monday, isFrozen: true }),
    random: () => 0.5,
    newId,
  });
  if (keyState !== undefined) {
    for (const { key } of state.accounts.list()) state.accounts.change(key, { state: keyState });
  }
  const engine = createEngine({
    model: shopModel,
    handlers: {},
    gateway: documentedGateway,
    failureShape: problemJson,
    timer: async () => {},
    random: () => 0.5,
    newId,
    logger: silentLogger,
    state,
    ...options,
  });
  return {
    engine,
    /** `GET /items` of the shop, with its base path, as a plain reply with its body read. */
    async ask(line: string, given: { headers?: Record<string, string>; body?: string } = {}) {
      const [method = 'GET', path = '/'] = line.split(' ', 2);
      const headers = { ...given.headers };
      if (given.body !== undefined) headers['content-length'] ??= String(Buffer.byteLength(given.body));
      const reply = await engine.answer(apiRequest({ ...given, method, target: `/v1${path}`, headers }));
      const text = typeof reply.body === 'string' ? reply.body : new TextDecoder().decode(reply.body);
      const isJson = /json/.test(reply.headers['Content-Type'] ?? '') && text !== '';
      return {
        status: reply.status,
        headers: reply.headers,
        text,
        json: isJson ? JSON.parse(text) : undefined,
      };
    },
  };
}
