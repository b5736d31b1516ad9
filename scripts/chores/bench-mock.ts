import path from 'node:path';
import autocannon from 'autocannon';
import { packageFile, packageRoot } from '../../openapi/model/package-root.ts';
import { cpuMicroseconds, residentMegabytes, startOnPort, untilItAnswers } from './bench/measured-process.ts';

/**
 * `npm run bench -- mock`: requests a second and CPU time a request of the mock beside bare node:http, bare Express and
 * Prism, in one run, in turn, each in a process of its own. CPU time is what to compare: the client shares the machine.
 */
export async function benchMock(): Promise<void> {
  const peers: readonly Peer[] = [
    { name: 'node:http', args: ['-e', nodeHttp], paths: { '/type': '/type' } },
    { name: 'express', args: ['-e', express], paths: { '/type': '/type' } },
    {
      name: 'this mock',
      args: ['dist/scripts/api-kit.js', 'mock', '--port', 'PORT', '--log', 'silent'],
      paths: { '/type': `${basePath}/type`, '/search': `${basePath}/search?${search}` },
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
      paths: { '/type': '/type', '/search': `/search?${search}` },
    },
  ];
  const rows = new Map<string, Row[]>();
  for (let round = 1; round <= rounds; round += 1) {
    for (const peer of peers) {
      for (const row of await measure(peer)) {
        console.error(
          `  round ${round}/${rounds}  ${row.name}  GET ${row.path}  ${Math.round(row.perSecond)} req/s`,
        );
        rows.set(row.path, [...(rows.get(row.path) ?? []), row]);
      }
    }
  }
  for (const [requestPath, measured] of rows) printTable(requestPath, measured);
}

interface Peer {
  readonly name: string;
  /** Of node; PORT stands for the port. */
  readonly args: readonly string[];
  /** What it is asked for, by the name of the row. */
  readonly paths: Readonly<Record<string, string>>;
}

interface Row {
  readonly name: string;
  readonly path: string;
  readonly perSecond: number;
  readonly cpuMicroseconds: number;
  readonly memoryMegabytes: number;
  readonly startMs: number;
}

const rounds = 2;
const seconds = 5;
const basePath = '/learningobject/v2';
const search = 'keywords=python&lang=en&type=mooc&bloom=understand&model=strict&max=10';
const prism = path.join(packageRoot, 'node_modules/@stoplight/prism-cli/dist/index.js');
const types = JSON.stringify([{ type: 'video', description: 'Educational videos.' }]);
const nodeHttp = `require('node:http').createServer((request, response) => response.writeHead(200, {'content-type': 'application/json'}).end(${JSON.stringify(types)})).listen(PORT, '127.0.0.1')`;
const express = `require('express')().get('/type', (request, response) => response.json(${types})).listen(PORT, '127.0.0.1')`;

async function measure(peer: Peer): Promise<readonly Row[]> {
  const started = performance.now();
  const { child, url: origin } = await startOnPort(peer.args, packageRoot);
  try {
    const rows: Row[] = [];
    const [firstPath = '/'] = Object.values(peer.paths);
    await untilItAnswers(origin + firstPath);
    const startMs = performance.now() - started;
    for (const [name, target] of Object.entries(peer.paths)) {
      const url = origin + target;
      await load(url, 1);
      const before = cpuMicroseconds(child);
      const { requests, non2xx } = await load(url, seconds);
      const used = cpuMicroseconds(child) - before;
      if (non2xx > 0)
        throw new Error(`${peer.name} refused ${non2xx} of ${requests.total} requests to ${url}.`);
      rows.push({
        name: peer.name,
        path: name,
        perSecond: requests.average,
        cpuMicroseconds: used / requests.total,
        memoryMegabytes: residentMegabytes(child),
        startMs,
      });
    }
    return rows;
  } finally {
    child.kill();
  }
}

/** A search costs a call of the plan with the most: paced so that its limit of 5,000 a second is never met. */
function load(url: string, duration: number): Promise<autocannon.Result> {
  const isSearch = url.includes('/search');
  return autocannon({
    url,
    duration,
    connections: isSearch ? 10 : 50,
    headers: isSearch ? { 'x-api-key': 'mock-custom-key' } : {},
    ...(isSearch ? { overallRate: 1500 } : {}),
  });
}

function printTable(requestPath: string, measured: readonly Row[]): void {
  const names = [...new Set(measured.map(({ name }) => name))];
  const best = (name: string): Row =>
    measured
      .filter((row) => row.name === name)
      .reduce((a, b) => (a.cpuMicroseconds <= b.cpuMicroseconds ? a : b));
  const yardstick = best(names.includes('express') ? 'express' : (names.at(-1) ?? ''));
  console.log(
    `\nGET ${requestPath}, Node ${process.versions.node}, better of ${rounds} rounds of ${seconds} s`,
  );
  console.table(
    Object.fromEntries(
      names.map(best).map((row) => [
        row.name,
        {
          'req/s': Math.round(row.perSecond),
          'CPU µs/request': Math.round(row.cpuMicroseconds),
          [`times ${yardstick.name}, by CPU`]: (yardstick.cpuMicroseconds / row.cpuMicroseconds).toFixed(2),
          'memory MB': Math.round(row.memoryMegabytes),
          'start ms': Math.round(row.startMs),
        },
      ]),
    ),
  );
}
