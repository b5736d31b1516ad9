import { loadavg } from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { packageFile, packageRoot } from '../../openapi/model/package-root.ts';
import { cpuMicroseconds, residentMegabytes, startOnPort, untilItAnswers } from './bench/measured-process.ts';

/**
 * `npm run bench -- mock`: CPU time a request of the mock, of what it answers and of what it refuses, as a multiple of bare
 * node:http, beside bare Express and Prism: in one run, in turn, each in a process of its own, at the same pace. CPU time is
 * what to compare, because the client and others share the machine; a figure is the median of the rounds.
 */
export async function benchMock(): Promise<void> {
  const measured: Compared[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const ofRound: Measured[] = [];
    for (const server of servers) ofRound.push(...(await measure(server)));
    const bare = ofRound.find(({ row }) => row === yardstick)?.cpuMicroseconds ?? Number.NaN;
    measured.push(...ofRound.map((one) => ({ ...one, timesBare: one.cpuMicroseconds / bare })));
    console.error(`  round ${round}/${rounds}, load ${loadavg()[0]?.toFixed(1)}`);
  }
  printTable(measured);
}

interface Asked {
  readonly target: string;
  /** Default: one whose plan no pace of this benchmark exhausts. */
  readonly key?: string;
  readonly status?: number;
}

interface Server {
  readonly name: string;
  /** Of node; PORT stands for the port. */
  readonly args: readonly string[];
  /** What it is asked for, by the name of the row; the first is answered with 200. */
  readonly requests: Readonly<Record<string, Asked>>;
}

interface Measured {
  readonly row: string;
  readonly perSecond: number;
  readonly cpuMicroseconds: number;
  readonly memoryMegabytes: number;
}

interface Compared extends Measured {
  /** As a multiple of bare node:http in the same round: the machine may be busier in the next. */
  readonly timesBare: number;
}

const rounds = 3;
const seconds = 4;
/** Until the code that runs is compiled. */
const warmUpSeconds = 3;
/** Below the 5,000 calls a second of the plan with the most. */
const requestsPerSecond = 4_000;
const yardstick = 'node:http  GET /type';
const basePath = '/learningobject/v2';
const parameters = 'keywords=python&lang=en&type=mooc&bloom=understand&model=strict';
const search = `${basePath}/search?${parameters}&max=10`;
const prism = path.join(packageRoot, 'node_modules/@stoplight/prism-cli/dist/index.js');
const types = JSON.stringify([{ type: 'video', description: 'Educational videos.' }]);
const nodeHttp = `require('node:http').createServer((request, response) => response.writeHead(200, {'content-type': 'application/json'}).end(${JSON.stringify(types)})).listen(PORT, '127.0.0.1')`;
const express = `require('express')().get('/type', (request, response) => response.json(${types})).listen(PORT, '127.0.0.1')`;
const type = { 'GET /type': { target: '/type' } };

const servers: readonly Server[] = [
  { name: 'node:http', args: ['-e', nodeHttp], requests: type },
  { name: 'Express', args: ['-e', express], requests: type },
  {
    name: 'this mock',
    args: ['dist/scripts/api-kit.js', 'mock', '--port', 'PORT', '--log', 'silent'],
    requests: {
      'GET /type': { target: `${basePath}/type` },
      'GET /search': { target: search },
      '401 unknown key': { target: search, key: 'nobody', status: 401 },
      '403 not in the plan': {
        target: `${basePath}/searchrome?rome=H2605&lang=en`,
        key: 'mock-free-key',
        status: 403,
      },
      '429 quota spent': { target: search, key: 'mock-quota-spent-key', status: 429 },
      '400 max too large': { target: `${basePath}/search?${parameters}&max=99999`, status: 400 },
      '404 unknown path': { target: `${basePath}/serach?${parameters}`, status: 404 },
    },
  },
  {
    name: 'Prism',
    args: [
      prism,
      'mock',
      '--port',
      'PORT',
      '--verboseLevel',
      'silent',
      packageFile('openapi/generated/openapi.json'),
    ],
    requests: { ...type, 'GET /search': { target: `/search?${parameters}&max=10` } },
  },
];

async function measure({ name, args, requests }: Server): Promise<readonly Measured[]> {
  const { child, url: origin } = await startOnPort(args, packageRoot);
  try {
    const measured: Measured[] = [];
    await untilItAnswers(origin + (Object.values(requests)[0]?.target ?? '/'));
    for (const [what, asked] of Object.entries(requests)) {
      await load(origin, asked, warmUpSeconds);
      const before = cpuMicroseconds(child);
      const { requests: made, statusCodeStats } = await load(origin, asked, seconds);
      const used = cpuMicroseconds(child) - before;
      const { status = 200 } = asked;
      const statuses = Object.keys(statusCodeStats ?? {}).join(', ');
      if (statuses !== String(status))
        throw new Error(`${name} answered ${origin}${asked.target} with ${statuses}, not ${status}.`);
      measured.push({
        row: `${name}  ${what}`,
        perSecond: made.average,
        cpuMicroseconds: used / made.total,
        memoryMegabytes: residentMegabytes(child),
      });
    }
    return measured;
  } finally {
    child.kill();
  }
}

function load(origin: string, { target, key = 'mock-custom-key' }: Asked, duration: number) {
  return autocannon({
    url: origin + target,
    duration,
    connections: 20,
    headers: { 'x-api-key': key },
    overallRate: requestsPerSecond,
  });
}

function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function printTable(measured: readonly Compared[]): void {
  const rows = [...new Set(measured.map(({ row }) => row))];
  const median = (row: string, figure: Exclude<keyof Compared, 'row'>) =>
    medianOf(measured.filter((one) => one.row === row).map((one) => one[figure]));
  console.log(
    `\nNode ${process.versions.node}, at most ${requestsPerSecond} requests a second, medians of ${rounds} rounds of ${seconds} s`,
  );
  console.table(
    Object.fromEntries(
      rows.map((row) => [
        row,
        {
          'CPU µs/request': Math.round(median(row, 'cpuMicroseconds')),
          'times node:http': median(row, 'timesBare').toFixed(1),
          'req/s': Math.round(median(row, 'perSecond')),
          'memory MB': Math.round(median(row, 'memoryMegabytes')),
        },
      ]),
    ),
  );
}
