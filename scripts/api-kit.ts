import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { packageFile } from '../openapi/model/package-root.ts';
import { contractCommand } from './commands/contract.ts';
import { diffCommand } from './commands/diff.ts';
import { docsCommand } from './commands/docs.ts';
import { draftCommand } from './commands/draft.ts';
import { initCommand } from './commands/init.ts';
import { judgeCommand } from './commands/judge.ts';
import { mockCommand } from './commands/mock.ts';
import { proxyCommand } from './commands/proxy.ts';
import { StopError, tellsTheReader } from './commands/stop-error.ts';
import { typesCommand } from './commands/types.ts';

/** The published command line. A command is one file and one line here. */
const commands = [
  mockCommand,
  docsCommand,
  contractCommand,
  judgeCommand,
  proxyCommand,
  diffCommand,
  typesCommand,
  draftCommand,
  initCommand,
] as const;

const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string };
const program = new Command('api-kit')
  .description('Mock server, documentation site and contract checks from one OpenAPI document.')
  .version(version)
  .showHelpAfterError('Run api-kit --help for the commands, api-kit COMMAND --help for one.')
  .configureHelp({ showGlobalOptions: true })
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
for (const command of commands) program.addCommand(command().copyInheritedSettings(program));

// Who reads our output may leave (`api-kit mock | head -1`), or the disk that takes it be full: we go on without it.
for (const output of [process.stdout, process.stderr]) output.on('error', () => {});

try {
  await program.parseAsync();
} catch (error) {
  if (!tellsTheReader(error)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof StopError ? error.exitCode : 2;
}
