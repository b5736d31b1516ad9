/** Ids of the searches that were answered: feedback names one. Async from day one: a shared store can come behind it. */
export interface AnsweredRequests {
  remember(requestId: string): Promise<void>;
  has(requestId: string): Promise<boolean>;
  clear(): Promise<void>;
}

/** A mock can run for weeks: the oldest give way. */
const rememberedRequests = 100_000;

export function createAnsweredRequests(): AnsweredRequests {
  const ids = new Set<string>();
  return {
    async remember(requestId) {
      ids.add(requestId);
      const [oldest] = ids;
      if (ids.size > rememberedRequests && oldest !== undefined) ids.delete(oldest);
    },
    has: async (requestId) => ids.has(requestId),
    clear: async () => ids.clear(),
  };
}
