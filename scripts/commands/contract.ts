import type { Command } from 'commander';
import picocolors from 'picocolors';
import type {
  ContractProgress,
  ContractReport,
  StartedTarget,
  Tone,
} from '../../test/contract/contract-testing.ts';
import { readKnownFindings, readValues } from './contract/given-files.ts';
import { openReports } from './contract/open-reports.ts';
import { outgoingFetch } from './contract/outgoing-fetch.ts';
import { imitationOf } from './imitation-of.ts';
import { pathHere } from './path-here.ts';
import { createCommand, type OptionsOf } from './settings/create-command.ts';
import { StopError } from './stop-error.ts';
import { untilSignal } from './until-signal.ts';

type ContractOptions = OptionsOf<'contract'>;

// For a reader's eyes alone: a log is searched.
const { red, green, yellow, bold, dim } = picocolors.createColors(
  picocolors.isColorSupported && process.stdout.isTTY,
);
const colours: Readonly<Record<Tone, (text: string) => string>> = {
  good: green,
  bad: red,
  doubtful: yellow,
  title: bold,
  aside: dim,
};
const paint = (tone: Tone, text: string): string => colours[tone](text);

/**
 * `api-kit contract`: whether a target keeps what the document promises. Exit code 0 held (or a dry run), 1 broken, 2 not
 * checked as a whole.
 */
export function contractCommand(): Command {
  return createCommand({
    name: 'contract',
    description:
      'Sends every documented request, then breaks each rule of it once, and judges the replies by the document.',
    help: `
The key is read from the environment variable API_KIT_KEY or from a configuration, never from an option.
A fifth of the key's quota is never touched; a run that would has to be made smaller (--only, --max-calls).
Exit code: 0 all that was planned was checked and held, 1 something is broken, 2 not all could be checked.`,
    run: runContract,
  });
}

async function runContract(given: string | undefined, options: ContractOptions): Promise<void> {
  const document = given === undefined ? undefined : pathHere(given);
  const contract = await import('../../test/contract/contract-testing.ts');
  const isOnGitHub = options.github ?? process.env.GITHUB_ACTIONS !== undefined;
  const summary = isOnGitHub ? process.env.GITHUB_STEP_SUMMARY : undefined;
  const reports = await openReports({ ...options, summary }, contract);
  try {
    const report = await makeRun(document, options, contract);
    if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
    const { renderContractReport } = contract;
    process.stdout.write(renderContractReport(report, { isWhole: options.all, nameFile: pathHere, paint }));
    if (isOnGitHub) process.stdout.write(await annotationsOf(report, contract));
    await reports.keep(report);
    process.exitCode = isDone(report) ? 0 : { held: 0, broken: 1, incomplete: 2 }[report.verdict];
  } finally {
    await reports.drop();
  }
}

type Contract = typeof import('../../test/contract/contract-testing.ts');

async function makeRun(
  document: string | undefined,
  options: ContractOptions,
  contract: Contract,
): Promise<ContractReport> {
  const { CannotGoOnError, checkContract, keyVariable, renderCost, renderLeft } = contract;
  const { values, baseline } = options;
  const fetch = await outgoingFetch(options);
  const interruption = new AbortController();
  untilSignal().then(() => interruption.abort());
  return checkContract({
    document,
    plans: options.plans,
    overlays: options.overlay,
    target: options.target === undefined ? () => startMock(document, options) : new URL(options.target),
    // One that is empty is none, and the report says so.
    key: options.key ?? process.env[keyVariable],
    keysByScheme: options.keysByScheme && new Map(Object.entries(options.keysByScheme)),
    // A mock that is started has its own.
    ...(options.keysByPlan === undefined ? {} : { keysByPlan: new Map(Object.entries(options.keysByPlan)) }),
    plan: options.plan,
    values: values === undefined ? undefined : await readValues(values),
    headers: options.header,
    gateway: options.gateway,
    fetch,
    isStrict: options.strict,
    baseline: baseline === undefined ? undefined : await readKnownFindings(baseline, contract.readBaseline),
    limits: options.limits,
    maxTimeMs: options.maxTime && options.maxTime * 1000,
    only: options.only,
    includeUnsafe: options.unsafe,
    callsPerSecond: options.rate,
    timeoutMs: options.timeout,
    secondOpinion: options.secondOpinion,
    maxCalls: options.maxCalls,
    asksAll: options.all,
    dryRun: options.dryRun,
    allowSkipped: options.allowSkipped,
    signal: interruption.signal,
    onProgress: createProgressLine({ renderCost, renderLeft }),
  }).catch((error: unknown) => {
    if (!(error instanceof CannotGoOnError)) throw error;
    throw new StopError(`${error.message}\n${error.advice}`, 2, { cause: error });
  });
}

async function annotationsOf(report: ContractReport, { renderAnnotations }: Contract): Promise<string> {
  const { createPlaceFinder } = await import('./contract/place-in-repository.ts');
  return renderAnnotations(report, {
    placeOf: createPlaceFinder(process.env.GITHUB_WORKSPACE ?? process.cwd()),
  });
}

/** A mock of the same document on a free port, with a key of every plan. */
async function startMock(document: string | undefined, options: ContractOptions): Promise<StartedTarget> {
  const { createMockServer } = await import('../../mock/server.ts');
  const mock = await createMockServer(await imitationOf(document, options));
  const openKeys = mock.keys().filter(({ state }) => state === undefined);
  const keysByPlan = new Map(openKeys.map(({ key, plan }) => [plan, key]));
  return { url: new URL(mock.apiUrl), keysByPlan, close: () => mock.close() };
}

/** A dry run that came to its end gave what it was asked for. */
function isDone({ isDryRun, stopped }: ContractReport): boolean {
  return isDryRun && stopped === undefined;
}

/** In a log a line every so often says that the run goes on, in milliseconds. */
const logEveryMs = 10_000;

/** One line that counts on a terminal; in a log prices and waits, which it must explain, and how far the run is. */
function createProgressLine(words: RenderProgress): (progress: ContractProgress) => void {
  const { stderr } = process;
  let planned = 0;
  let checked = 0;
  let isOwnMock = false;
  let toldAt = Date.now();
  return (progress) => {
    if (progress.kind === 'planned') {
      planned = progress.checks;
      isOwnMock = progress.cost.isOwnMock;
    }
    // Nobody pays for a mock of ours.
    const line = progress.kind === 'stage' && isOwnMock ? '' : lineFor(progress, words);
    if (line !== '') stderr.write(`${stderr.isTTY ? '\r\u001B[K' : ''}${line}\n`);
    if (progress.kind !== 'checked') return;
    checked += 1;
    const soFar = `${checked} of at most ${planned} checks`;
    if (stderr.isTTY) stderr.write(`\r${picocolors.dim(soFar)}`);
    else if (Date.now() - toldAt >= logEveryMs) {
      toldAt = Date.now();
      stderr.write(`${soFar}\n`);
    }
  };
}

/** What puts a progress into words. */
type RenderProgress = Pick<Contract, 'renderCost' | 'renderLeft'>;

function lineFor(progress: ContractProgress, { renderCost, renderLeft }: RenderProgress): string {
  if (progress.kind === 'checked') return '';
  if (progress.kind === 'waiting') return `Waiting ${progress.milliseconds} ms: ${progress.reason}`;
  if (progress.kind === 'stage') return renderStage(progress);
  const { cost } = progress;
  if (progress.kind === 'planned') return renderCost(cost);
  return cost.isOwnMock ? '' : renderLeft(cost.left);
}

/** What a stage asks and costs; nothing where it has nothing to ask. */
function renderStage({ title, checks, countedCalls }: Extract<ContractProgress, { kind: 'stage' }>): string {
  if (checks === 0) return '';
  const price = countedCalls === 0 ? 'no call is counted' : `at most ${countedCalls} counted calls`;
  return `${title}: up to ${checks} checks, ${price}`;
}
