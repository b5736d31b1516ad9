import { randomUUID } from 'node:crypto';
import type { ApiModel, DocumentFault } from '../openapi/model/api-model.ts';
import { checkWholeNumbers } from '../openapi/model/check/check-whole-numbers.ts';
import { seededRandom } from '../openapi/operations/values/seeded-random.ts';
import { createAdminListener } from './engine/adapters/admin-listener.ts';
import { createApiListener } from './engine/adapters/api-listener.ts';
import { answerFetch } from './engine/adapters/fetch.ts';
import { notListening, startNodeServer } from './engine/adapters/node-server.ts';
import { sendOn } from './engine/adapters/send-on.ts';
import { whenFirstCalled } from './engine/adapters/when-first-called.ts';
import { createAdminAccess } from './engine/admin/admin-access.ts';
import { adminPath } from './engine/admin/admin-path.ts';
import { createAdminSide } from './engine/admin/admin-side.ts';
import { createMockControl, type MockControl } from './engine/admin/mock-control.ts';
import { createMockClock, type MockClock } from './engine/clock/mock-clock.ts';
import { machineTimer } from './engine/clock/timer.ts';
import { checkHandlers, createEngine } from './engine/create-engine.ts';
import type { Engine } from './engine/engine.ts';
import { createAwsGateway } from './engine/failures/aws-gateway.ts';
import { documentedGateway } from './engine/failures/documented-gateway.ts';
import type { AnyOperations, Handler, OperationHandlers } from './engine/handler.ts';
import { createSharedUsage } from './engine/limits/shared-usage.ts';
import { silentLogger } from './engine/logger.ts';
import { createMockState, resetMockState } from './engine/mock-state.ts';
import { lettersFrom, uuidFrom } from './engine/random-ids.ts';
import { authorityRoute } from './engine/tls/authority-route.ts';
import { serverCertificate } from './engine/tls/server-certificate.ts';
import { loadProduct, type Product } from './load-product.ts';
import { checkMockServerOptions, type MockServerOptions } from './mock-server-options.ts';

export type { CoverageReport } from '../openapi/operations/coverage/coverage-report.ts';
export { renderCoverage } from '../openapi/operations/coverage/render-coverage.ts';
export { HostMissingError, PortInUseError } from './engine/adapters/listen-errors.ts';
export type { MockServerOptions } from './mock-server-options.ts';

/** A running mock. */
export interface MockServer<Operations = AnyOperations> extends MockControl, AsyncDisposable {
  /** `http://127.0.0.1:4010`; over TLS `https://…`. */
  readonly url: string;
  /** With the API's base path: what a client is given instead of the real one. */
  readonly apiUrl: string;
  /** 0 where it does not listen. */
  readonly port: number;
  /** Where the documentation site is served; undefined: there is none. */
  readonly docsUrl: string | undefined;
  /** Where the admin side answers; undefined: nowhere, without `admin` or where nobody may reach it. */
  readonly adminUrl: string | undefined;
  /** The certificate of the authority that a client has to trust, as a PEM text; undefined: `tls` did not ask for one. */
  readonly authority: string | undefined;
  /** Where it can be had; undefined: there is none. */
  readonly authorityUrl: string | undefined;
  /** What the mock imitates. */
  readonly model: ApiModel;
  readonly clock: MockClock;
  /** Faults of somebody else's document, which is served as far as it can be; and numbers of it that clients may misread. */
  readonly warnings: readonly DocumentFault[];
  /** What could not be had and matters little, for people: `::1 is not available`. */
  readonly notes: readonly string[];
  /** The mock without a port, for plain values. */
  readonly answer: Engine['answer'];
  /** The mock without a port, as `fetch`: its host may be any. Rejects where a socket would break. */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** Mounts the mock in an application of one's own: `app.use(mock.handler)`. */
  handler(incoming: object, outgoing: object, next?: (error?: unknown) => void): void;
  /** Other handlers from now on, until `reset`. Throws a TypeError for one of no operation. */
  use(handlers: OperationHandlers<Operations>): void;
  /**
   * Reads the document again, and takes other options from now on; what the mock remembers stays. Throws what
   * `createMockServer` throws, and nothing has changed then.
   */
  reload(changes?: ReloadOptions<Operations>): Promise<void>;
  /** Serves a directory as the documentation site from now on: one that is made after the start can say where the mock is. */
  serveSite(directory: string): void;
  /** Ends it and leaves no handle: requests that are being answered get half a second. */
  close(): Promise<void>;
}

type Reloadable =
  | 'document'
  | 'plans'
  | 'overlays'
  | 'keys'
  | 'errors'
  | 'handlers'
  | 'passthrough'
  | 'scenarios'
  | 'gateway'
  | 'delay';

/** Options that a running mock can have changed; undefined is the default again. */
export type ReloadOptions<Operations = AnyOperations> = Pick<MockServerOptions<Operations>, Reloadable>;

const defaultHosts = ['127.0.0.1', '::1'];
const gatewayIdLength = 15;

/**
 * Starts a mock: joins the engine, a document, and Inokufu's parts where the document is Inokufu's. Throws a TypeError
 * for options that can't be meant, a DocumentError, a PortInUseError or a HostMissingError.
 */
export async function createMockServer<Operations = AnyOperations>(
  options: MockServerOptions<NoInfer<Operations>> = {},
): Promise<MockServer<Operations>> {
  checkMockServerOptions(options);
  // Handlers are the engine's own kind from here on: their types are the caller's matter.
  let asked = options as MockServerOptions;
  const { port = 0, hosts = defaultHosts, tls = false, seed, trustProxy: trustsProxy = false } = asked;
  const logger = asked.logger ?? silentLogger;
  const random = seed === undefined ? Math.random : seededRandom(seed);
  const newId = seed === undefined ? () => randomUUID() : () => uuidFrom(random);
  const clock = createMockClock({ machineNow: Date.now, ...asked.clock });

  const certificate = asked.listen === false ? undefined : await serverCertificate(tls, hosts, Date.now());
  const authority = certificate?.authority;
  let product = await loadProduct(asked);
  const basisOf = ({ model, keys }: Product, { keys: given = [] }: MockServerOptions) => ({
    plans: model.plans,
    keys: [...keys.filter(({ key }) => !given.some((one) => one.key === key)), ...given],
    newId,
  });
  const shared =
    asked.redis === undefined
      ? undefined
      : await createSharedUsage({ url: asked.redis, whenAway: asked.redisAway ?? 'refuse', logger });
  const state = createMockState({
    ...basisOf(product, asked),
    model: product.model,
    clock,
    random,
    usage: shared?.state,
  });
  const engineOf = (
    { model, parts, failureShape }: Product,
    { handlers, passthrough, gateway, delay, timer }: MockServerOptions,
  ) =>
    createEngine({
      model,
      handlers: { ...parts.handlers, ...handlers },
      passthrough: passthrough && { addresses: new Map(Object.entries(passthrough)), send: sendOn },
      gateway:
        gateway === 'aws' ? createAwsGateway(() => lettersFrom(random, gatewayIdLength)) : documentedGateway,
      failureShape,
      timer: timer ?? machineTimer,
      delayMs: delay,
      random,
      newId,
      logger,
      state,
    });
  let engine = engineOf(product, asked);

  async function reset(): Promise<void> {
    await Promise.all([resetMockState(state), product.parts.reset()]);
  }

  const control = createMockControl({
    engine: () => engine,
    scenarios: async () => ({ ...(await product.scenarios()), ...asked.scenarios }),
    reset,
  });
  let isClosing = false;
  let { siteDirectory } = asked;
  const access = createAdminAccess({ token: asked.adminToken, from: asked.adminFrom });

  const extraRoutes = () => [
    ...product.parts.mediaRoutes,
    ...(authority === undefined ? [] : [authorityRoute(product.parts.authorityPath, authority)]),
  ];
  const beside = whenFirstCalled(async () => {
    const { createExpressApp } = await import('./engine/adapters/express-app.ts');
    return createExpressApp({
      engine: () => engine,
      trustsProxy,
      siteDirectory: () => siteDirectory,
      extraRoutes,
      newId,
    });
  });
  const listener = createApiListener({
    engine: () => engine,
    admin:
      asked.admin === false
        ? undefined
        : createAdminListener({
            makeAdmin: () =>
              createAdminSide({ engine: () => engine, control, crossOrigin: access.crossOrigin, logger }),
            access,
            isClosing: () => isClosing,
          }),
    beside,
    extraRoutes,
    trustsProxy,
    isClosing: () => isClosing,
  });
  const server =
    asked.listen === false
      ? notListening
      : await startNodeServer({ engine: () => engine, listener, port, hosts, tls: certificate, newId });
  // Last of all: what fails before leaves no connection behind.
  await shared?.connect();
  const isReachable = server.localUrl !== undefined || access.isOpen;

  async function close(): Promise<void> {
    isClosing = true;
    await server.close();
    shared?.close();
  }

  return {
    ...control,
    url: server.url,
    get apiUrl() {
      return server.url + engine.model.basePath;
    },
    port: server.port,
    get docsUrl() {
      return siteDirectory === undefined ? undefined : `${server.url}/`;
    },
    adminUrl: asked.admin === false || !isReachable ? undefined : (server.localUrl ?? server.url) + adminPath,
    authority,
    get authorityUrl() {
      return authority === undefined ? undefined : server.url + product.parts.authorityPath;
    },
    get model() {
      return engine.model;
    },
    clock,
    get warnings() {
      return [...engine.model.warnings, ...checkWholeNumbers(engine.model)];
    },
    notes: server.notes,
    answer: (request) => engine.answer(request),
    fetch: (input, init) =>
      answerFetch(engine, new Request(typeof input === 'string' ? new URL(input, server.url) : input, init)),
    // What calls it gives what node:http gives: this type is for callers without the types of Node.
    handler: listener as MockServer['handler'],
    use(handlers) {
      const used = handlers as Readonly<Record<string, Handler | undefined>>;
      checkMockServerOptions({ handlers: used });
      checkHandlers(used, engine.model);
      for (const [operationId, handler] of Object.entries(used)) {
        if (handler !== undefined) state.usedHandlers.set(operationId, handler);
      }
    },
    async reload(changes = {}) {
      const next = { ...asked, ...(changes as ReloadOptions) };
      checkMockServerOptions(next);
      const loaded = await loadProduct(next);
      const made = engineOf(loaded, next);
      state.accounts.rebase(basisOf(loaded, next));
      [asked, product, engine] = [next, loaded, made];
      state.coverage.countFor(made.model);
    },
    serveSite(directory) {
      checkMockServerOptions({ siteDirectory: directory });
      siteDirectory = directory;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
