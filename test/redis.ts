import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

const program = process.env.REDIS_SERVER_PATH ?? 'redis-server';

function isThere(): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Whether tests with Redis can run; false is a message on the console, and a failure where CI is set. */
export const hasRedis = isThere();

if (!hasRedis) {
  const message =
    'No redis-server found. Install it (Debian: apt-get install -y redis-server) or set REDIS_SERVER_PATH to its executable.';
  if (process.env.CI) throw new Error(message);
  process.stderr.write(`Tests with Redis are skipped. ${message}\n`);
}

/** A redis-server of our own, which can be away for a while. */
export interface TestRedis {
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  return address.port;
}

/** Starts one on a free port. `folder`: where it keeps what a restart must not lose. Stop it in `afterAll`. */
export async function startRedis({ folder }: { folder?: string } = {}): Promise<TestRedis> {
  const port = await freePort();
  const kept = folder === undefined ? ['--appendonly', 'no'] : ['--appendonly', 'yes', '--dir', folder];
  let running: ChildProcess | undefined;
  const redis: TestRedis = {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      const child = spawn(program, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', ...kept], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      running = child;
      for await (const line of createInterface(child.stdout)) {
        if (line.includes('Ready to accept connections')) {
          child.stdout.resume();
          return;
        }
      }
      throw new Error(`${program} did not start on port ${port}.`);
    },
    async stop() {
      if (running === undefined) return;
      const ended = once(running, 'exit');
      running.kill('SIGTERM');
      await ended;
      running = undefined;
    },
  };
  await redis.start();
  return redis;
}
