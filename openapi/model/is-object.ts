import type { JsonObject } from './api-model.ts';

/** Narrows to a JSON object; arrays are not objects here. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
