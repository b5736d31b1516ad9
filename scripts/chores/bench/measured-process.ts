import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** Ticks of /proc are 1/100 s. */
const microsecondsPerTick = 10_000;

/**
 * CPU time of a process and its children so far, in microseconds: user and system, of those that live and of those that
 * have ended: fields 14 to 17 of their stat (Linux; elsewhere NaN).
 */
export function cpuMicroseconds({ pid }: ChildProcess): number {
  return sumOf(familyOf(String(pid)).map((one) => ticksOf(one, 11) + ticksOf(one, 13))) * microsecondsPerTick;
}

/** CPU time in microseconds of `node` with these arguments from its start to its end; of several runs, because ticks are long. */
export function cpuOfRuns(args: readonly string[], runs: number): number {
  const before = ticksOf('self', 13);
  for (let run = 0; run < runs; run += 1) {
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  }
  return ((ticksOf('self', 13) - before) * microsecondsPerTick) / runs;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

/** What follows a process's name in its stat, from field 3 on; empty where there is none: it has ended. */
function statOf(pid: string): readonly string[] {
  const file = `/proc/${pid}/stat`;
  return existsSync(file) ? (readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? []) : [];
}

/** The sum of two neighbouring fields of a process's stat, counted from behind its name. */
function ticksOf(pid: string, field: number): number {
  const fields = statOf(pid);
  return Number(fields[field]) + Number(fields[field + 1]);
}

/** A process, its children, and theirs. */
function familyOf(pid: string): readonly string[] {
  const processes = existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  const parents = processes.map((one) => ({ one, parent: statOf(one)[1] }));
  const childrenOf = (parent: string): string[] =>
    parents.flatMap((known) => (known.parent === parent ? [known.one, ...childrenOf(known.one)] : []));
  return [pid, ...childrenOf(pid)];
}

/** Memory of a process and its children as of now, in MB (Linux; elsewhere NaN). */
export function residentMegabytes({ pid }: ChildProcess): number {
  return sumOf(familyOf(String(pid)).map(megabytesOf));
}

function megabytesOf(pid: string): number {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return Number.NaN;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1]) / 1024;
}

/** Starts `node` with these arguments, PORT standing for a free port, and says its address. */
export async function startOnPort(
  args: readonly string[],
  cwd: string,
): Promise<{ child: ChildProcess; url: string }> {
  const port = String(await freePort());
  const child = spawn(
    process.execPath,
    args.map((argument) => argument.replaceAll('PORT', port)),
    { cwd, stdio: 'ignore' },
  );
  return { child, url: `http://127.0.0.1:${port}` };
}

/** Asks until something answers with 200. Throws after half a minute. */
export async function untilItAnswers(url: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const answered = await fetch(url, { headers: { 'x-api-key': 'mock-custom-key' } }).catch(() => undefined);
    await answered?.arrayBuffer();
    if (answered?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`${url} did not answer with 200 within 30 s.`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}
