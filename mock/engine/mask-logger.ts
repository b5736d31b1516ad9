import type { Logger } from './logger.ts';

/** Facts of a log line lie no deeper in each other. */
const mostLevels = 8;

/** A log in which no known key stands: not in messages, and not in what errors and misfits say. */
export function maskLogger(logger: Logger, hide: (text: string) => string): Logger {
  const hideIn = (value: unknown, depth = 0): unknown => {
    if (typeof value === 'string') return hide(value);
    if (value instanceof Error) return hideInError(value, hide);
    // What somebody threw may contain itself.
    if (typeof value !== 'object' || value === null || depth === mostLevels) return value;
    if (Array.isArray(value)) return value.map((item) => hideIn(item, depth + 1));
    const members = Object.entries(value).map(([name, member]) => [name, hideIn(member, depth + 1)]);
    return Object.fromEntries(members);
  };
  const masked = (facts: object) => hideIn(facts) as object; // an object stays one
  return {
    // One line a request: its target is masked where it is made, and its other facts are the mock's own.
    info: (facts, message) => logger.info(facts, message),
    warn: (facts, message) => logger.warn(masked(facts), hide(message)),
    error: (facts, message) => logger.error(masked(facts), hide(message)),
  };
}

function hideInError(error: Error, hide: (text: string) => string): Error {
  const stack = error.stack ?? '';
  if (hide(error.message) === error.message && hide(stack) === stack) return error;
  const masked = new Error(hide(error.message));
  masked.name = error.name;
  masked.stack = hide(stack);
  return masked;
}
