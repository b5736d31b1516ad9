import type { Command } from 'commander';
import picocolors from 'picocolors';
import { createPersonalDataFilter } from '../../openapi/operations/wire/har/without-personal-data.ts';
import type { ProxyOptions, RunningProxy } from '../../test/contract/contract-testing.ts';
import { imitationOf } from './imitation-of.ts';
import { pathHere } from './path-here.ts';
import { openHarFile } from './proxy/har-file.ts';
import { runCommand } from './proxy/run-command.ts';
import { createCommand, type GivenBy, type OptionsOf } from './settings/create-command.ts';
import { StopError } from './stop-error.ts';
import { untilSignal } from './until-signal.ts';

const usualPort = 4030;

/**
 * `api-kit proxy`: judges the calls of an application while they pass. Exit code: the command's where it is not 0, else 0
 * held, 1 broken, 2 nothing of this API came.
 */
export function proxyCommand(): Command {
  return createCommand({
    name: 'proxy',
    operands: 'document and command',
    description:
      'Passes the calls of an application on to its API or to a mock, and judges them by the document.',
    help: `
Behind -- stands a command (api-kit proxy --to mock -- npm test): it finds the address to call in API_KIT_BASE_URL.
Exit code: the command's where it is not 0; else 0 nothing is wrong, 1 something is, 2 no call of this API came.`,
    run: runProxy,
  });
}

async function runProxy(
  given: string | undefined,
  options: OptionsOf<'proxy'>,
  { words }: GivenBy<'proxy'>,
): Promise<void> {
  const { to, strict, record } = options;
  if (to === undefined)
    throw new StopError('Say where calls go: --to https://api.example.com, or --to mock.', 2);
  const { judgeCalls, renderRecordingReport, serverUrlFor } = await import(
    '../../test/contract/contract-testing.ts'
  );
  const document = given === undefined ? undefined : pathHere(given);
  const har = record === undefined ? undefined : openHarFile(record);
  const mock = to === 'mock' ? await startMock(document, options) : undefined;
  let proxy: RunningProxy | undefined;
  try {
    const target = new URL(mock?.apiUrl ?? to);
    const judge = await judgeCalls({
      document,
      plans: options.plans,
      overlays: options.overlay,
      targets: [target.href],
      isStrict: strict,
      hasCoverage: true,
    });
    const withoutPersonalData = createPersonalDataFilter(judge.model);
    proxy = await startAt(options.port ?? (words.length > 0 ? 0 : usualPort), target, {
      onCall(call) {
        judge.see(call);
        har?.add(withoutPersonalData(call));
      },
      onSkipped: (entry) => judge.skip(entry),
    });
    const { pathname } = new URL(serverUrlFor(target, judge.model));
    const baseUrl = proxy.origin + pathname.replace(/\/$/, '');
    process.stderr.write(`${picocolors.dim(`${baseUrl} passes calls on to ${target.origin}`)}\n`);
    const code =
      words.length > 0 ? await runCommand(words, { API_KIT_BASE_URL: baseUrl }) : await untilSignal();
    const report = judge.report();
    process.stdout.write(renderRecordingReport(report, { noun: 'call', nameFile: pathHere }));
    process.exitCode = code || { held: 0, broken: 1, incomplete: 2 }[report.verdict];
  } finally {
    await proxy?.close();
    await mock?.close();
    har?.close();
  }
}

async function startAt(
  port: number,
  target: URL,
  handlers: Pick<ProxyOptions, 'onCall' | 'onSkipped'>,
): Promise<RunningProxy> {
  const { CannotGoOnError, startProxy } = await import('../../test/contract/contract-testing.ts');
  return startProxy({ target, port, now: Date.now, ...handlers }).catch((error: unknown) => {
    if (error instanceof CannotGoOnError)
      throw new StopError(`${error.message}\n${error.advice}`, 2, { cause: error });
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new StopError(
      `Port ${port} is taken. For example: --port ${port + 1}, or --port 0 for a free one.`,
      2,
    );
  });
}

async function startMock(document: string | undefined, options: OptionsOf<'proxy'>) {
  const { createMockServer } = await import('../../mock/server.ts');
  return createMockServer(await imitationOf(document, options));
}
