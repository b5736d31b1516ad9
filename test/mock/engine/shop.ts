import { type Account, accountsOfPlans } from '../../../mock/engine/accounts.ts';
import { apiRequest } from '../../../mock/engine/api-request.ts';
import { createMockClock } from '../../../mock/engine/clock/mock-clock.ts';
import { createEngine } from '../../../mock/engine/create-engine.ts';
import type { EngineOptions } from '../../../mock/engine/engine.ts';
import { documentedGateway } from '../../../mock/engine/failures/documented-gateway.ts';
import { problemJson } from '../../../mock/engine/failures/problem-json.ts';
import { silentLogger } from '../../../mock/engine/logger.ts';
import { packageFile } from '../../../openapi/model/package-root.ts';
import { readModel } from '../../../openapi/model/read-model.ts';

export const shopModel = await readModel({
  document: packageFile('test/documents/mock-shop.yaml'),
  strict: true,
});
export const shopAccounts: readonly Account[] = shopModel.plans ? accountsOfPlans(shopModel.plans) : [];
export const monday = Date.parse('2026-11-23T12:00:00.000Z');

/** An engine for the shop on a clock that stands still, with ids that count up. */
export function shopEngine(options: Partial<EngineOptions> = {}) {
  let ids = 0;
  const engine = createEngine({
    model: shopModel,
    handlers: {},
    accounts: shopAccounts,
    gateway: documentedGateway,
    failureShape: problemJson,
    clock: createMockClock({ machineNow: () => monday, isFrozen: true }),
    timer: async () => {},
    random: () => 0.5,
    newId: () => {
      ids += 1;
      return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
    },
    logger: silentLogger,
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
