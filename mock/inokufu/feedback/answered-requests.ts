/** Ids of the searches that were answered: feedback names one. Async from day one: a shared store can come behind it. */
export interface AnsweredRequests {
  remember(requestId: string): Promise<void>;
  has(requestId: string): Promise<boolean>;
  clear(): Promise<void>;
}

/** A mock can run for weeks: so many are remembered at least, twice as many at most. */
const rememberedRequests = 50_000;

export function createAnsweredRequests(): AnsweredRequests {
  let ids = new Set<string>();
  let older = new Set<string>();
  return {
    async remember(requestId) {
      ids.add(requestId);
      // The oldest go together: finding the first of a set from which many were deleted takes long.
      if (ids.size === rememberedRequests) [older, ids] = [ids, new Set()];
    },
    has: async (requestId) => ids.has(requestId) || older.has(requestId),
    async clear() {
      ids.clear();
      older.clear();
    },
  };
}
