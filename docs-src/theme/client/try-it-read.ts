import { readJson } from '../../../openapi/model/read-json.ts';
/** An answer with all of its body, as the form shows it. */
export interface ReadReply {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly milliseconds: number;
  readonly text: string;
  /** What the text says where it is JSON; else undefined. */
  readonly json: unknown;
}

export async function readReply(answer: Response, elapsed: () => number): Promise<ReadReply> {
  // Until the headers: a long body is not the server's time to answer.
  const milliseconds = elapsed();
  const text = await answer.text();
  const { status, statusText, headers } = answer;
  return { status, statusText, headers, milliseconds, text, json: jsonOf(text, headers) };
}

function jsonOf(text: string, headers: Headers): unknown {
  if (!/json/.test(headers.get('Content-Type') ?? '')) return undefined;
  try {
    return readJson(text);
  } catch {
    return undefined; // says JSON and is none: shown as it came
  }
}

/** The list of a reply: the body itself, or the one list that lies flattest in it; undefined: there is none. */
export function listIn(body: unknown): readonly unknown[] | undefined {
  let level: unknown[] = [body];
  for (let depth = 0; depth < 3; depth++) {
    const lists = level.filter((value) => Array.isArray(value));
    if (lists.length > 0) return lists.length === 1 ? lists[0] : undefined;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return undefined;
}
