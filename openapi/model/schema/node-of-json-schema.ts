import type { JsonObject, JsonValue } from '../api-model.ts';
import { createReferenceResolver } from '../read/reference-resolver.ts';
import { createSchemaGraph } from './schema-graph.ts';
import type { SchemaNode } from './schema-node.ts';

const file = 'json-schema';

/** A JSON Schema as a node; `root` is the self-contained one that it is a part of, and has its `$defs`. */
export function nodeOfJsonSchema(schema: JsonValue, root: JsonObject): SchemaNode {
  const document = { $defs: root.$defs ?? {}, schema };
  const files = {
    root: file,
    values: new Map([[file, document]]),
    references: [],
    anchors: new Map(),
    bases: new Map(),
    placeOf: <Place>(place: Place) => place,
    overlayTexts: new Map(),
    faults: [],
  };
  const graph = createSchemaGraph(files, createReferenceResolver(files), false, []);
  return graph.nodeAt({ file, pointer: '/schema', value: schema });
}
