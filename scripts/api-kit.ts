#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { packageFile } from '../openapi/model/package-root.ts';
import { contractCommand } from './commands/contract.ts';
import { docsCommand } from './commands/docs.ts';
import { mockCommand } from './commands/mock.ts';
import { StopError } from './commands/stop-error.ts';

/** The published command line. A command is one file and one line here. */
const commands = [mockCommand, docsCommand, contractCommand] as const;

const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string };
const program = new Command('api-kit')
  .description('Mock server, documentation site and contract checks from one OpenAPI document.')
  .version(version)
  .showHelpAfterError('Run api-kit --help for the commands, api-kit COMMAND --help for one.')
  .configureHelp({ showGlobalOptions: true })
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
for (const command of commands) program.addCommand(command().copyInheritedSettings(program));

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof Error) || !tellsTheReader(error)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof StopError ? error.exitCode : 2;
}

/**
 * A fault of what was given, or what the system refused (a file that can't be written, a port that only root may take),
 * whose message says all; anything else is our bug, and keeps its stack.
 */
function tellsTheReader(error: Error): boolean {
  return (
    error instanceof StopError || ['DocumentError', 'SourceError'].includes(error.name) || 'syscall' in error
  );
}
