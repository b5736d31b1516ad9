import { isAmount } from '../decimal.ts';
import { isObject } from '../is-object.ts';
import { jsonText } from '../json-text.ts';
import { valueText } from '../value-text.ts';
import type { FieldFault } from './check-fields.ts';

type Kind = 'a text' | 'a list with values' | 'true or false' | 'a number' | 'a map';

const keywordsByKind: Readonly<Record<Kind, string>> = {
  'a text': 'format pattern $id',
  'a list with values': 'enum',
  'true or false': 'uniqueItems nullable',
  'a number':
    'minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength minItems maxItems ' +
    'minProperties maxProperties minContains maxContains',
  'a map': 'dependentRequired',
};
const kinds = new Map(
  Object.entries(keywordsByKind).flatMap(
    ([kind, keywords]) => keywords.split(' ').map((keyword) => [keyword, kind as Kind] as const), // a key of the table
  ),
);
const types = ['null', 'boolean', 'object', 'array', 'number', 'string', 'integer'];
const outcome = 'nothing of this schema is checked';

/**
 * What keeps a schema from being compiled, keyword by keyword: a value of the wrong kind, an unknown type. In a big
 * document a thousand times cheaper than compiling its schemas.
 */
export function faultOfKeyword(keyword: string, value: unknown): FieldFault | undefined {
  const lost = (message: string): FieldFault => ({ message: `${message}: ${outcome}`, effect: 'lost' });
  if (keyword === 'required') {
    if (!Array.isArray(value)) return lost('`required` of a schema is a list of properties');
    const other = value.find((name) => typeof name !== 'string');
    if (other === undefined) return undefined;
    return {
      message: `\`required\` lists ${jsonText(other)}, which is no name: it is not asked for`,
      effect: 'lost',
    };
  }
  if (keyword === 'type') {
    if (value === 'file')
      return { message: "`file` is OpenAPI 2.0's; it is read as the bytes of one", effect: 'untidy' };
    const unknown = [value].flat().find((name) => !types.includes(valueText(name)));
    return unknown === undefined ? undefined : lost(`${jsonText(unknown)} is no \`type\` of JSON`);
  }
  const kind = kinds.get(keyword);
  if (kind === undefined) return undefined;
  // 3.0 has the exclusive bounds as flags.
  const isFitting = isOfKind(value, kind) || (keyword.startsWith('exclusive') && typeof value === 'boolean');
  return isFitting ? undefined : lost(`\`${keyword}\` needs to be ${kind}`);
}

function isOfKind(value: unknown, kind: Kind): boolean {
  if (kind === 'a list with values') return Array.isArray(value) && value.length > 0;
  if (kind === 'a map') return isObject(value);
  if (kind === 'a number') return isAmount(value);
  const type = { 'a text': 'string', 'true or false': 'boolean' }[kind];
  return typeof value === type;
}
