import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildSite } from '../../docs-src/build-site.ts';
import { askQuestions, type Checked, QuestionError } from './search-check/check-questions.ts';
import { readQuestions } from './search-check/read-questions.ts';

const help = `Usage: npm run search-check -- FILE [--document FILE]

Asks the search of our documentation site, or of another document's, the questions of FILE, a list in YAML or JSON:

  - question: too many requests
    target: '#error-429'                   # an address on the site; index.html may be left out
  - question: learning time
    target: ['#search-parameter-learningTimeMin', operations/search.html#search-parameter-learningTimeMax]

A hit is right if it leads to a target, or to a part of it: where the target is a heading, to anything in its section; where
it is an operation, to anything of that operation. Of several targets any one is right.`;

let checked: Checked[];
try {
  const options = { document: { type: 'string' }, help: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [file] = positionals;
  if (values.help === true || file === undefined) {
    console.log(help);
    process.exit(values.help === true ? 0 : 2);
  }
  const questions = readQuestions(readFileSync(file, 'utf8'));
  checked = askQuestions(
    await buildSite(values.document === undefined ? {} : { document: values.document }),
    questions,
  );
} catch (error) {
  if (!(error instanceof QuestionError) && !(error instanceof Error && 'code' in error)) throw error;
  console.error(error.message);
  process.exit(2);
}

for (const { at, question, targets, found, isNearest } of checked) {
  if (at === 0) continue;
  const where = at < 0 ? 'missed' : `place ${at + 1}`;
  console.log(`${where.padEnd(9)} ${question}`);
  console.log(`          wanted ${targets.join(' or ')}`);
  for (const { href, title } of found.slice(0, at < 0 ? 3 : at))
    console.log(`          ${isNearest ? 'nearest' : 'came  '} ${href} (${title})`);
}
const share = (count: number) =>
  `${count} of ${checked.length} (${Math.round((100 * count) / checked.length)} %)`;
console.log(`hit@1: ${share(checked.filter(({ at }) => at === 0).length)}`);
console.log(`hit@3: ${share(checked.filter(({ at }) => at >= 0 && at < 3).length)}`);
console.log(`empty lists: ${checked.filter(({ found }) => found.length === 0).length}`);
console.log(`nothing exact, nearest shown: ${checked.filter(({ isNearest }) => isNearest).length}`);
