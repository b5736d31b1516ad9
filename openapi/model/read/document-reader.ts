import type { DocumentFault, FaultEffect, SourceLocation } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import type { SchemaGraph } from '../schema/schema-graph.ts';
import type { DocumentFiles } from './load-files.ts';
import { childOf, type Located } from './located.ts';
import type { ReferenceResolver } from './reference-resolver.ts';

/** What every part of the reading shares: the way through `$ref`s, the schemas, and the list of faults. */
export interface DocumentReader {
  readonly root: Located;
  readonly isVersion30: boolean;
  readonly schemas: SchemaGraph;
  /** The thing itself where a Reference Object may stand in its place; `undefined` value where it leads nowhere. */
  follow(place: Located): Located;
  /** What stands under a key, `$ref` followed also where OpenAPI has none: many documents split maps and operations off. */
  part(parent: Located, key: string): Located;
  /** Where a part stands in the author's files. */
  sourceOf(place: SourceLocation): SourceLocation;
  /** Notes what is wrong; the reading goes on with what is whole. */
  fault(message: string, location: SourceLocation, effect?: FaultEffect): void;
}

export interface DocumentReaderParts {
  readonly files: DocumentFiles;
  readonly resolver: ReferenceResolver;
  readonly schemas: SchemaGraph;
  readonly isVersion30: boolean;
  readonly faults: DocumentFault[];
}

export function createDocumentReader(parts: DocumentReaderParts): DocumentReader {
  const { files, resolver, schemas, isVersion30, faults } = parts;

  function follow(place: Located): Located {
    if (!isObject(place.value) || typeof place.value.$ref !== 'string') return place;
    const { $ref: reference, summary, description } = place.value;
    const found = resolver.resolve(reference, place);
    // References that lead nowhere are reported once, by the check of all references.
    if (!('target' in found)) return { ...place, value: undefined };
    const { target } = found;
    if (isVersion30 || (summary === undefined && description === undefined) || !isObject(target.value))
      return target;
    // OpenAPI 3.1 lets a Reference Object replace these two (Reference Object).
    const replaced = {
      ...(summary === undefined ? {} : { summary }),
      ...(description === undefined ? {} : { description }),
    };
    return { ...target, value: { ...target.value, ...replaced } };
  }

  return {
    sourceOf: files.placeOf,
    root: { value: files.values.get(files.root), file: files.root, pointer: '' },
    isVersion30,
    schemas,
    follow,
    part: (parent, key) => follow(childOf(parent, key)),
    fault: (message, location, effect) =>
      faults.push({ message, location: files.placeOf(location), ...(effect && { effect }) }),
  };
}
