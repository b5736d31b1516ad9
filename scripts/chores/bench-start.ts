import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageFile, packageRoot } from '../../openapi/model/package-root.ts';
import { type InstallSize, sizeOfPackage, sizeOfThisPackage } from './bench/install-size.ts';
import {
  cpuMicroseconds,
  cpuOfRuns,
  residentMegabytes,
  startOnPort,
  untilItAnswers,
} from './bench/measured-process.ts';

/**
 * `npm run bench -- start`: what it costs until a mock answers, in a process of one's own and from the command line, and
 * what an install takes; beside Prism and json-server in the same run. CPU time is what to compare, and bare Node what to
 * take off: another machine, or a busy one, has other milliseconds and the same ratios.
 */
export async function benchStart(): Promise<void> {
  const server = packageFile('dist/scripts/index.js');
  if (!existsSync(server)) throw new Error('Run "npm run build" first: dist/ is missing.');
  const bare = cpuOfRuns(['-e', '0'], runsOfHelp) / 1000;
  console.log(`\nNode ${process.versions.node}, which alone takes ${bare.toFixed(0)} ms of CPU.\n`);
  printLaps(server);
  mkdirSync(apart, { recursive: true });
  writeFileSync(records, JSON.stringify({ type: [{ id: 1, type: 'video' }] }));
  const measured = [];
  for (const peer of peers) measured.push({ name: peer.name, figures: await figuresOf(peer) });
  printPeers(measured);
}

interface Peer {
  readonly name: string;
  /** The file that Node runs; where it is missing, the peer is left out and `missing` is said. */
  readonly command: string;
  /** Behind the command; PORT stands for the port. */
  readonly serve: readonly string[];
  /** The first is asked for until it is answered with 200, then all. */
  readonly paths: readonly string[];
  size(): InstallSize;
  /** How to get it. */
  readonly missing: string;
}

interface Figures {
  readonly helpMs: number;
  readonly firstCpuMs: number;
  readonly firstMs: number;
  readonly memory: number;
  readonly size: InstallSize;
}

const runsOfHelp = 10;
const runsOfStart = 5;
const basePath = '/learningobject/v2';
const search = 'search?keywords=python&lang=en&type=mooc&bloom=understand&model=strict&max=10';
const document = packageFile('openapi/generated/openapi.json');
/** Peers that are not among this package's tools. */
const apart = packageFile('dist/bench-peers');
const records = packageFile('dist/bench-peers/records.json');
const peers: readonly Peer[] = [
  {
    name: 'this kit',
    command: packageFile('scripts/bin.mjs'),
    serve: ['mock', '--port', 'PORT', '--log', 'silent'],
    paths: [`${basePath}/type`, `${basePath}/${search}`],
    size: sizeOfThisPackage,
    missing: 'npm run build',
  },
  {
    name: 'Prism',
    command: packageFile('node_modules/@stoplight/prism-cli/dist/index.js'),
    serve: ['mock', '--port', 'PORT', '--verboseLevel', 'silent', document],
    paths: ['/type', `/${search}`],
    size: () => sizeOfPackage(packageRoot, '@stoplight/prism-cli'),
    missing: 'npm install',
  },
  {
    name: 'json-server',
    command: path.join(apart, 'node_modules/json-server/lib/cli/bin.js'),
    serve: [records, '--port', 'PORT', '--quiet'],
    paths: ['/type'],
    size: () => sizeOfPackage(apart, 'json-server'),
    missing: 'npm install --prefix dist/bench-peers json-server@0.17.4',
  },
];

/** What a program of one's own sees, lap by lap; run from standard input in a process of its own, and printed as JSON. */
const program = (server: string): string => `
  const laps = [];
  let before = process.cpuUsage(), started = performance.now();
  const lap = (name) => {
    const { user, system } = process.cpuUsage(before);
    laps.push({ name, cpuMs: (user + system) / 1000, ms: performance.now() - started, memory: process.memoryUsage.rss() / 2 ** 20 });
    before = process.cpuUsage(), started = performance.now();
  };
  const ask = async (mock, lang) => {
    const url = mock.apiUrl + '/${search}'.replace('lang=en', 'lang=' + lang);
    const request = { method: 'GET', target: new URL(url).pathname + new URL(url).search, headers: { 'x-api-key': 'mock-custom-key' }, readBody: async () => undefined, signal: new AbortController().signal };
    const { status } = await mock.answer(request);
    if (status !== 200) throw new Error(url + ' was answered with ' + status);
  };
  const { createMockServer } = await import(${JSON.stringify(pathToFileURL(server).href)}); lap('import');
  const first = await createMockServer(); lap('first createMockServer');
  await ask(first, 'en'); lap('its first search');
  await ask(first, 'fr'); lap('the first one in the other language');
  const next = await createMockServer(); lap('next createMockServer');
  await ask(next, 'en'); lap('its first search ');
  await Promise.all([first.close(), next.close()]);
  console.log(JSON.stringify(laps));`;

interface Lap {
  readonly name: string;
  readonly cpuMs: number;
  readonly ms: number;
  readonly memory: number;
}

function printLaps(server: string): void {
  const runs = Array.from({ length: runsOfStart }, () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program(server)], {
      encoding: 'utf8',
    });
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout) as readonly Lap[];
  });
  console.log(`In a program, median of ${runsOfStart}:\n`);
  console.log('| | CPU ms | ms | memory MB |\n|---|---|---|---|');
  for (const [index, { name }] of (runs[0] ?? []).entries()) {
    const laps = runs.flatMap((run) => run[index] ?? []);
    const cells = (['cpuMs', 'ms', 'memory'] as const).map((of) =>
      median(laps.map((lap) => lap[of])).toFixed(0),
    );
    console.log(`| ${name.trim()} | ${cells.join(' | ')} |`);
  }
}

async function figuresOf({ name, command, serve, paths, size, missing }: Peer): Promise<Figures | undefined> {
  if (!existsSync(command)) {
    console.error(`  ${name} is not installed, and left out: "${missing}" gets it.`);
    return undefined;
  }
  console.error(`  ${name}`);
  const starts: Start[] = [];
  for (let run = 0; run < runsOfStart; run += 1) starts.push(await startOnce([command, ...serve], paths));
  const middle = (of: keyof Start) => median(starts.map((start) => start[of]));
  return {
    helpMs: cpuOfRuns([command, '--help'], runsOfHelp) / 1000,
    firstCpuMs: middle('cpuMs'),
    firstMs: middle('ms'),
    memory: middle('memory'),
    size: size(),
  };
}

interface Start {
  readonly ms: number;
  readonly cpuMs: number;
  readonly memory: number;
}

async function startOnce(args: readonly string[], paths: readonly string[]): Promise<Start> {
  const started = performance.now();
  const { child, url } = await startOnPort(args, packageRoot);
  try {
    const [firstPath = '/', ...others] = paths;
    await untilItAnswers(url + firstPath);
    const ms = performance.now() - started;
    const cpuMs = cpuMicroseconds(child) / 1000;
    for (const other of others) await untilItAnswers(url + other);
    return { ms, cpuMs, memory: residentMegabytes(child) };
  } finally {
    child.kill();
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function printPeers(
  measured: readonly { readonly name: string; readonly figures: Figures | undefined }[],
): void {
  const [own] = measured;
  const rows: readonly (readonly [string, (figures: Figures) => number | undefined])[] = [
    ['--help, CPU ms', ({ helpMs }) => helpMs],
    ['start to first 200, CPU ms', ({ firstCpuMs }) => firstCpuMs],
    ['start to first 200, ms', ({ firstMs }) => firstMs],
    ['memory after the first search, MB', ({ memory }) => memory],
    ['install, packages', ({ size }) => size.packages],
    ['install, MB', ({ size }) => size.megabytes],
    ['install, MB on disk', ({ size }) => size.megabytesOnDisk],
  ];
  console.log(`\nThe command line, median of ${runsOfStart}; in brackets, times this kit:\n`);
  console.log(
    `| | ${measured.map(({ name }) => name).join(' | ')} |\n|---|${'---|'.repeat(measured.length)}`,
  );
  for (const [name, of] of rows) {
    const yardstick = own?.figures && of(own.figures);
    const cells = measured.map(({ figures }) => {
      const value = figures && of(figures);
      if (value === undefined || yardstick === undefined) return '-';
      return figures === own?.figures
        ? value.toFixed(0)
        : `${value.toFixed(0)} (${(value / yardstick).toFixed(1)})`;
    });
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
}
