import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import picocolors from 'picocolors';
import { packageFile, packageRoot } from '../../openapi/model/package-root.ts';

/**
 * `npm test`: every check of this list, also after one has failed, and at the end one line a check. `--slow` runs the
 * slow tests instead. In CI a skipped test is a failure: there nothing may be missing.
 */
interface Check {
  readonly name: string;
  readonly args: readonly string[];
}

interface Outcome {
  readonly name: string;
  readonly hasPassed: boolean;
  readonly seconds: number;
}

const tool = (name: string): string => packageFile(path.join('node_modules', name));
const tsx = tool('tsx/dist/cli.mjs');
const testReport = packageFile('dist/test-report.json');

const vitest = (...projects: readonly string[]): Check => ({
  name: `tests (${projects.join(', ')})`,
  args: [
    tool('vitest/vitest.mjs'),
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${testReport}`,
  ],
});

/** They use a core each: as many at a time as there are cores. */
const sideBySide: readonly Check[] = [
  { name: 'types', args: [tool('typescript/bin/tsc'), '-p', '.'] },
  { name: 'lint', args: [tool('@biomejs/biome/bin/biome'), 'ci', '.'] },
  { name: 'types of the client scripts', args: [tool('typescript/bin/tsc'), '-p', 'docs-src/theme/client'] },
  { name: 'unused files, exports and dependencies', args: [tool('knip/bin/knip.js')] },
  { name: 'drift of openapi/generated', args: [tsx, 'scripts/chores/generate.ts', '--check'] },
  { name: 'drift of the fixtures', args: [tsx, 'scripts/chores/fixtures.ts', '--check'] },
  { name: 'what the released document promised', args: [tsx, 'scripts/chores/released.ts'] },
  { name: 'package', args: [tool('publint/src/cli.js'), '--strict'] },
];
const oneByOne: readonly Check[] = [
  vitest('fast', 'browser'),
  {
    name: 'contract, against the mock',
    args: ['dist/scripts/api-kit.js', 'contract', '--no-config', '--second-opinion'],
  },
];
const slowChecks: readonly Check[] = [vitest('slow')];

const isSlow = process.argv.includes('--slow');
mkdirSync(path.dirname(testReport), { recursive: true });
rmSync(testReport, { force: true });

const outcomes: Outcome[] = [];
if (!isSlow) {
  const waiting = [...sideBySide];
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift())
      outcomes.push(await run(check, 'pipe'));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}
for (const check of isSlow ? slowChecks : oneByOne) outcomes.push(await run(check, 'inherit'));

console.log('');
for (const { name, hasPassed, seconds } of outcomes) {
  console.log(
    `${hasPassed ? picocolors.green('passed') : picocolors.red('failed')} ${name} (${seconds.toFixed(1)} s)`,
  );
}
const counts = readCounts();
console.log(`tests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
if (counts.skipped > 0)
  console.log('Skipped tests say above what they need; .ci/run shows how to install it on Debian.');

const isSkippedInCi = process.env.CI !== undefined && counts.skipped > 0;
if (isSkippedInCi) console.log('In CI no test may be skipped.');
process.exit(outcomes.every(({ hasPassed }) => hasPassed) && !isSkippedInCi ? 0 : 1);

/** Runs a check; what it says stands under its name, with `pipe` when it has ended. */
function run({ name, args }: Check, output: 'pipe' | 'inherit'): Promise<Outcome> {
  const title = picocolors.bold(`\n▸ ${name}`);
  if (output === 'inherit') console.log(title);
  const started = Date.now();
  const child = spawn(process.execPath, args, { cwd: packageRoot, stdio: ['inherit', output, output] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => said.push(part));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (output === 'pipe') console.log(`${title}\n${Buffer.concat(said)}`);
      resolve({ name, hasPassed: code === 0, seconds: (Date.now() - started) / 1000 });
    });
  });
}

function readCounts(): { passed: number; failed: number; skipped: number } {
  if (!existsSync(testReport)) return { passed: 0, failed: 0, skipped: 0 };
  const report = JSON.parse(readFileSync(testReport, 'utf8')) as VitestReport;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** What we read of the JSON that Vitest's reporter writes. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}
