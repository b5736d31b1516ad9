import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command, Option } from 'commander';
import type { MockServerOptions } from '../../mock/server.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { createConsoleLogger, type LogStyle } from './console-logger.ts';
import { collectHosts, parsePort, parseSeed } from './option-parsers.ts';
import { renderGreeting } from './render-greeting.ts';
import { StopError } from './stop-error.ts';
import { untilSignal } from './until-signal.ts';
import { writeSite } from './write-site.ts';

interface MockOptions {
  readonly port: number;
  readonly host?: readonly string[];
  readonly gateway: NonNullable<MockServerOptions['gateway']>;
  readonly admin: boolean;
  readonly docs: boolean;
  readonly seed?: number;
  readonly log: LogStyle;
}

/** `api-kit mock`: the API of a document, with its documentation, until Ctrl-C. */
export function mockCommand(): Command {
  return new Command('mock')
    .description(
      'Serves the API of a document, with keys, plans and limits, and its documentation on one port.',
    )
    .argument('[document]', 'OpenAPI 3.0 or 3.1 file (default: the one that ships with this package)')
    .option('--port <number>', '0 takes a free one', parsePort, 4010)
    .option('--host <address...>', 'where to listen (default: 127.0.0.1 and ::1)', collectHosts)
    .addOption(
      new Option('--gateway <profile>', 'whose refusals: the documented ones, or those of Amazon API Gateway')
        .choices(['documented', 'aws'])
        .default('documented'),
    )
    .option('--no-admin', 'without the admin side at /__mock')
    .option('--no-docs', 'without the documentation at /')
    .option('--seed <number>', 'the same ids and dynamic replies in every run', parseSeed)
    .addOption(
      new Option('--log <style>', 'one line a request').choices(['text', 'json', 'silent']).default('text'),
    )
    .action(runMock);
}

async function runMock(document: string | undefined, options: MockOptions): Promise<void> {
  const { createMockServer, HostMissingError, PortInUseError } = await import('../../mock/server.ts');
  const site = options.docs ? await prepareSite(document) : undefined;
  const server = await createMockServer({
    ...(document === undefined ? {} : { document }),
    ...(options.host === undefined ? {} : { hosts: options.host }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(site === undefined ? {} : { siteDirectory: site.directory }),
    port: options.port,
    gateway: options.gateway,
    admin: options.admin,
    logger: createConsoleLogger(options.log),
  }).catch(async (error: unknown) => {
    await site?.remove();
    if (error instanceof HostMissingError) throw new StopError(error.message, 2, { cause: error });
    if (!(error instanceof PortInUseError)) throw error;
    throw new StopError(
      `${error.message} For example: --port ${error.port + 1}, or --port 0 for a free one.`,
      2,
    );
  });
  const ended = untilSignal();
  await site?.fill(new URL(server.apiUrl).pathname);
  if (options.log !== 'silent') {
    process.stdout.write(renderGreeting(server, { hasDocs: site !== undefined, hasAdmin: options.admin }));
  }
  await ended;
  await server.close();
  await site?.remove();
}

/** A directory that the mock serves as its documentation. */
interface PreparedSite {
  readonly directory: string;
  /** Builds what is not built yet; Try it will call the given path of the mock. */
  fill(apiPath: string): Promise<void>;
  remove(): Promise<void>;
}

/** The site that was built with the package; for another document a temporary one, filled once the mock listens. */
async function prepareSite(document: string | undefined): Promise<PreparedSite | undefined> {
  if (document === undefined) {
    const directory = packageFile('dist/docs');
    return existsSync(directory) ? { directory, fill: async () => {}, remove: async () => {} } : undefined;
  }
  const directory = await mkdtemp(path.join(tmpdir(), 'api-kit-docs-'));
  return {
    directory,
    async fill(apiPath) {
      const { buildSite } = await import('../../docs-src/build-site.ts');
      await writeSite(await buildSite({ document, tryItServers: [apiPath] }), directory);
    },
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}
