import type { operations } from 'inokufu-api-kit/types';

type Query = operations['search']['parameters']['query'];
type Found = operations['search']['responses'][200]['content']['application/json'];

/** A call whose parameters and reply the compiler checks against the document. */
export async function search(apiUrl: string, key: string, query: Query): Promise<Found> {
  const text = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const reply = await fetch(`${apiUrl}/search?${text}`, { headers: { 'x-api-key': key } });
  if (!reply.ok) throw new Error(`The search was refused with ${reply.status}.`);
  return (await reply.json()) as Found;
}
