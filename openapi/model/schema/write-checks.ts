import { default as standalone } from 'ajv/dist/standalone/index.js';
import type { JsonObject } from '../api-model.ts';
import { createAjv, keyOfCheck, quick } from './compile-schema.ts';

/**
 * The code of quick checks (`acceptsValue`) as a CommonJS module, by the keys of their schemas: what `usePreparedChecks`
 * takes. Throws for a schema with `uniqueItems`, whose check is no code of ajv's.
 */
export function writeChecks(schemas: readonly JsonObject[]): string {
  const ajv = createAjv({ ...quick, code: { ...quick.code, optimize: true, source: true } });
  const keys: Record<string, string> = {};
  for (const schema of schemas) {
    const key = keyOfCheck(schema);
    if (Object.hasOwn(keys, key)) continue;
    ajv.addSchema(schema, key);
    keys[key] = key;
  }
  return standalone.default(ajv, keys);
}
