import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '../logger.ts';
import { OptionError } from '../option-error.ts';
import { countScript, type FirstCall } from './redis-script.ts';
import { UsageAwayError } from './usage-state.ts';

/** What usage needs of Redis. It comes back by itself; until then both throw a UsageAwayError. */
export interface RedisConnection {
  /** Runs the script for a key of the mock. The reply: 1 where a call was taken, then parts and used of each pool. */
  count(key: string, call: FirstCall): Promise<readonly number[]>;
  /** Forgets what is counted for a key, or for all. */
  forget(key?: string): Promise<void>;
  /** Resolves when Redis is there, or has been found away. */
  connect(): Promise<void>;
  close(): void;
}

const prefix = 'api-kit:';
/** Redis that says nothing for so long is away; it is asked something at least so often. */
const silentMs = 5_000;
const askedEveryMs = 2_000;
const longestPauseMs = 1_000;
/** A call that was on its way when Redis left is said again until then: nobody knows whether it was counted. */
const sayAgainForMs = 5_000;
const sayAgainEveryMs = 50;

/** A key is a secret: it stands in no other store. */
function nameOf(key: string): string {
  return `${prefix}usage:${createHash('sha256').update(key).digest('hex')}`;
}

/** What was met at several addresses has no message of its own, and a code. */
function reasonOf(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException;
  return (message || code || 'it does not answer').replace(/\.$/, '');
}

async function loadPackage() {
  try {
    return await import('@redis/client');
  } catch (cause) {
    const message =
      'Usage is shared by a package that is not installed: npm install --save-dev @redis/client. Or leave out "redis".';
    throw new OptionError(message, { cause });
  }
}

/** Throws an OptionError where the package is missing. Where Redis is, is for `connect`. */
export async function createRedisConnection(url: string, logger: Logger): Promise<RedisConnection> {
  const { ClientOfflineError, createClient, defineScript, ErrorReply } = await loadPackage();
  const count = defineScript({
    SCRIPT: countScript,
    NUMBER_OF_KEYS: 2,
    parseCommand(parser, name: string, mark: string, call: string) {
      parser.pushKeys([name, mark]);
      parser.push(call);
    },
    transformReply: (reply: unknown) => (reply as unknown[]).map(Number), // what countScript returns
  });
  const client = createClient({
    url,
    scripts: { count },
    // What is not sent at once is refused: it is not kept for later.
    disableOfflineQueue: true,
    maintNotifications: 'disabled',
    pingInterval: askedEveryMs,
    socket: {
      connectTimeout: silentMs,
      socketTimeout: silentMs,
      reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, longestPauseMs),
    },
  });

  let away: unknown;
  client.on('error', (error: unknown) => {
    if (away === undefined) logger.warn({}, `Usage is not shared, since Redis is away: ${reasonOf(error)}`);
    away = error;
  });
  client.on('ready', () => {
    if (away !== undefined) logger.info({}, 'Redis is back, so that usage is shared again.');
    away = undefined;
  });

  /** For what Redis was not asked, or has refused to do. */
  const isUndone = (error: unknown) => error instanceof ClientOfflineError || error instanceof ErrorReply;

  function awayError(cause: unknown): UsageAwayError {
    const told = cause instanceof ClientOfflineError ? (away ?? cause) : cause;
    return new UsageAwayError(`Redis, which mocks share usage through, is away: ${reasonOf(told)}`, {
      cause,
    });
  }

  return {
    async count(key, call) {
      const say = (isAgain: boolean) => client.count(nameOf(key), mark, JSON.stringify({ ...call, isAgain }));
      const mark = `${prefix}call:${randomUUID()}`;
      let failed: unknown;
      try {
        return await say(false);
      } catch (error) {
        if (isUndone(error)) throw awayError(error);
        failed = error;
      }
      const endsAt = performance.now() + sayAgainForMs;
      while (client.isOpen && performance.now() < endsAt) {
        await wait(sayAgainEveryMs);
        try {
          return await say(true);
        } catch (error) {
          failed = error;
        }
      }
      throw awayError(failed);
    },
    async forget(key) {
      try {
        if (key !== undefined) await client.del(nameOf(key));
        else
          for await (const names of client.scanIterator({ MATCH: `${prefix}usage:*`, COUNT: 1_000 }))
            if (names.length > 0) await client.unlink(names);
      } catch (error) {
        throw awayError(error);
      }
    },
    connect: () =>
      new Promise((resolve) => {
        client.once('ready', resolve).once('error', () => resolve());
        // The first failure is an error, too, and it goes on trying.
        client.connect().catch(() => {});
      }),
    close: () => client.destroy(),
  };
}
