import { fork } from 'node:child_process';
import { documentParts, type PartResults, type TriedPart } from './document-parts.ts';

/** What a part may take: seconds on the clock, and megabytes of JavaScript's heap. */
export interface PartLimits {
  readonly seconds: number;
  readonly megabytes: number;
}

/** What a part came to in a process of its own. */
export type PartRun<Part extends TriedPart> =
  | { readonly state: 'done'; readonly result: PartResults[Part]; readonly cost: PartCost }
  /** The document can't be used, and one sentence says why. */
  | { readonly state: 'refused'; readonly because: string }
  | { readonly state: 'crashed'; readonly because: string };

interface PartCost {
  /** Of CPU, all threads together; the start of the process included. */
  readonly seconds: number;
  /** The most that the process held in memory. */
  readonly megabytes: number;
}

/** Errors that are a sentence for the user: anything else that is thrown is a crash. */
const refusals = ['DocumentError', 'CannotGoOnError'];

/** Runs a part in a process of its own, so that whatever it does harms nobody else; `signal` ends it. */
export function runPart<Part extends TriedPart>(
  part: Part,
  file: string,
  { limits, only = [], signal }: { limits: PartLimits; only?: readonly string[]; signal?: AbortSignal },
): Promise<PartRun<Part>> {
  const child = fork(import.meta.filename, [part, file, ...only], {
    execArgv: ['--import', import.meta.resolve('tsx'), `--max-old-space-size=${limits.megabytes}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  return new Promise((resolve) => {
    let complaint = '';
    let run: PartRun<Part> | undefined;
    let why: string | undefined;
    const kill = (because: string) => {
      why = because;
      child.kill('SIGKILL');
    };
    const patience = setTimeout(() => kill(`did not end within ${limits.seconds} s`), limits.seconds * 1_000);
    const stop = () => kill('was interrupted');
    signal?.addEventListener('abort', stop);
    child.stderr?.on('data', (bytes: Buffer) => {
      complaint = (complaint + bytes.toString()).slice(-4_000);
    });
    child.once('message', (message) => {
      run = message as PartRun<Part>; // sent by `servePart`
    });
    child.once('close', (code, killedBy) => {
      clearTimeout(patience);
      signal?.removeEventListener('abort', stop);
      const because = why ?? `ended with ${killedBy ?? code}: ${lastErrorOf(complaint)}`;
      resolve(run ?? { state: 'crashed', because });
    });
  });
}

/** The line that names the error, of a stack or of what Node prints when its memory is full. */
function lastErrorOf(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1) ?? 'no word').trim().slice(0, 200);
}

async function servePart(part: TriedPart, file: string, only: readonly string[]): Promise<void> {
  const run = await documentParts[part](file, only).then(
    (result) => {
      const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
      const cost = { seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 };
      return { state: 'done', result, cost };
    },
    (error: unknown) => {
      if (!(error instanceof Error && refusals.includes(error.constructor.name))) throw error;
      return { state: 'refused', because: error.message.split('\n').slice(0, 2).join(' ') };
    },
  );
  process.send?.(run, () => process.disconnect());
}

if (process.argv[1] === import.meta.filename && process.send !== undefined) {
  const [part, file = '', ...only] = process.argv.slice(2);
  await servePart(part as TriedPart, file, only); // `runPart` gave it
}
