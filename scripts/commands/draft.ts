import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { pathHere } from './path-here.ts';
import { createCommand, type OptionsOf } from './settings/create-command.ts';
import { StopError } from './stop-error.ts';

/** `api-kit draft`: an OpenAPI document to start from, of what a Slate source says. */
export function draftCommand(): Command {
  return createCommand({
    name: 'draft',
    description: 'Writes an OpenAPI document to start from, of what the pages of a Slate source say.',
    operands: 'none',
    run: (_document, options) => runDraft(options),
  });
}

async function runDraft({ slate, out }: OptionsOf<'draft'>): Promise<void> {
  if (slate === undefined) throw new StopError('Say what to read: --slate DIRECTORY.', 2);
  const { draftSlate } = await import('../../docs-src/draft-slate.ts');
  const { yaml, unclear, summary } = draftSlate(slate);
  if (yaml === undefined) throw new StopError(`${pathHere(slate)}: ${summary}`, 1);
  for (const { file, line, message } of unclear) console.error(`${file}:${line}: ${message}`);
  if (out === undefined) process.stdout.write(yaml);
  else await writeNew(out, yaml);
  (out === undefined ? console.error : console.log)(summary);
  if (out !== undefined)
    console.log(`${pathHere(out)} is written. Next: "npx inokufu-api-kit mock ${pathHere(out)}".`);
}

/** What somebody has worked on is not written over. */
async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
    throw new StopError(`${pathHere(file)} is there already: give --out another name, or move it away.`, 2, {
      cause,
    });
  }
}
