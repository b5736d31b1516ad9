import type { Logger } from '../logger.ts';
import { createMemoryUsageState } from './memory-usage-state.ts';
import { createRedisConnection, type RedisConnection } from './redis-connection.ts';
import { createRedisUsageState } from './redis-usage-state.ts';
import { UsageAwayError, type UsageState } from './usage-state.ts';

export interface SharedUsageOptions {
  /** `redis://127.0.0.1:6379` */
  readonly url: string;
  /** While Redis is away calls are refused, or each mock counts alone. */
  readonly whenAway: 'refuse' | 'local';
  readonly logger: Logger;
}

/** Usage that mocks share, and the connection that it comes by. */
export interface SharedUsage extends Pick<RedisConnection, 'connect' | 'close'> {
  readonly state: UsageState;
}

/** Throws an OptionError where the package is missing that it takes. */
export async function createSharedUsage({ url, whenAway, logger }: SharedUsageOptions): Promise<SharedUsage> {
  const connection = await createRedisConnection(url, logger);
  const shared = createRedisUsageState(connection);
  const state = whenAway === 'local' ? withLocal(shared, createMemoryUsageState()) : shared;
  return { state, connect: connection.connect, close: connection.close };
}

/** The shared state; another while that is away. */
function withLocal(shared: UsageState, local: UsageState): UsageState {
  async function orLocal<Result>(
    verb: (state: UsageState) => Promise<Result>,
    ofLocal = (result: Result) => result,
  ): Promise<Result> {
    try {
      return await verb(shared);
    } catch (error) {
      if (!(error instanceof UsageAwayError)) throw error;
      return ofLocal(await verb(local));
    }
  }
  return {
    takeCall: (...call) =>
      orLocal(
        (state) => state.takeCall(...call),
        (outcome) => ({ ...outcome, isLocal: true }),
      ),
    usage: (...asked) => orLocal((state) => state.usage(...asked)),
    leaveCalls: (...left) => orLocal((state) => state.leaveCalls(...left)),
    async reset(key) {
      await local.reset(key);
      await orLocal((state) => state.reset(key));
    },
  };
}
