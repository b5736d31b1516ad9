import { inspect } from 'node:util';
import { Command, Option } from 'commander';
import picocolors from 'picocolors';
import type { MockServer, MockServerOptions } from '../../mock/server.ts';
import { createConsoleLogger, type LogStyle } from './console-logger.ts';
import { defaultPort, makeDocs, serveDocs, writtenUrl } from './mock-docs.ts';
import { collectHosts, parsePort, parseSeed } from './option-parsers.ts';
import { renderGreeting } from './render-greeting.ts';
import { StopError, tellsTheReader } from './stop-error.ts';
import { untilSignal } from './until-signal.ts';

interface MockOptions {
  readonly port: number;
  readonly host?: readonly string[];
  readonly gateway: NonNullable<MockServerOptions['gateway']>;
  readonly admin: boolean;
  readonly docs: boolean;
  readonly seed?: number;
  readonly log: LogStyle;
  readonly all?: true;
}

/** `api-kit mock`: the API of a document, with its documentation, until Ctrl-C. */
export function mockCommand(): Command {
  return new Command('mock')
    .description(
      'Serves the API of a document, with keys, plans and limits, and its documentation on one port.',
    )
    .argument('[document]', 'OpenAPI 3.0 or 3.1 file (default: the one that ships with this package)')
    .option('--port <number>', '0 takes a free one', parsePort, defaultPort)
    .option('--host <address...>', 'where to listen (default: 127.0.0.1 and ::1)', collectHosts)
    .addOption(
      new Option('--gateway <profile>', 'whose refusals: the documented ones, or those of Amazon API Gateway')
        .choices(['documented', 'aws'])
        .default('documented'),
    )
    .option('--no-admin', 'without the admin side at /__mock')
    .option('--no-docs', 'without the documentation at /')
    .option('--all', 'list every fault of the document, also of many that are alike')
    .option('--seed <number>', 'the same ids and dynamic replies in every run', parseSeed)
    .addOption(
      new Option('--log <style>', 'one line a request').choices(['text', 'json', 'silent']).default('text'),
    )
    .action(runMock);
}

async function runMock(document: string | undefined, options: MockOptions): Promise<void> {
  const server = await startServer(document, options);
  try {
    // Until the documentation is made there is nothing to tidy up: the system ends the process at the first signal.
    const docs = options.docs ? await orSayWhy(makeDocs(server, document), withoutDocs) : undefined;
    const ended = untilSignal();
    const removeDocs =
      docs && (await orSayWhy(serveDocs(server, docs), document === undefined ? docsElsewhere : withoutDocs));
    if (options.log !== 'silent')
      process.stdout.write(renderGreeting(server, { ...options, hasManual: document === undefined }));
    await ended;
    await removeDocs?.();
  } finally {
    await server.close();
  }
  // Who holds our output without reading it would keep us waiting.
  process.exit();
}

const withoutDocs = 'The mock serves without documentation.';
const docsElsewhere = `The documentation says ${writtenUrl}, not where this mock is.`;

/** The mock is worth having without its documentation: a failure there is told, and ends nothing. */
async function orSayWhy<Result>(work: Promise<Result>, consequence: string): Promise<Result | undefined> {
  return work.catch((error: unknown) => {
    const reason = tellsTheReader(error) ? error.message : inspect(error);
    console.error(picocolors.yellow(`${consequence} ${reason}`));
    return undefined;
  });
}

async function startServer(document: string | undefined, options: MockOptions): Promise<MockServer> {
  const { createMockServer, HostMissingError, PortInUseError } = await import('../../mock/server.ts');
  return createMockServer({
    ...(document === undefined ? {} : { document }),
    ...(options.host === undefined ? {} : { hosts: options.host }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    port: options.port,
    gateway: options.gateway,
    admin: options.admin,
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
