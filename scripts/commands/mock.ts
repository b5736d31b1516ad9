import { readFile } from 'node:fs/promises';
import { inspect } from 'node:util';
import type { Command } from 'commander';
import picocolors from 'picocolors';
import type { MockServer, MockServerOptions } from '../../mock/server.ts';
import { createConsoleLogger } from './console-logger.ts';
import { imitationOf } from './imitation-of.ts';
import { type Documented, makeDocs, serveDocs, writtenUrl } from './mock-docs.ts';
import { watchMock } from './mock-watch.ts';
import { renderGreeting } from './render-greeting.ts';
import { createCommand, type GivenBy, type OptionsOf } from './settings/create-command.ts';
import { StopError, tellsTheReader } from './stop-error.ts';
import { untilSignal } from './until-signal.ts';

type MockOptions = OptionsOf<'mock'>;

/** `api-kit mock`: the API of a document, with its documentation, until Ctrl-C. */
export function mockCommand(): Command {
  return createCommand({
    name: 'mock',
    description:
      'Serves the API of a document, with keys, plans and limits, and its documentation on one port.',
    run: runMock,
  });
}

async function runMock(
  document: string | undefined,
  options: MockOptions,
  given: GivenBy<'mock'>,
): Promise<void> {
  const server = await startServer(document, options);
  try {
    if (options.scenario !== undefined) await playAtStart(server, options.scenario);
    // Until the documentation is made there is nothing to tidy up: the system ends the process at the first signal.
    const made = options.docs
      ? makeDocs(server, { document, plans: options.plans, overlays: options.overlay })
      : undefined;
    const docs = made && (await orSayWhy(made, withoutDocs));
    const ended = untilSignal();
    let removeDocs =
      docs && (await orSayWhy(serveDocs(server, docs), document === undefined ? docsElsewhere : withoutDocs));
    if (options.log !== 'silent')
      process.stdout.write(
        renderGreeting(server, {
          ...options,
          configFile: given.configFile,
          hasManual: document === undefined,
        }),
      );
    const onReloaded = async (now: Documented) => {
      if (!options.docs || now.document === undefined) return;
      const files = await orSayWhy(makeDocs(server, now), oldDocs);
      const remove = files && (await orSayWhy(serveDocs(server, files), oldDocs));
      if (remove === undefined) return;
      await removeDocs?.();
      removeDocs = remove;
    };
    const endWatch = options.watch
      ? watchMock({ server, handlers: options.handlers, given, onReloaded })
      : undefined;
    await ended;
    endWatch?.();
    await removeDocs?.();
  } finally {
    await server.close();
  }
  // Who holds our output without reading it would keep us waiting.
  process.exit();
}

const withoutDocs = 'The mock serves without documentation.';
const oldDocs = 'The documentation is the one of before.';
const docsElsewhere = `The documentation says ${writtenUrl}, not where this mock is.`;

/** The mock is worth having without its documentation: a failure there is told, and ends nothing. */
async function orSayWhy<Result>(work: Promise<Result>, consequence: string): Promise<Result | undefined> {
  return work.catch((error: unknown) => {
    const reason = tellsTheReader(error) ? error.message : inspect(error);
    console.error(picocolors.yellow(`${consequence} ${reason}`));
    return undefined;
  });
}

async function playAtStart(server: MockServer, scenario: string): Promise<void> {
  await server.play(scenario).catch((cause: unknown) => {
    throw new StopError(`--scenario: ${cause instanceof Error ? cause.message : cause}`, 2, { cause });
  });
}

async function startServer(document: string | undefined, options: MockOptions): Promise<MockServer> {
  const { createMockServer, HostMissingError, PortInUseError } = await import('../../mock/server.ts');
  return createMockServer({
    ...(await imitationOf(document, options)),
    hosts: options.host,
    port: options.port,
    tls: await tlsOf(options),
    seed: options.seed,
    delay: options.delay,
    passthrough: options.passthrough,
    learningObjects: options.learningObjects,
    gateway: options.gateway,
    admin: options.admin,
    adminToken: options.adminToken,
    adminFrom: options.adminFrom,
    trustProxy: options.trustProxy,
    redis: options.redis,
    redisAway: options.redisAway,
    logger: createConsoleLogger(options.log),
  }).catch((error: unknown) => {
    if (error instanceof HostMissingError) throw new StopError(error.message, 2, { cause: error });
    if (!(error instanceof PortInUseError)) throw error;
    throw new StopError(
      `${error.message} For example: --port ${error.port + 1}, or --port 0 for a free one.`,
      2,
    );
  });
}

type TlsOption = NonNullable<MockServerOptions['tls']>;

/** A key and a certificate ask for TLS by themselves; `--no-tls` leaves them unread. */
async function tlsOf({ tls, tlsKey, tlsCert }: MockOptions): Promise<TlsOption> {
  if (tls === false || (tlsKey === undefined && tlsCert === undefined)) return tls ?? false;
  if (tlsKey === undefined || tlsCert === undefined)
    throw new StopError('--tls-key and --tls-cert are given together: both, or none.', 2);
  return { key: await readFile(tlsKey, 'utf8'), cert: await readFile(tlsCert, 'utf8') };
}
