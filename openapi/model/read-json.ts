import type { JsonValue } from './api-model.ts';
import { exactAmount } from './decimal.ts';

/** A number of a JSON text that no program of ours can hold: what it would be read as is infinite, or zero. */
export class UnreadableNumber extends Error {
  /** Where it begins in the text. */
  readonly offset: number;

  constructor(written: string, offset: number) {
    super(unreadableNumber(written));
    this.offset = offset;
  }
}

/** Says what is wrong with a number as it is written. */
export function unreadableNumber(written: string): string {
  const shown = written.length > 40 ? `${written.slice(0, 40)}…` : written;
  return `the number ${shown} can't be read: numbers go from 5e-324 to 1.7976931348623157e308`;
}

/** Whether a number is another one when it is read, and not merely less precise. */
export function isUnreadable(written: string): boolean {
  const number = Number(written);
  return !Number.isFinite(number) || (number === 0 && /^[^e]*[1-9]/i.test(written));
}

/**
 * The value of a JSON text. Whole numbers that JavaScript would make other ones of are bigint: 9007199254740993 stays what it
 * is. Throws `SyntaxError` for what is no JSON, `UnreadableNumber` for 1e400.
 */
export function readJson(text: string): JsonValue {
  const value = JSON.parse(text) as JsonValue;
  // Hardly any text has a number that could be one.
  if (!/\d{16}|\de[+-]?\d{3}/i.test(text)) return value;
  const marked = text.replaceAll(stringOrNumber, (written, offset: number) => {
    if (written.startsWith('"')) return written;
    if (isUnreadable(written)) throw new UnreadableNumber(written, offset);
    return typeof exactAmount(written) === 'bigint' ? `"${written}"` : written;
  });
  return marked === text ? value : withExactNumbers(value, JSON.parse(marked) as JsonValue);
}

const stringOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.]*(?:[eE][+-]?\d+)?/g;

/** Puts exact numbers where the second value, which is the same otherwise, has their texts. */
function withExactNumbers(value: JsonValue, texts: JsonValue): JsonValue {
  const whole = { value };
  const open: (readonly [object, object])[] = [[whole, { value: texts }]];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [parent, marked] = pair as [Record<string, JsonValue>, Record<string, JsonValue>]; // lists have their indexes as names
    for (const [name, text] of Object.entries(marked)) {
      const part = parent[name];
      if (typeof part === 'number' && typeof text === 'string') parent[name] = exactAmount(text);
      else if (typeof part === 'object' && part !== null && typeof text === 'object' && text !== null)
        open.push([part, text]);
    }
  }
  return whole.value;
}
