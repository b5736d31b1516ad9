import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesUnder } from '../../docs-src/engine/source/files-under.ts';
import { packageFile } from '../../openapi/model/package-root.ts';

/**
 * The contract product lies in test/, where it is a suite of tests of its own; in a package it is dist/contract. Takes the
 * types that the compiler has written this time, so that it may compile only what has changed.
 */
const compiled = packageFile('dist/test/contract');
for (const name of existsSync(compiled) ? filesUnder(compiled) : []) {
  const target = packageFile(path.join('dist/contract', name));
  mkdirSync(path.dirname(target), { recursive: true });
  renameSync(path.join(compiled, name), target);
  // One folder less on the way up to what is beside it.
  rewrite(target, /((?:from|import)\s*\(?\s*['"](?:\.\.\/)*)\.\.\/(openapi\/)/g, '$1$2');
}
// Types of the command line name what it is configured with.
for (const name of filesUnder(packageFile('dist/scripts')).filter((one) => one.endsWith('.d.ts')))
  rewrite(packageFile(path.join('dist/scripts', name)), /((?:\.\.\/)+)test\/(contract\/)/g, '$1$2');
rmSync(packageFile('dist/test'), { recursive: true, force: true });

function rewrite(file: string, pattern: RegExp, replacement: string): void {
  const text = readFileSync(file, 'utf8');
  const rewritten = text.replace(pattern, replacement);
  if (rewritten !== text) writeFileSync(file, rewritten);
}
