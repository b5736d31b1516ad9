import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../../openapi/model/package-root.ts';
import { findDrift } from './generate/find-drift.ts';
import { BrokenDocumentError, makeGeneratedFiles } from './generate/make-generated-files.ts';

const command = 'npm run generate';
const usage = `Usage: ${command}            lint openapi/, write openapi/generated/
       ${command} -- --check  lint openapi/, say which files of openapi/generated/ are out of date, write nothing`;

async function generate(): Promise<void> {
  const files = await makeGeneratedFiles({ root: packageRoot, command, report });
  for (const [name, text] of files) {
    const file = path.join(packageRoot, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    report(`wrote ${name}`);
  }
}

async function check(): Promise<number> {
  const files = await makeGeneratedFiles({ root: packageRoot, command, report });
  const drifted = await findDrift(files, packageRoot);
  for (const name of drifted) console.error(`${name} does not fit the document any more.`);
  if (drifted.length > 0) {
    console.error(`Run \`${command}\` and commit what it writes.`);
    return 1;
  }
  report('openapi/generated fits the document');
  return 0;
}

function report(progress: string): void {
  console.log(progress);
}

async function main(parameters: readonly string[]): Promise<number> {
  const [first, ...others] = parameters;
  if (first === '--help') {
    console.log(usage);
    return 0;
  }
  if (others.length > 0 || (first !== undefined && first !== '--check')) {
    console.error(usage);
    return 2;
  }
  try {
    if (first === '--check') return await check();
    await generate();
    return 0;
  } catch (error) {
    if (!(error instanceof BrokenDocumentError)) throw error;
    console.error(error.message);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  return 2;
});
