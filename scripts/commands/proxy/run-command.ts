import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { StopError } from '../stop-error.ts';

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a command with our own input and output until it ends, and gives its exit code; as a shell does, 128 and the signal's
 * number where one ended it. Signals are handed on; a Ctrl-C at a terminal has reached the command already.
 */
export function runCommand(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const [name = '', ...others] = words;
  const child = spawn(name, others, { stdio: 'inherit', env: { ...process.env, ...environment } });
  const handOn = (signal: NodeJS.Signals) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of forwarded) process.on(signal, handOn);
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => {
      reject(new StopError(`The command can't be started: ${cause.message}`, 2, { cause }));
    });
    child.on('exit', (code, signal) => {
      for (const one of forwarded) process.off(one, handOn);
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM']);
    });
  });
}
