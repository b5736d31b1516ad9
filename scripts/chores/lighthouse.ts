import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSite } from '../../docs-src/build-site.ts';
import { packageFile } from '../../openapi/model/package-root.ts';

/*
 * `npm run lighthouse [-- RUNS]`: Lighthouse over the built site, phone and desktop, the median of five runs. It wants a newer Node than
 * this package, so both are installed once, apart from it, in dist/lighthouse. Ends with 1 if a category is below 100.
 */
const folder = packageFile('dist/lighthouse');
const lighthouse = path.join(folder, 'node_modules/lighthouse/cli/index.js');
const newerNode = path.join(folder, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
const runs = Number(process.argv[2] ?? 5);
const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const chromeFlags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
};

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<
    Record<string, { readonly score: number | null; readonly displayValue?: string }>
  >;
}

function install(): void {
  if (existsSync(lighthouse) && existsSync(newerNode)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"private": true}\n');
  const packages = ['lighthouse@13.5.0', `node-${process.platform}-${process.arch}@24`];
  const args = ['install', '--no-audit', '--no-fund', '--engine-strict=false', ...packages];
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Error(`Lighthouse could not be installed in ${folder}.`);
}

/** Compressed and at the root of a host, as any host of static sites has it. */
async function serve(): Promise<{ url: string; close(): void }> {
  const files = await buildSite();
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname).slice(1);
    const name = asked === '' || asked.endsWith('/') ? `${asked}index.html` : asked;
    const content = files.get(name);
    response.writeHead(content === undefined ? 404 : 200, {
      'Content-Type': types[path.extname(name)] ?? 'application/octet-stream',
      'Content-Encoding': 'gzip',
      'Cache-Control': 'max-age=600',
    });
    response.end(gzipSync(content ?? 'There is no such page.'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

function measure(url: string, device: 'mobile' | 'desktop'): Promise<Report> {
  const output = path.join(folder, `${device}.json`);
  const args = [lighthouse, url, '--quiet', '--output=json', `--output-path=${output}`];
  if (device === 'desktop') args.push('--preset=desktop');
  const child = spawn(newerNode, [...args, `--chrome-flags=${chromeFlags}`], {
    env: { ...process.env, CHROME_PATH: chromium },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve(JSON.parse(readFileSync(output, 'utf8')) as Report);
      else reject(new Error(`Lighthouse ended with ${code}.`));
    });
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

install();
const site = await serve();
let isBelow = false;
for (const device of ['mobile', 'desktop'] as const) {
  const reports: Report[] = [];
  for (let run = 0; run < runs; run += 1) reports.push(await measure(site.url, device));
  for (const category of Object.keys(reports[0]?.categories ?? {})) {
    const scores = reports.map((report) => Math.round((report.categories[category]?.score ?? 0) * 100));
    isBelow ||= median(scores) < 100;
    console.log(`${device.padEnd(8)} ${category.padEnd(18)} ${median(scores)}  (${scores.join(' ')})`);
  }
  for (const audit of ['first-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift']) {
    console.log(
      `${device.padEnd(8)} ${audit.padEnd(24)} ${reports.at(-1)?.audits[audit]?.displayValue ?? '-'}`,
    );
  }
}
site.close();
process.exitCode = isBelow ? 1 : 0;
