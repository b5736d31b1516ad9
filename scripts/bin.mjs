#!/usr/bin/env node
/**
 * The published command: runs what the build made of api-kit.ts. Plain JavaScript, because it must also run where nothing
 * was built: npm skips the `prepare` script of a git dependency that may not run scripts, and says so in a warning at most.
 */
import { existsSync } from 'node:fs';
import module from 'node:module';

// Keeps compiled code for the next run, where Node can (from 22.1 on).
module.enableCompileCache?.();

const builtCommandLine = new URL('../dist/scripts/api-kit.js', import.meta.url);
if (existsSync(builtCommandLine)) {
  await import(builtCommandLine.href);
} else {
  process.stderr.write(
    'inokufu-api-kit was installed without being built, because npm did not run its "prepare" script: install it again ' +
      'with "npm install --ignore-scripts=false" and the same address, or install the tarball that "npm pack" makes in a clone.\n',
  );
  process.exitCode = 2;
}
