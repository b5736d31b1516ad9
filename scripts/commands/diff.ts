import { Command } from 'commander';
import { ComparisonError, compareDocuments } from './diff/compare-documents.ts';
import { renderDiff } from './diff/render-diff.ts';
import { pathHere } from './path-here.ts';
import { StopError } from './stop-error.ts';

/** `api-kit diff`: whether a document breaks the clients of another. Exit code 0 no, 1 it does, 2 they can't be compared. */
export function diffCommand(): Command {
  return new Command('diff')
    .description('Says what a document changes for the clients of an older one, and what of it breaks them.')
    .argument('<old>', 'OpenAPI file, or its address')
    .argument('<new>', 'the same, later')
    .addHelpText('after', '\nExit code: 0 nothing breaks, 1 something does, 2 they could not be compared.')
    .action(runDiff);
}

async function runDiff(older: string, newer: string): Promise<void> {
  const diff = await compareDocuments(older, newer).catch((cause: unknown) => {
    throw reasonToStop(cause);
  });
  process.stdout.write(renderDiff(diff, pathHere));
  process.exitCode = diff.summary.major > 0 ? 1 : 0;
}

function reasonToStop(cause: unknown): unknown {
  if (cause instanceof ComparisonError) return new StopError(cause.message, 2, { cause });
  if (!(cause instanceof Error && 'code' in cause && cause.code === 'MODULE_NOT_FOUND')) return cause;
  const message = 'Documents are compared by a package that is not here: npm install --save-dev @redocly/cli';
  return new StopError(message, 2, { cause });
}
