import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { packageFile } from '../../openapi/model/package-root.ts';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built command line, as users run it. `npm test` builds it first. */
export function startApiKit(args: readonly string[], env: NodeJS.ProcessEnv = {}): RunningCommand {
  return watch(
    spawn(process.execPath, [packageFile('dist/scripts/api-kit.js'), ...args], {
      env: { ...process.env, NO_COLOR: '1', ...env },
    }),
  );
}

export function runApiKit(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return startApiKit(args, env).ended;
}

export interface RunningCommand {
  readonly ended: Promise<Ended>;
  /** The first match in what it prints to stdout; rejects if it ends before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  kill(signal: NodeJS.Signals): void;
}

export function watch(child: ChildProcessWithoutNullStreams): RunningCommand {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  return {
    ended,
    printed(pattern) {
      return new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(stdout);
          if (found === null) return;
          child.stdout.off('data', look);
          resolve(found);
        };
        child.stdout.on('data', look);
        ended.then((end) =>
          reject(
            new Error(`It ended with ${end.code} and never printed ${pattern}.\n${end.stdout}${end.stderr}`),
          ),
        );
        look();
      });
    },
    kill: (signal) => child.kill(signal),
  };
}
