import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { packageFile } from '../../openapi/model/package-root.ts';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built command line, as users run it. `npm test` builds it first. */
export function startApiKit(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  cwd = process.cwd(),
): RunningCommand {
  return watch(
    spawn(process.execPath, [packageFile('dist/scripts/api-kit.js'), ...args], {
      env: { ...process.env, NO_COLOR: '1', ...env },
      cwd,
    }),
  );
}

export function runApiKit(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  cwd = process.cwd(),
): Promise<Ended> {
  return startApiKit(args, env, cwd).ended;
}

export interface RunningCommand {
  readonly ended: Promise<Ended>;
  /** The first match in what it prints to stdout; rejects if it ends before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** The same for stderr. */
  complained(pattern: RegExp): Promise<RegExpExecArray>;
  kill(signal: NodeJS.Signals): void;
  /** Nobody reads what it prints any more, as in `api-kit mock | head -1`. */
  stopReading(): void;
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
  const appearsIn = (stream: Readable, read: () => string, pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(read());
        if (found === null) return;
        stream.off('data', look);
        resolve(found);
      };
      stream.on('data', look);
      ended.then((end) =>
        reject(new Error(`It ended with ${end.code} and never said ${pattern}.\n${end.stdout}${end.stderr}`)),
      );
      look();
    });
  return {
    ended,
    printed: (pattern) => appearsIn(child.stdout, () => stdout, pattern),
    complained: (pattern) => appearsIn(child.stderr, () => stderr, pattern),
    kill: (signal) => child.kill(signal),
    stopReading() {
      child.stdout.destroy();
      child.stderr.destroy();
    },
  };
}
