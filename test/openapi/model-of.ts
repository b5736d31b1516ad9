import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ApiModel, JsonValue, Operation, Parameter } from '../../openapi/model/api-model.ts';
import { jsonText } from '../../openapi/model/json-text.ts';
import { readModel } from '../../openapi/model/read-model.ts';
import type { SchemaNode } from '../../openapi/model/schema/schema-node.ts';

/** The model of a document that a test writes down itself. */
export async function modelOf(document: unknown, { strict = false } = {}): Promise<ApiModel> {
  const folder = await mkdtemp(path.join(tmpdir(), 'model-of-'));
  try {
    const file = path.join(folder, 'document.json');
    await writeFile(file, jsonText(document));
    return await readModel({ document: file, strict });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A document with these schemas in its components and nothing else. */
function documentOf(schemas: Record<string, unknown>, openapi = '3.1.0') {
  return { openapi, info: { title: 'Test', version: '1' }, paths: {}, components: { schemas } };
}

/** The schemas as nodes, in their order. */
export async function schemasOf(
  schemas: readonly unknown[],
  openapi?: string,
): Promise<readonly SchemaNode[]> {
  const named = Object.fromEntries(schemas.map((schema, index) => [`S${index}`, schema]));
  return [...(await modelOf(documentOf(named, openapi))).schemas.values()];
}

export async function schemaOf(schema: unknown, others: Record<string, unknown> = {}): Promise<SchemaNode> {
  const model = await modelOf(documentOf({ Tested: schema, ...others }));
  return found(model.schemas.get('Tested'), 'Tested');
}

/** An operation of a toy document in test/documents. */
export async function operationOf(document: string, operationId: string): Promise<Operation> {
  const model = await readModel({ document: `test/documents/${document}`, strict: false });
  return found(
    model.operations.find((operation) => operation.operationId === operationId),
    operationId,
  );
}

export function parameterOf(operation: Operation, name: string): Parameter {
  return found(
    operation.parameters.find((parameter) => parameter.name === name),
    name,
  );
}

/** The value, where a test knows that there is one. */
export function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The test's document has no ${what}.`);
  return value;
}

/** A body as it comes in. */
export function bodyOf(contentType: string, value: JsonValue | Uint8Array) {
  const text = typeof value === 'string' || value instanceof Uint8Array ? value : JSON.stringify(value);
  return { contentType, bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text };
}
