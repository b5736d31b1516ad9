import { randomUUID } from 'node:crypto';
import type { ApiModel, DocumentFault } from '../openapi/model/api-model.ts';
import { packageFile } from '../openapi/model/package-root.ts';
import { readModel } from '../openapi/model/read-model.ts';
import { seededRandom } from '../openapi/operations/values/seeded-random.ts';
import type { Account } from './engine/accounts.ts';
import { createExpressApp } from './engine/adapters/express-app.ts';
import { createApiListener, type RequestListener, startNodeServer } from './engine/adapters/node-server.ts';
import { adminPath } from './engine/admin/admin-router.ts';
import { adminRoutes } from './engine/admin/admin-routes.ts';
import { accountOf, type KeyUsage, leaveCalls, usageOf } from './engine/admin/key-usage.ts';
import { createMockClock, type MockClock } from './engine/clock/mock-clock.ts';
import { machineTimer } from './engine/clock/timer.ts';
import { createEngine } from './engine/create-engine.ts';
import type { Engine } from './engine/engine.ts';
import { createAwsGateway } from './engine/failures/aws-gateway.ts';
import { documentShape } from './engine/failures/document-shape.ts';
import { documentedGateway } from './engine/failures/documented-gateway.ts';
import { failureShapeOf } from './engine/failures/error-template.ts';
import type { FailureShape } from './engine/failures/failure.ts';
import type { JournalEntry } from './engine/journal.ts';
import { accountsOf, type KeyOptions } from './engine/key-options.ts';
import { silentLogger } from './engine/logger.ts';
import { lettersFrom, uuidFrom } from './engine/random-ids.ts';
import { inokufuErrors } from './inokufu/inokufu-errors.ts';
import { inokufuKeys } from './inokufu/inokufu-keys.ts';
import { type InokufuMock, loadInokufu } from './inokufu/load-inokufu.ts';
import { readShippedModel } from './inokufu/shipped-model.ts';
import { checkMockServerOptions, type MockServerOptions } from './mock-server-options.ts';

export { defineConfig, type KitConfig } from '../scripts/config/kit-config.ts';
export { HostMissingError, PortInUseError } from './engine/adapters/node-server.ts';
export type { MockServerOptions } from './mock-server-options.ts';

/** A running mock. */
export interface MockServer {
  /** `http://127.0.0.1:4010`. */
  readonly url: string;
  /** With the API's base path: what a client is given instead of the real one. */
  readonly apiUrl: string;
  readonly port: number;
  /** Where the documentation site is served; undefined: there is none. */
  readonly docsUrl: string | undefined;
  /** Where the admin side answers; undefined: nowhere, without `admin` or where no loopback address is listened on. */
  readonly adminUrl: string | undefined;
  /** What the mock imitates. */
  readonly model: ApiModel;
  /** By key: whose it is and what it is for. */
  readonly keys: readonly Account[];
  readonly clock: MockClock;
  /** Faults of somebody else's document, which is served as far as it can be. */
  readonly warnings: readonly DocumentFault[];
  /** What could not be had and matters little, for people: `::1 is not available`. */
  readonly notes: readonly string[];
  /** The mock without a port, for plain values. */
  readonly answer: Engine['answer'];
  /** Mounts the mock in an application of one's own: `app.use(mock.handler)`. */
  readonly handler: RequestListener;
  /** Serves a directory as the documentation site from now on: one that is made after the start can say where the mock is. */
  serveSite(directory: string): void;
  /** The last 1,000 exchanges, oldest first, keys masked. */
  requests(): readonly JournalEntry[];
  /** How rate and quota of a key stand. Throws for a key that the mock does not know. */
  usage(key: string): Promise<KeyUsage>;
  /** Leaves a key only so many calls of its quota in this period: 0 spends it. */
  leaveCalls(key: string, calls: number): Promise<void>;
  /** Usage, exchanges, clock and everything that was received: as at the start. */
  reset(): Promise<void>;
  /** Ends it and leaves no handle: requests that are being answered get half a second. */
  close(): Promise<void>;
}

const defaultHosts = ['127.0.0.1', '::1'];
const gatewayIdLength = 15;
const nothingReceived = async () => {};

/** What a product adds to the engine. */
interface Product {
  readonly keys: readonly KeyOptions[];
  readonly failureShape: FailureShape;
  readonly parts: Pick<InokufuMock, 'handlers' | 'mediaRoutes' | 'adminRoutes' | 'reset'>;
}

/**
 * Starts a mock: joins the engine, a document, and Inokufu's parts where the document is Inokufu's. Throws a TypeError
 * for options that can't be meant, a DocumentError, a PortInUseError or a HostMissingError.
 */
export async function createMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  checkMockServerOptions(options);
  const { port = 0, hosts = defaultHosts } = options;
  const logger = options.logger ?? silentLogger;
  const { document, plans, keys = [] } = options;
  const { model, isPrepared } =
    document === undefined && plans === undefined
      ? await readShippedModel()
      : {
          model: await readModel({
            document: document ?? packageFile('openapi/generated/openapi.json'),
            plans,
            strict: document === undefined,
          }),
          isPrepared: false,
        };
  const product: Product =
    document === undefined
      ? {
          // They are of the shipped plans.
          keys: plans === undefined ? inokufuKeys : [],
          failureShape: failureShapeOf(inokufuErrors),
          parts: loadInokufu({ model, seed: options.seed, isPrepared }),
        }
      : {
          keys: [],
          failureShape: documentShape,
          parts: { handlers: {}, mediaRoutes: [], adminRoutes: [], reset: nothingReceived },
        };
  const given = new Set(keys.map(({ key }) => key));

  const random = options.seed === undefined ? Math.random : seededRandom(options.seed);
  const newId = options.seed === undefined ? () => randomUUID() : () => uuidFrom(random);
  const clock = createMockClock({ machineNow: Date.now, ...options.clock });
  const engine = createEngine({
    model,
    handlers: { ...product.parts.handlers, ...options.handlers },
    accounts: accountsOf(model.plans, [...product.keys.filter(({ key }) => !given.has(key)), ...keys]),
    gateway:
      options.gateway === 'aws'
        ? createAwsGateway(() => lettersFrom(random, gatewayIdLength))
        : documentedGateway,
    failureShape: options.errors === undefined ? product.failureShape : failureShapeOf(options.errors),
    clock,
    timer: options.timer ?? machineTimer,
    random,
    newId,
    logger,
  });

  async function reset(): Promise<void> {
    await Promise.all([engine.usage.reset(), product.parts.reset()]);
    engine.journal.clear();
    clock.reset();
  }

  let { siteDirectory } = options;
  const app = createExpressApp({
    engine,
    siteDirectory: () => siteDirectory,
    adminRoutes:
      options.admin === false ? undefined : [...adminRoutes(engine, reset), ...product.parts.adminRoutes],
    extraRoutes: product.parts.mediaRoutes,
    newId,
  });
  let isClosing = false;
  const handler = createApiListener(engine, app, {
    /** Mounted in somebody else's application, the mock keeps to its API and its admin side. */
    isOwn: (target) => target.startsWith(adminPath),
    isClosing: () => isClosing,
  });
  const server = await startNodeServer({ engine, listener: handler, port, hosts, newId });

  return {
    url: server.url,
    apiUrl: server.url + model.basePath,
    port: server.port,
    get docsUrl() {
      return siteDirectory === undefined ? undefined : `${server.url}/`;
    },
    adminUrl:
      options.admin === false || server.localUrl === undefined ? undefined : server.localUrl + adminPath,
    model,
    keys: [...(engine.accounts?.values() ?? [])],
    clock,
    warnings: model.warnings,
    notes: server.notes,
    answer: engine.answer,
    handler,
    serveSite(directory) {
      checkMockServerOptions({ siteDirectory: directory });
      siteDirectory = directory;
    },
    requests: () => engine.journal.entries(),
    usage: async (key) => usageOf(engine, accountOf(engine, key)),
    leaveCalls: async (key, calls) => leaveCalls(engine, accountOf(engine, key), calls),
    reset,
    async close() {
      isClosing = true;
      await server.close();
    },
  };
}
