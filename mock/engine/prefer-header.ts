/** What a client wants to see, as Prism has it: a status, a named example, values made up anew; and how late. */
export interface Preferences {
  readonly code: string | undefined;
  readonly example: string | undefined;
  readonly isDynamic: boolean;
  readonly delayMs: number | undefined;
}

/** Nobody waits longer for a reply on purpose. */
const longestDelayMs = 600_000;

const preference = /^([\w!#$%&'*+.^`|~-]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s]*)))?$/;

/** Splits at commas and semicolons that stand outside quotes. */
function splitPreferences(header: string): string[] {
  return header.match(/(?:[^,;"]|"(?:[^"\\]|\\.)*"?)+/g) ?? [];
}

/**
 * Reads `Prefer: code=404, example="nothing found", delay=500` (milliseconds; RFC 7240; the first of two of the same name counts). Preferences
 * that the mock does not know are ignored, as the RFC asks.
 */
export function parsePrefer(header: string | undefined): Preferences | undefined {
  if (header === undefined) return undefined;
  const values = new Map<string, string>();
  for (const part of splitPreferences(header)) {
    const [, name, quoted, token] = preference.exec(part.trim()) ?? [];
    const key = name?.toLowerCase();
    if (key === undefined || values.has(key)) continue;
    values.set(key, quoted?.replace(/\\(.)/g, '$1') ?? token ?? '');
  }
  const isDynamic = ['true', ''].includes(values.get('dynamic') ?? 'false');
  // An empty value is none (RFC 7240 2).
  const [code, example] = [values.get('code') || undefined, values.get('example') || undefined];
  const asked = values.get('delay') ?? '';
  const delayMs = /^\d+$/.test(asked) ? Math.min(Number(asked), longestDelayMs) : undefined;
  const isNothing = code === undefined && example === undefined && !isDynamic && delayMs === undefined;
  return isNothing ? undefined : { code, example, isDynamic, delayMs };
}
