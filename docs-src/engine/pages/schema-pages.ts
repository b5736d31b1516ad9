import type { SchemaNode } from '../../../openapi/model/schema/schema-node.ts';
import { idOf } from '../views/parameter-groups.ts';

/** A page of a schema that some tree stopped at. */
export interface SchemaPage {
  readonly node: SchemaNode;
  readonly title: string;
  readonly path: string;
  /** Its address where all schemas are on the first page. */
  readonly anchor: string;
}

export interface SchemaPages {
  /** Those asked for so far; the list grows while pages are made. */
  readonly all: readonly SchemaPage[];
  /** The page of a schema, by its name, else by this title. */
  of(node: SchemaNode, title: string): SchemaPage;
}

export function createSchemaPages(): SchemaPages {
  const all: SchemaPage[] = [];
  const pages = new Map<SchemaNode, SchemaPage>();
  const names = new Set<string>();
  return {
    all,
    of: (node, title) => {
      let page = pages.get(node);
      if (page === undefined) {
        const shownTitle = node.name ?? title;
        const name = uniqueFileName(names, idOf(shownTitle).slice(0, longestFileName));
        page = { node, title: shownTitle, path: `schemas/${name}.html`, anchor: `schema-${name}` };
        pages.set(node, page);
        all.push(page);
      }
      return page;
    },
  };
}

/** In letters: file systems take 255 bytes with ending and number, tools that unpack a site less. */
export const longestFileName = 80;

/** A file name that no other page has. File systems that ignore letter case would take `Pet` and `pet` for one. */
export function uniqueFileName(taken: Set<string>, wanted: string): string {
  let name = wanted;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${wanted}-${count}`;
  taken.add(name.toLowerCase());
  return name;
}
