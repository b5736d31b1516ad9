import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { listedInVain, reasonOfDifference } from './prism-harness/known-differences.ts';
import { type HarnessOutcome, playHarnessCase } from './prism-harness/play-harness-case.ts';
import { type HarnessCase, readHarnessCase } from './prism-harness/read-harness-case.ts';

const help = `Usage: npm run prism-harness -- DIR [--only TEXT]

Plays the cases of Prism's own test-harness (test-harness/specs of github.com/stoplightio/prism) against our mock: of each the
document, its line with curl, and the reply that it wants. Cases in which Prism is a proxy are left out, and Postman collections.
--only: cases with this in their name. Exit code: 0 all have the status, or differ for a reason of known-differences.ts; 1 some
don't, or a reason is no longer needed; 2 could not run.`;

const { values, positionals } = parseArgs({
  options: { only: { type: 'string', default: '' }, help: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [folder] = positionals;

if (values.help || folder === undefined || !existsSync(folder)) {
  console.log(folder === undefined || values.help ? help : `There is no folder ${folder}.`);
  process.exitCode = values.help ? 0 : 2;
} else process.exitCode = await playAll(folder);

async function playAll(specs: string): Promise<number> {
  const files = readdirSync(specs, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.txt$/.test(name),
  );
  const read = files
    .toSorted()
    .filter((name) => name.includes(values.only))
    .map((name) => readHarnessCase(name, readFileSync(path.join(specs, name), 'utf8')));
  const cases = read.filter(({ isProxy, version }) => !isProxy && version !== undefined);
  console.log(`${cases.length} of ${read.length} cases; not those of Postman collections and proxies.\n`);
  const outcomes: HarnessOutcome[] = [];
  for (const group of [...new Set(cases.map(groupOf))].toSorted()) {
    const played: HarnessOutcome[] = [];
    for (const one of cases.filter((other) => groupOf(other) === group))
      played.push(await playHarnessCase(one));
    printGroup(group, played);
    outcomes.push(...played);
  }
  const right = outcomes.filter(({ isStatusRight }) => isStatusRight).map(({ name }) => name);
  const inVain = listedInVain(right);
  for (const name of inVain) console.log(`no longer differs  ${name}: take it out of known-differences.ts`);
  const areExplained = outcomes.every(
    ({ name, isStatusRight }) => isStatusRight || reasonOfDifference(name) !== undefined,
  );
  return areExplained && inVain.length === 0 ? 0 : 1;
}

function printGroup(group: string, outcomes: readonly HarnessOutcome[]): void {
  for (const { name, isStatusRight, isReplyRight, difference } of outcomes) {
    if (isReplyRight) continue;
    console.log(`${isStatusRight ? 'status right' : 'differs'}  ${name}: ${difference}`);
    if (!isStatusRight) console.log(`    ${reasonOfDifference(name) ?? 'No reason is known for it.'}`);
  }
  const statuses = outcomes.filter(({ isStatusRight }) => isStatusRight).length;
  const replies = outcomes.filter(({ isReplyRight }) => isReplyRight).length;
  console.log(
    `\n${group}: the status is right in ${statuses} of ${outcomes.length}, all of the reply in ${replies}\n`,
  );
}

function groupOf({ version, class: kind }: HarnessCase): string {
  return version?.startsWith('3') ? `OpenAPI 3, class ${kind}` : `Swagger ${version}, class ${kind}`;
}
