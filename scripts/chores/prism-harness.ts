import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { reasonOfDifference } from './prism-harness/known-differences.ts';
import { type HarnessOutcome, playHarnessCase } from './prism-harness/play-harness-case.ts';
import { readHarnessCase } from './prism-harness/read-harness-case.ts';

const help = `Usage: npm run prism-harness -- DIR [--only TEXT]

Plays the cases of Prism's own test-harness (test-harness/specs of github.com/stoplightio/prism) against our mock: of each the
document, its line with curl, and the reply that it wants. Cases in which Prism is a proxy are left out.
--only: cases with this in their name. Exit code: 0 class A is right as a whole, 1 it is not, 2 could not run.`;

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
  const cases = files
    .toSorted()
    .filter((name) => name.includes(values.only))
    .map((name) => readHarnessCase(name, readFileSync(path.join(specs, name), 'utf8')))
    .filter(({ isProxy }) => !isProxy);
  let isRight = true;
  for (const group of [...new Set(cases.map(groupOf))].toSorted()) {
    const outcomes: HarnessOutcome[] = [];
    for (const one of cases.filter((other) => groupOf(other) === group))
      outcomes.push(await playHarnessCase(one));
    for (const { name, isStatusRight, isReplyRight, difference } of outcomes) {
      if (isReplyRight) continue;
      const reason = isStatusRight ? undefined : reasonOfDifference(name);
      console.log(`${isStatusRight ? 'status right' : 'differs'}  ${name}: ${difference}`);
      if (reason !== undefined) console.log(`    ${reason}`);
    }
    const statuses = outcomes.filter(({ isStatusRight }) => isStatusRight).length;
    const replies = outcomes.filter(({ isReplyRight }) => isReplyRight).length;
    console.log(
      `\n${group}: the status is right in ${statuses} of ${outcomes.length}, all of the reply in ${replies}\n`,
    );
    if (group.endsWith('class A') && statuses < outcomes.length) isRight = false;
  }
  return isRight ? 0 : 1;
}

function groupOf({ version, class: kind }: ReturnType<typeof readHarnessCase>): string {
  if (version === undefined) return 'Postman collections';
  return version.startsWith('3') ? `OpenAPI 3, class ${kind}` : `Swagger ${version}, class ${kind}`;
}
