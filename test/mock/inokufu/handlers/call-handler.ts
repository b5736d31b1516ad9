import { type InokufuMock, loadInokufu } from '../../../../mock/inokufu/load-inokufu.ts';
import type { JsonValue } from '../../../../openapi/model/api-model.ts';
import { readOwnModel } from '../own-model.ts';

const model = await readOwnModel();
export const inokufu: InokufuMock = await loadInokufu({ model });

const requestId = '7f0f3a52-5d0c-4f3e-9a51-2b8f4a1f6c11';

/** The defaults that the engine would have filled in. */
function defaultsOf(operationId: string): Record<string, JsonValue> {
  const operation = model.operations.find((candidate) => candidate.operationId === operationId);
  return Object.fromEntries(
    (operation?.parameters ?? []).flatMap(({ name, schema }) =>
      schema.default === undefined ? [] : [[name, schema.default]],
    ),
  );
}

/** Calls a handler as the engine does after it has checked the request. */
export async function callHandler(operationId: string, query: object = {}, body?: JsonValue) {
  const handler = inokufu.handlers[operationId];
  if (!handler) throw new Error(`No handler ${operationId}.`);
  const reply = await handler({
    requestId,
    now: Date.UTC(2026, 0, 2),
    origin: 'http://127.0.0.1:4010',
    headers: {},
    parameters: { query: { ...defaultsOf(operationId), ...query }, header: {}, path: {}, cookie: {} },
    body,
    account: undefined,
  });
  // The engine checks every reply against the document; these tests look at the parts that a row names.
  // biome-ignore lint/suspicious/noExplicitAny: the shapes differ by operation
  return reply as { status: number; body: any; headers?: Record<string, string> };
}
