import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageFile } from '../../openapi/model/package-root.ts';

/** One tool that makes HTML of a document: arguments of node, run in an empty folder, and the files that it must leave there. */
interface Contender {
  readonly name: string;
  commands(document: string): readonly (readonly string[])[];
  readonly output: string;
}

interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
  readonly outputKilobytes: number;
}

const peers = packageFile('dist/bench-peers');
const peerVersions = ['widdershins@4.0.1', 'shins@2.6.0', '@octokit/openapi@latest'];
const peer = (name: string): string => path.join(peers, 'node_modules', name);

/** What widdershins and shins need is theirs alone: installed once, apart from this package. */
function installPeers(): void {
  if (existsSync(peer('shins')) && existsSync(peer('@octokit/openapi'))) return;
  mkdirSync(peers, { recursive: true });
  writeFileSync(path.join(peers, 'package.json'), '{"private": true}\n');
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', ...peerVersions], {
    cwd: peers,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`The tools to compare with could not be installed in ${peers}.`);
}

const contenders: readonly Contender[] = [
  {
    name: 'api-kit docs --one-page --no-downloads',
    commands: (document) => [
      [
        packageFile('dist/scripts/api-kit.js'),
        'docs',
        document,
        '--one-page',
        '--no-downloads',
        '--out',
        'site',
      ],
    ],
    output: 'site/index.html',
  },
  {
    name: 'api-kit docs (all pages and files)',
    commands: (document) => [[packageFile('dist/scripts/api-kit.js'), 'docs', document, '--out', 'site']],
    output: 'site/index.html',
  },
  {
    name: 'Redocly build-docs (overview only)',
    commands: (document) => [
      [packageFile('node_modules/@redocly/cli/bin/cli.js'), 'build-docs', document, '-o', 'out.html'],
    ],
    output: 'out.html',
  },
  {
    name: 'widdershins + shins',
    commands: (document) => [
      [peer('widdershins/widdershins.js'), document, '-o', 'out.md'],
      [peer('shins/shins.js'), 'out.md', '-o', 'out.html'],
    ],
    output: 'out.html',
  },
];

function measure(contender: Contender, document: string): Measured | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-docs-'));
  try {
    return measureIn(folder, contender, document);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a command and adds up time, CPU and the highest memory, as the process itself reports them at its end. */
function measureIn(folder: string, contender: Contender, document: string): Measured | undefined {
  const recorder = path.join(folder, 'record-usage.mjs');
  writeFileSync(
    recorder,
    `import { appendFileSync } from 'node:fs';
process.on('exit', () => appendFileSync(${JSON.stringify(path.join(folder, 'usage'))}, JSON.stringify(process.resourceUsage()) + '\\n'));\n`,
  );
  let seconds = 0;
  for (const args of contender.commands(document)) {
    const started = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--max-old-space-size=6000', '--import', recorder, ...args],
      {
        cwd: folder,
        env: { ...process.env, REDOCLY_TELEMETRY: 'off' },
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      },
    );
    seconds += (performance.now() - started) / 1000;
    if (status !== 0) {
      console.error(`${contender.name}: ${stderr.trim().split('\n').at(-1)}`);
      return undefined;
    }
  }
  const usages = readFileSync(path.join(folder, 'usage'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as NodeJS.ResourceUsage);
  const cpu = usages.reduce((sum, usage) => sum + usage.userCPUTime + usage.systemCPUTime, 0);
  return {
    seconds,
    cpuSeconds: cpu / 1e6,
    megabytes: Math.max(...usages.map((usage) => usage.maxRSS)) / 1024,
    outputKilobytes: statSync(path.join(folder, contender.output)).size / 1024,
  };
}

/** Median of three by time. */
function median(runs: readonly Measured[]): Measured | undefined {
  return [...runs].sort((left, right) => left.seconds - right.seconds)[Math.floor(runs.length / 2)];
}

/**
 * Time and memory of HTML from a small and a big document, beside Redocly and widdershins + shins in the same run. Run
 * `npm run build` first: measured is what is published, not the sources.
 */
export async function benchDocs(): Promise<void> {
  if (!existsSync(packageFile('dist/scripts/api-kit.js')))
    throw new Error('Run "npm run build" first: dist/ is missing.');
  installPeers();
  const documents = {
    small: packageFile('openapi/generated/openapi.json'),
    big: path.join(peer('@octokit/openapi'), 'generated/api.github.com.json'),
  };
  for (const [name, document] of Object.entries(documents)) {
    console.log(
      `\n${name}: ${path.basename(document)} (${Math.round(statSync(document).size / 1024)} KB), median of ${name === 'small' ? 5 : 3}`,
    );
    console.log('| tool | seconds | CPU seconds | memory MB | HTML KB |\n| --- | --- | --- | --- | --- |');
    for (const contender of contenders) {
      const runs = Array.from({ length: name === 'small' ? 5 : 3 }, () =>
        measure(contender, document),
      ).filter((run) => run !== undefined);
      const middle = median(runs);
      const cells =
        middle === undefined
          ? ['failed', '', '', '']
          : [
              middle.seconds.toFixed(2),
              middle.cpuSeconds.toFixed(2),
              middle.megabytes.toFixed(0),
              middle.outputKilobytes.toFixed(0),
            ];
      console.log(`| ${contender.name} | ${cells.join(' | ')} |`);
    }
  }
}
