import type { JsonValue } from '../../../openapi/model/api-model.ts';
import { acceptedTypes } from '../../../openapi/model/schema/accepted-types.ts';
import type { SchemaNode } from '../../../openapi/model/schema/schema-node.ts';
import {
  coerceText,
  itemSchema,
  propertyNames,
  propertySchema,
} from '../../../openapi/operations/wire/coerce-text.ts';

/** The cells of a record, by the names of their columns; none is empty. */
type Cells = ReadonlyMap<string, string>;

const betweenItems = '|';

/** The names of all columns that values of a schema can have: a dot leads into an object, or into the objects of a list. */
export function columnsOf(schema: SchemaNode, name = ''): readonly string[] {
  const item = itemOf(schema);
  if (item !== undefined) return columnsOf(item, name);
  if (!isObjectSchema(schema)) return [name];
  return fieldsOf(schema, name).flatMap(([, column, field]) => columnsOf(field, column));
}

/** What cells say of a value whose column has this name, of the type that its schema has; undefined: nothing. */
export function valueOfCells(schema: SchemaNode, cells: Cells, name = ''): JsonValue | undefined {
  const item = itemOf(schema);
  if (item !== undefined) {
    const items = itemsOf(cells, name).flatMap((cellsOfItem) => valueOfCells(item, cellsOfItem, name) ?? []);
    return items.length === 0 ? undefined : items;
  }
  if (isObjectSchema(schema)) {
    const entries = fieldsOf(schema, name).flatMap(([key, column, field]) => {
      const value = valueOfCells(field, cells, column);
      return value === undefined ? [] : [[key, value] as const];
    });
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
  const text = cells.get(name);
  return text === undefined ? undefined : coerceText(text, schema);
}

/** The cells of each item of a list: the first item of every column of the list, the second, and so on. */
function itemsOf(cells: Cells, name: string): readonly Cells[] {
  const ofList = [...cells].filter(([column]) => column === name || column.startsWith(`${name}.`));
  const items: Map<string, string>[] = [];
  for (const [column, text] of ofList)
    for (const [index, part] of text.split(betweenItems).entries()) {
      items[index] ??= new Map();
      if (part.trim() !== '') items[index].set(column, part.trim());
    }
  return items;
}

function fieldsOf(schema: SchemaNode, name: string): readonly (readonly [string, string, SchemaNode])[] {
  return propertyNames(schema).flatMap((key) => {
    const field = propertySchema(schema, key);
    return field === undefined ? [] : [[key, name === '' ? key : `${name}.${key}`, field] as const];
  });
}

function itemOf(schema: SchemaNode): SchemaNode | undefined {
  return acceptedTypes(schema).has('array') ? itemSchema(schema, 0) : undefined;
}

function isObjectSchema(schema: SchemaNode): boolean {
  return acceptedTypes(schema).has('object');
}
