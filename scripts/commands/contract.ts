import { access, constants, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import picocolors from 'picocolors';
import type {
  ContractProgress,
  ContractReport,
  StartedTarget,
} from '../../test/contract/contract-testing.ts';
import { parseHttpUrl, parsePositiveInteger } from './option-parsers.ts';
import { pathHere } from './path-here.ts';
import { StopError } from './stop-error.ts';
import { untilSignal } from './until-signal.ts';

interface ContractOptions {
  readonly target?: URL;
  readonly plan?: string;
  readonly only?: readonly string[];
  readonly rate?: number;
  readonly timeout?: number;
  readonly maxCalls?: number;
  readonly dryRun?: true;
  readonly allowSkipped?: true;
  readonly unsafe?: true;
  readonly secondOpinion: boolean;
  readonly json?: string;
  readonly all?: true;
}

/**
 * `api-kit contract`: whether a target keeps what the document promises. Exit code 0 held (or a dry run), 1 broken, 2 not
 * checked as a whole.
 */
export function contractCommand(): Command {
  return new Command('contract')
    .description(
      'Sends every documented request, then breaks each rule of it once, and judges the replies by the document.',
    )
    .argument('[document]', 'OpenAPI 3.0 or 3.1 file (default: the one that ships with this package)')
    .option('--target <url>', 'where the API runs (default: a mock, started for the check)', parseHttpUrl)
    .option('--plan <id>', 'usage plan of the key: sets the pace, and what must be refused')
    .option('--only <operationId...>', 'check only these operations')
    .option(
      '--rate <calls>',
      "calls a second (default: the plan's; on this machine unlimited)",
      parsePositiveInteger,
    )
    .option('--timeout <ms>', 'for one exchange (default: 10000)', parsePositiveInteger)
    .option('--max-calls <number>', 'stop after so many requests, of whatever kind', parsePositiveInteger)
    .option('--dry-run', 'say what would be sent and what it costs, and send nothing')
    .option(
      '--allow-skipped',
      'let the contract hold though checks were skipped; never for want of a key, nor where nothing was checked',
    )
    .option('--unsafe', 'also send POST, PUT, PATCH and DELETE to a target that is not on this machine')
    .option('--no-second-opinion', 'do not ask Prism to judge the replies too')
    .option('--all', 'show every failure, also of many that are alike')
    .option('--json <file>', 'also write the whole report as JSON')
    .addHelpText(
      'after',
      `
The key is read from the environment variable API_KIT_KEY, never from an option.
A fifth of the key's quota is never touched; a run that would has to be made smaller (--only, --max-calls).
Exit code: 0 all that was planned was checked and held, 1 something is broken, 2 not all could be checked.`,
    )
    .action(runContract);
}

async function runContract(given: string | undefined, options: ContractOptions): Promise<void> {
  const document = given === undefined ? undefined : pathHere(given);
  const { CannotGoOnError, checkContract, keyVariable, renderContractReport, renderCost, renderLeft } =
    await import('../../test/contract/contract-testing.ts');
  await refuseUnwritable(options.json);
  const interruption = new AbortController();
  untilSignal().then(() => interruption.abort());
  const report = await checkContract({
    document,
    target: options.target ?? (() => startMock(document)),
    key: process.env[keyVariable],
    plan: options.plan,
    only: options.only,
    includeUnsafe: options.unsafe,
    callsPerSecond: options.rate,
    timeoutMs: options.timeout,
    secondOpinion: options.secondOpinion,
    maxCalls: options.maxCalls,
    dryRun: options.dryRun,
    allowSkipped: options.allowSkipped,
    signal: interruption.signal,
    onProgress: createProgressLine({ renderCost, renderLeft }),
  }).catch((error: unknown) => {
    if (!(error instanceof CannotGoOnError)) throw error;
    throw new StopError(`${error.message}\n${error.advice}`, 2, { cause: error });
  });
  process.stdout.write(renderContractReport(report, { isWhole: options.all, nameFile: pathHere }));
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
  process.exitCode = isDone(report) ? 0 : { held: 0, broken: 1, incomplete: 2 }[report.verdict];
}

/** A report that can't be kept is known before a run, which may have a price. */
async function refuseUnwritable(file: string | undefined): Promise<void> {
  if (file === undefined) return;
  const folder = path.dirname(path.resolve(file));
  await access(folder, constants.W_OK).catch((cause: unknown) => {
    const message = `--json ${file}: nothing can be written in ${folder}. Name a folder that is there.`;
    throw new StopError(message, 2, { cause });
  });
}

/** A mock of the same document on a free port, with a key of every plan. */
async function startMock(document: string | undefined): Promise<StartedTarget> {
  const { createMockServer } = await import('../../mock/server.ts');
  const mock = await createMockServer(document === undefined ? {} : { document });
  const openKeys = mock.keys().filter(({ state }) => state === undefined);
  const keysByPlan = new Map(openKeys.map(({ key, plan }) => [plan, key]));
  return { url: new URL(mock.apiUrl), keysByPlan, close: () => mock.close() };
}

/** A dry run that came to its end gave what it was asked for. */
function isDone({ isDryRun, stopped }: ContractReport): boolean {
  return isDryRun && stopped === undefined;
}

/** One line that counts on a terminal; on anything else only price and waits, which a log must explain. */
function createProgressLine(words: RenderProgress): (progress: ContractProgress) => void {
  const { stderr } = process;
  let planned = 0;
  let checked = 0;
  return (progress) => {
    if (progress.kind === 'planned') planned = progress.checks;
    if (progress.kind === 'checked') checked += 1;
    const line = lineFor(progress, words);
    if (line !== '') stderr.write(`${stderr.isTTY ? '\r\u001B[K' : ''}${line}\n`);
    if (!stderr.isTTY || progress.kind !== 'checked') return;
    const isLast = checked === planned;
    stderr.write(isLast ? '\r\u001B[K' : `\r${picocolors.dim(`${checked} of ${planned} checks`)}`);
  };
}

/** What puts a progress into words. */
type RenderProgress = Pick<
  typeof import('../../test/contract/contract-testing.ts'),
  'renderCost' | 'renderLeft'
>;

function lineFor(progress: ContractProgress, { renderCost, renderLeft }: RenderProgress): string {
  if (progress.kind === 'checked') return '';
  if (progress.kind === 'waiting') return `Waiting ${progress.milliseconds} ms: ${progress.reason}`;
  const { cost } = progress;
  if (progress.kind === 'planned') return renderCost(cost);
  return cost.isOwnMock ? '' : renderLeft(cost.left);
}
