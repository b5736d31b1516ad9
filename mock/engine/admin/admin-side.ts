import { isJson } from '../../../openapi/model/is-json.ts';
import { jsonText } from '../../../openapi/model/json-text.ts';
import { packageFile } from '../../../openapi/model/package-root.ts';
import { decodedOrItself } from '../../../openapi/model/percent-encoding.ts';
import { readModel } from '../../../openapi/model/read-model.ts';
import type { ApiRequest } from '../api-request.ts';
import { createEngine } from '../create-engine.ts';
import type { CrossOrigin } from '../cross-origin.ts';
import type { Engine } from '../engine.ts';
import { documentedGateway } from '../failures/documented-gateway.ts';
import type { FailureShape } from '../failures/failure.ts';
import { createJournal } from '../journal.ts';
import type { Logger } from '../logger.ts';
import { maskKey } from '../mask-keys.ts';
import { createMockState } from '../mock-state.ts';
import { createAdminHandlers } from './admin-handlers.ts';
import { adminPath } from './admin-path.ts';
import type { MockControl } from './mock-control.ts';

const adminShape: FailureShape = {
  mediaType: 'application/json',
  mustFitDocument: false,
  bodyOf: ({ message, problems }) => ({
    message,
    ...(problems === undefined ? {} : { errors: problems.map((problem) => ({ ...problem })) }),
  }),
};

export interface AdminSideOptions {
  /** The engine whose admin side it is, as it is now. */
  readonly engine: () => Engine;
  readonly control: MockControl;
  readonly crossOrigin: CrossOrigin;
  readonly logger: Logger;
}

/**
 * The admin side is a mock of its own document, admin.yaml, with handlers for all of it: it is checked, refused and answered as
 * every API is.
 */
export async function createAdminSide({
  engine,
  control,
  crossOrigin,
  logger,
}: AdminSideOptions): Promise<Engine> {
  const { accounts, clock, timer, random, newId, mask } = engine();
  const model = await readModel({
    document: packageFile('mock/engine/admin/admin.yaml'),
    strict: true,
    isChecked: true,
  });
  return createEngine({
    model,
    handlers: createAdminHandlers(control, clock),
    gateway: documentedGateway,
    failureShape: adminShape,
    refusesUnknown: true,
    crossOrigin,
    timer,
    random,
    newId,
    logger: withoutKeys(logger, (text) => mask.target(text)),
    state: {
      ...createMockState({ model, clock, random, newId, plans: undefined, keys: [] }),
      // What it says hides the keys of the mock.
      accounts,
      // Nobody reads what was asked of the admin side.
      journal: createJournal(1),
    },
  });
}

/** Keys stand in paths of the admin side, also such as the mock does not know. */
const keyInPath = new RegExp(`(${adminPath}/(?:usage|keys)/)([^/?\\s"]+)`, 'g');

function withoutKeys(logger: Logger, hide: (text: string) => string): Logger {
  const hideText = (text: string) =>
    hide(text.replace(keyInPath, (_all, before, key) => before + maskKey(key)));
  const hideIn = (facts: object) =>
    Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [
        name,
        typeof value === 'string' ? hideText(value) : value,
      ]),
    );
  return {
    info: (facts, message) => logger.info(hideIn(facts), hideText(message)),
    warn: (facts, message) => logger.warn(hideIn(facts), hideText(message)),
    error: (facts, message) => logger.error(hideIn(facts), hideText(message)),
  };
}

/** A shell sends what it likes as Content-Type: a body is JSON if it reads as JSON, else a text. */
export function readAsJson(request: ApiRequest): ApiRequest {
  const { 'content-type': _type, ...headers } = request.headers;
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  return {
    ...request,
    headers: hasBody ? { ...headers, 'content-type': 'application/json' } : headers,
    get signal() {
      return request.signal;
    },
    async readBody(maximumBytes) {
      const bytes = await request.readBody(maximumBytes);
      return bytes && new TextEncoder().encode(jsonOf(new TextDecoder().decode(bytes).trim()));
    },
  };
}

function jsonOf(text: string): string {
  if (text === '' || isJson(text)) return text;
  // curl calls all that it sends a form, and the parser of an application around the mock has read one.
  const unescaped = decodedOrItself(text.replaceAll(/=(?=&|$)/g, '').replaceAll('+', ' '));
  // `curl -d P1M` is a text, and a duration.
  return isJson(unescaped) ? unescaped : jsonText(unescaped);
}
