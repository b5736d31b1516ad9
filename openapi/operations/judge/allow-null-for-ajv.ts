import type { JsonValue } from '../../model/api-model.ts';
import { isObject } from '../../model/is-object.ts';
import { walkDocument } from '../../model/read/walk-document.ts';

const nothingElse = { type: 'string', nullable: true, enum: [null] };

/**
 * Writes `nullable` without `type` as a branch for null, in the document itself. Validators made with ajv compile no schema that has the
 * one without the other, and then take anything in its place.
 */
export function allowNullForAjv(document: object): void {
  walkDocument(document, (part, _path, isNameMap) => {
    if (isNameMap || !isObject(part) || typeof part.nullable !== 'boolean' || part.type !== undefined) return;
    const schema = part as Record<string, JsonValue>; // the caller's own
    const { nullable, ...rest } = schema;
    for (const keyword of Object.keys(schema)) delete schema[keyword];
    // What stands beside a `$ref` counts for nothing in OpenAPI 3.0.
    Object.assign(
      schema,
      nullable === true && rest.$ref === undefined ? { anyOf: [rest, nothingElse] } : rest,
    );
  });
}
