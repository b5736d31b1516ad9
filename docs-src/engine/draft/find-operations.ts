import { bracedNames } from '../../../openapi/operations/requests/path-tree.ts';
import { type FoundServer, findServer } from './find-servers.ts';
import { type FoundOperation, OperationIndex } from './operation-index.ts';
import type { PageBlock } from './page-blocks.ts';
import { cutIntoSections, type PageSection } from './page-sections.ts';
import { type Sighting, samplesOf, sightingsOf } from './sightings.ts';

export interface FoundOperations {
  /** In the order of the pages. */
  readonly operations: readonly FoundOperation[];
  readonly server: FoundServer | undefined;
  /** Parts of the pages that are about no operation. */
  readonly others: readonly PageSection[];
  readonly index: OperationIndex;
}

/** A part of a page with what names operations in it. */
interface ReadSection {
  readonly section: PageSection;
  /** Headings, lines and tables that are about them. */
  readonly told: readonly Sighting[];
  /** Lines of code with a method and a path. */
  readonly coded: readonly Sighting[];
  /** Sentences. */
  readonly mentioned: readonly Sighting[];
  /** Requests. */
  readonly shown: readonly Sighting[];
}

/**
 * Finds what pages tell of operations. A part of a page is about those that its text tells of, else about those in its code; if
 * there is none, about the one that it mentions and no other part tells of, else about those whose requests it shows.
 */
export function findOperations(pages: readonly (readonly PageBlock[])[]): FoundOperations {
  const sections = pages.flatMap((blocks) => cutIntoSections(blocks)).map(readSection);
  const server = findServer(
    sections.flatMap(({ told, coded, mentioned }) => [...told, ...coded, ...mentioned]),
    sections.flatMap(({ shown }) => shown),
    pages.flat(),
  );
  const index = new OperationIndex(server?.base ?? '');
  for (const sighting of placeholdersFirst(sections.flatMap(({ told }) => told))) index.add(sighting);
  for (const { told, coded } of sections) for (const sighting of coded) index.addCallOf(told, sighting);
  for (const sighting of placeholdersFirst(sections.flatMap(({ coded }) => coded))) index.add(sighting);
  const isTold = new Set(index.all());
  const others: PageSection[] = [];
  for (const { section, told, coded, ...seen } of sections) {
    const mentioned = seen.mentioned.filter(
      (sighting) => !isTold.has(index.find(sighting) as FoundOperation),
    );
    for (const sighting of mentioned) index.add(sighting);
    const isOne = new Set(mentioned.map((sighting) => index.find(sighting))).size === 1;
    const shown = seen.shown.filter(
      (sighting) =>
        sighting.target.origin === server?.origin &&
        sighting.target.path !== '/' &&
        index.find(sighting) === undefined,
    );
    const starts =
      [told, coded, isOne ? mentioned : [], mentioned.length > 0 ? [] : shown.map(withPlaceholders)].find(
        ({ length }) => length > 0,
      ) ?? [];
    const own = new Set(starts.map((sighting) => index.add(sighting)));
    if (own.size === 0) others.push(section);
    else giveBlocks(section, own, [...starts, ...coded, ...seen.shown], index);
  }
  return { operations: inOrder(index.all(), pages), server, others, index };
}

function readSection(section: PageSection): ReadSection {
  const seen = section.blocks.flatMap(sightingsOf);
  return {
    section,
    told: seen.filter(({ isAlone, block }) => isAlone && block.kind !== 'code'),
    coded: seen.filter(({ block }) => block.kind === 'code'),
    mentioned: seen.filter(({ isAlone, block }) => !isAlone && block.kind !== 'code'),
    shown: section.blocks.flatMap(samplesOf),
  };
}

/** A path with values may be a call of one with placeholders. */
function placeholdersFirst(sightings: readonly Sighting[]): readonly Sighting[] {
  return sightings.toSorted((a, b) => bracedNames(b.target.path).length - bracedNames(a.target.path).length);
}

/** A path of a sample has values: numbers and long keys are placeholders. */
function withPlaceholders(sighting: Sighting): Sighting {
  let count = 0;
  const path = sighting.target.path.replace(/(?<=\/)([^/{}]+)/g, (segment) => {
    if (!/^\d+$|^[\da-f-]{16,}$|^(?=.*\d)(?=.*[A-Za-z])[\w-]{12,}$/i.test(segment)) return segment;
    count += 1;
    return count === 1 ? '{id}' : `{id${count}}`;
  });
  return { ...sighting, target: { ...sighting.target, path } };
}

/** Gives each block of a part to its operations that were named last, by text or by a request. A table that names several is a list. */
function giveBlocks(
  section: PageSection,
  own: ReadonlySet<FoundOperation>,
  starts: readonly Sighting[],
  index: OperationIndex,
): void {
  const namedBy = (block: PageBlock) => {
    const named = starts
      .filter((sighting) => sighting.block === block)
      .map((sighting) => index.find(sighting));
    return [...new Set(named)].filter((operation) => operation !== undefined && own.has(operation));
  };
  const first = section.blocks.map(namedBy).find(({ length }) => length > 0) ?? [];
  let current = own.size > 1 && starts[0]?.block.kind === 'table' ? [] : first;
  for (const block of section.blocks) {
    const named = namedBy(block);
    if (named.length > 0 && (block.kind !== 'table' || own.size === 1)) current = named;
    for (const operation of current) operation?.blocks.push(block);
  }
  for (const operation of own) {
    operation.chapter ??= section.titles[0];
    if (own.size === 1 || operation.title === undefined) operation.title = section.titles.at(-1);
    if (own.size === 1) operation.isAloneUnderTitle = true;
  }
}

function inOrder(
  operations: readonly FoundOperation[],
  pages: readonly (readonly PageBlock[])[],
): readonly FoundOperation[] {
  const files = [...new Set(pages.flat().map(({ file }) => file))];
  return operations.toSorted((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line);
}
