import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { createVitest } from 'vitest/node';
import { packageFile, packageRoot } from '../../openapi/model/package-root.ts';
import { mutantsOf } from './mutants/mutants-of.ts';

/** A copy of what the tests read; what is installed and built is the package's own. */
function copyOfPackage(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'mutants-'));
  const linked = ['node_modules', 'dist'];
  for (const name of readdirSync(packageRoot)) {
    const from = path.join(packageRoot, name);
    if (linked.includes(name)) symlinkSync(from, path.join(copy, name));
    else if (name !== '.git') cpSync(from, path.join(copy, name), { recursive: true });
  }
  return copy;
}

/** The files that are broken: those of the folders, those that are named themselves. */
function filesOf(names: readonly string[]): string[] {
  return names.flatMap((name) =>
    statSync(packageFile(name)).isFile()
      ? [path.normalize(name)]
      : readdirSync(packageFile(name)).flatMap((file) =>
          /(?<!\.d)\.ts$/.test(file) ? [path.join(name, file)] : [],
        ),
  );
}

/**
 * `npm run mutants -- FOLDER`: breaks each file of a folder in one place at a time, and names the places where its test (the
 * mirrored file, else those of the mirrored folder) holds all the same. Works on a copy of the package. Exit code 0: none
 * survived, 1: some did, 2: could not run.
 */
async function findSurvivors(files: readonly string[], copy: string): Promise<number> {
  const vitest = await createVitest('test', {
    root: copy,
    watch: false,
    bail: 1,
    pool: 'threads',
    maxWorkers: 1,
    reporters: [{}],
    project: ['fast'],
  });
  let total = 0;
  let survivors = 0;
  for (const name of files) {
    const file = path.join(copy, name);
    const text = readFileSync(file, 'utf8');
    const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
    const mirror = path.join(copy, testOf(name));
    const tests = await vitest.globTestSpecifications([existsSync(mirror) ? mirror : path.dirname(mirror)]);
    const write = (content: string) => {
      writeFileSync(file, content);
      vitest.invalidateFile(file);
    };
    const isHeld = async () => {
      const { testModules, unhandledErrors } = await vitest.runTestSpecifications(tests);
      // The result tells of earlier runs too.
      const own = testModules.filter(({ moduleId }) => tests.some((spec) => spec.moduleId === moduleId));
      return unhandledErrors.length === 0 && own.every((module) => module.ok());
    };
    const mutants = mutantsOf(source);
    if (mutants.length > 0 && !(await isHeld())) throw new Error(`The tests of ${name} fail as it is.`);
    for (const { start, end, text: mutated } of mutants) {
      write(text.slice(0, start) + mutated + text.slice(end));
      total += 1;
      if (!(await isHeld())) continue;
      survivors += 1;
      const { line } = source.getLineAndCharacterOfPosition(start);
      console.log(`${name}:${line + 1}: ${firstLine(text.slice(start, end))} -> ${firstLine(mutated)}`);
    }
    write(text);
    console.log(`${name}: ${mutants.length} mutants`);
  }
  await vitest.close();
  console.log(`${total - survivors} of ${total} mutants were seen.`);
  return survivors === 0 ? 0 : 1;
}

/** The contract product lies among the tests, and has its own in a folder of it. */
function testOf(name: string): string {
  const test = name.startsWith('test/contract/')
    ? name.replace('test/contract/', 'test/contract/tests/')
    : path.join('test', name);
  return test.replace(/\.ts$/, '.test.ts');
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}

const names = process.argv.slice(2);
if (names.length === 0 || names.some((name) => !existsSync(packageFile(name)))) {
  console.error('Name a folder or a file of the package: npm run mutants -- docs-src/engine/views');
  process.exit(2);
}
const copy = copyOfPackage();
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(2));
try {
  process.exitCode = await findSurvivors(filesOf(names), copy);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
