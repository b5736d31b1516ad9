import { inject } from 'vitest';

const url = inject('mockUrl');

/** What a file has of a mock that it shares. */
export interface OwnKey {
  search(): Promise<Response>;
  /** Leaves the key so many calls. */
  leave(remaining: number): Promise<Response>;
  callsLeft(): Promise<number | undefined>;
  /** The statuses of the calls with this key, of nobody else's. */
  statuses(): Promise<readonly number[]>;
}

/** Makes a key that no other file has: its limits, its faults and its part of the journal are this file's alone. */
export async function makeOwnKey(label: string): Promise<OwnKey> {
  const made = await admin('/keys', { method: 'POST', body: JSON.stringify({ plan: 'free', label }) });
  const { key } = (await made.json()) as { key: string };
  const query = 'keywords=python&lang=en&type=mooc&bloom=discover&model=strict&max=1';
  return {
    search: () => fetch(`${url}/learningobject/v2/search?${query}`, { headers: { 'x-api-key': key } }),
    leave: (remaining) => admin(`/usage/${key}`, { method: 'PUT', body: JSON.stringify({ remaining }) }),
    async callsLeft() {
      const { pools } = (await (await admin(`/usage/${key}`)).json()) as {
        pools: readonly { quota?: { remaining: number } }[];
      };
      return pools[0]?.quota?.remaining;
    },
    async statuses() {
      const calls = (await (await admin(`/requests?key=${key}`)).json()) as readonly { status: number }[];
      return calls.map(({ status }) => status);
    },
  };
}

export function admin(path: string, init?: RequestInit): Promise<Response> {
  return fetch(`${url}/__mock${path}`, init);
}
