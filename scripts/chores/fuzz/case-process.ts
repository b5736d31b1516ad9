import { type ChildProcess, fork } from 'node:child_process';
import { type FuzzCase, type FuzzFailure, failureOf } from './fuzz-case.ts';
import { runCase } from './run-case.ts';

/** Cases are played in a process of their own: one that ends or never answers is a failure as any other. */
export interface CaseProcess {
  run(given: FuzzCase): Promise<readonly FuzzFailure[]>;
  end(): void;
}

/** Longer than any patience inside a case, and than any case on a busy machine. */
const caseMs = 300_000;

/** Starts `file`, which must call `serveCases`, and starts it again whenever a case has ended it. */
export function createCaseProcess(file: string): CaseProcess {
  let child: ChildProcess | undefined;
  const end = () => {
    child?.kill('SIGKILL');
    child = undefined;
  };
  return {
    run(given) {
      child ??= fork(file, ['--serve'], { stdio: ['ignore', 'inherit', 'pipe', 'ipc'] });
      const running = child;
      return new Promise((resolve) => {
        let complaint = '';
        const settle = (failures: readonly FuzzFailure[]) => {
          clearTimeout(patience);
          running.removeAllListeners();
          running.stderr?.removeAllListeners();
          resolve(failures);
        };
        const fail = (message: string) => {
          end();
          settle([{ during: 'process', message, stack: [] }]);
        };
        const patience = setTimeout(() => fail(`It did not end within ${caseMs / 1_000} s.`), caseMs);
        running.stderr?.on('data', (bytes: Buffer) => {
          complaint = (complaint + bytes.toString()).slice(-2_000);
        });
        running.once('message', (failures) => settle(failures as readonly FuzzFailure[]));
        running.once('exit', (code, signal) => fail(`It ended with ${signal ?? code}: ${complaint}`));
        running.send(given);
      });
    },
    end,
  };
}

/** The other side: plays what it is sent, one at a time. An error that nobody caught would have ended a mock. */
export function serveCases(): void {
  let fail: ((error: unknown) => void) | undefined;
  process.on('uncaughtException', (error) => fail?.(error));
  process.on('message', async (given: FuzzCase) => {
    const over = new AbortController();
    const uncaught = new Promise<readonly FuzzFailure[]>((resolve) => {
      fail = (error) => resolve([failureOf('process ended by', error)]);
    });
    const failures = await Promise.race([runCase(given, over.signal), uncaught]);
    over.abort();
    process.send?.(failures);
  });
}
