import { meantOr } from '../../../openapi/model/nearest-name.ts';
import { pointerTokens } from '../../../openapi/model/read/located.ts';
import type { SchemaNode } from '../../../openapi/model/schema/schema-node.ts';
import { FixtureError, type FixtureFormat } from './fixture-format.ts';
import { readCsvRows } from './read-csv-rows.ts';
import { columnsOf, valueOfCells } from './value-of-cells.ts';

/**
 * A fixture file that is CSV (RFC 4180): its first line names the fields, and each record is an object of this schema. A dot
 * leads into an object, or into the objects of a list (`author.name`); `|` stands between the items of a list; an empty cell
 * says nothing.
 */
export function csvOf(schema: SchemaNode, advice: string): FixtureFormat {
  return {
    advice,
    read(file) {
      const [header, ...rows] = readCsvRows(file, advice);
      if (header === undefined) return [];
      const columns = header.cells.map((name) => name.trim());
      checkColumns(columns, columnsOf(schema), (problem) => {
        throw new FixtureError(`${file}:${header.line}`, problem, advice);
      });
      return rows.map(({ line, cells }) => {
        if (cells.length !== columns.length) {
          const problem = `it has ${cells.length} cells, and there are ${columns.length} columns: put a cell with a comma in quotes`;
          throw new FixtureError(`${file}:${line}`, problem, advice);
        }
        const named = columns.map((name, index) => [name, cells[index] ?? ''] as const);
        const filled = new Map(named.filter(([, text]) => text !== ''));
        return { line, value: valueOfCells(schema, filled) ?? {} };
      });
    },
    placeOf(pointer) {
      const names = pointerTokens(pointer).filter((name) => !/^\d+$/.test(name));
      return names.length === 0 ? '' : `, column ${names.join('.')}`;
    },
  };
}

function checkColumns(
  columns: readonly string[],
  known: readonly string[],
  refuse: (problem: string) => void,
) {
  for (const [index, name] of columns.entries()) {
    if (!known.includes(name))
      refuse(`no field is called "${name}": ${meantOr(`known are ${known.join(', ')}`, name, known)}`);
    if (columns.indexOf(name) !== index) refuse(`the column ${name} is there twice`);
  }
}
