import { parse } from 'yaml';
import type { JsonValue } from '../../../openapi/model/api-model.ts';
import { readJson } from '../../../openapi/model/read-json.ts';

/**
 * JSON as documentation has it: with comments, commas at the end, single quotes, `...` for what is left out, several values
 * one after another. Undefined: it is none.
 */
export function readLooseJson(text: string): readonly JsonValue[] | undefined {
  const trimmed = text.trim();
  if (!/^[[{]/.test(trimmed)) return undefined;
  const whole = readOne(trimmed);
  if (whole !== undefined) return [whole];
  const values = trimmed.split(/\n(?=[[{])/).map(readOne);
  return values.length > 1 && values.every((value) => value !== undefined) ? values : undefined;
}

const stringOrNoise =
  /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(?<![:\w])\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?<=[\s,{}[\]])#[^\n]*|,?\s*(?:\.{3,}|…)(?:\s*,)?/g;

function readOne(text: string): JsonValue | undefined {
  try {
    return readJson(text);
  } catch {
    // Not JSON as it should be: read on.
  }
  const cleaned = text
    .replace(stringOrNoise, (noise, string: string | undefined) => string ?? (/,\s*$/.test(noise) ? ',' : ''))
    .replace(/,(\s*,)+/g, ',')
    .replace(/([[{]\s*),/g, '$1')
    .replaceAll('\t', '  ');
  try {
    const value = parse(cleaned, { uniqueKeys: false, logLevel: 'error' }) as JsonValue;
    return typeof value === 'object' && value !== null
      ? (JSON.parse(JSON.stringify(value)) as JsonValue)
      : undefined;
  } catch {
    return undefined;
  }
}
