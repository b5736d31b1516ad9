/** One limit of a key as the reply's headers tell it. */
export interface LimitLeft {
  readonly name: string;
  readonly left: number;
  readonly limit: number | undefined;
  /** Until it is fresh again. */
  readonly seconds: number | undefined;
}

/** `"rate";r=9;t=1, "quota";r=499` (RateLimit header fields, IETF draft), then X-RateLimit-Remaining with its siblings. */
export function limitsLeft(header: (name: string) => string | null, nowMs: number): LimitLeft[] {
  const found: LimitLeft[] = [];
  for (const item of (header('RateLimit') ?? '').split(',')) {
    const [name = '', ...parameters] = item.split(';').map((part) => part.trim());
    const values = new Map(parameters.map((parameter) => parameter.split('=') as [string, string]));
    const left = values.get('r');
    const seconds = values.get('t');
    if (left === undefined) continue;
    found.push({
      name: name.replaceAll('"', ''),
      left: Number(left),
      limit: undefined,
      seconds: seconds === undefined ? undefined : Number(seconds),
    });
  }
  const remaining = header('X-RateLimit-Remaining');
  const limit = header('X-RateLimit-Limit');
  const reset = header('X-RateLimit-Reset');
  if (remaining !== null && !found.some(({ name }) => name === 'quota')) {
    found.push({
      name: 'quota',
      left: Number(remaining),
      limit: limit === null ? undefined : Number(limit),
      seconds: reset === null ? undefined : Math.max(0, Number(reset) - Math.floor(nowMs / 1000)),
    });
  }
  return found;
}
