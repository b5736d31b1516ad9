import { type Method, methodAlone, readMethodLines } from './method-lines.ts';
import type { PageBlock, SourcePlace } from './page-blocks.ts';
import { type RequestTarget, readTarget } from './request-target.ts';
import { readCurl, readHttp, type ShownRequest } from './shown-requests.ts';

/** A place of a page that names an operation. */
export interface Sighting extends SourcePlace {
  readonly method: Method;
  readonly target: RequestTarget;
  /** It tells of the operation, and does not merely mention it in a sentence. */
  readonly isAlone: boolean;
  /** The other cells of its row. */
  readonly note: string | undefined;
  readonly block: PageBlock;
}

/** `METHOD /path` in headings, text, tables and code. */
export function sightingsOf(block: PageBlock): readonly Sighting[] {
  if (block.kind === 'table')
    return block.rows.flatMap((row) =>
      rowSightings(
        row.cells.map(({ text }) => text),
        { ...row, block },
      ),
    );
  return block.text
    .split('\n')
    .flatMap((text, index) => lineSightings(text, { file: block.file, line: block.line + index, block }));
}

function lineSightings(
  text: string,
  { file, line, block }: SourcePlace & { block: PageBlock },
): readonly Sighting[] {
  return readMethodLines(text).flatMap(({ method, target: written, isAlone }) => {
    const target = readTarget(written);
    return target === undefined ? [] : [{ method, target, isAlone, note: undefined, file, line, block }];
  });
}

/** A row that has both in one cell, or the method in a cell and the path in another; what else it has is a note. */
function rowSightings(
  cells: readonly string[],
  { file, line, block }: SourcePlace & { block: PageBlock },
): readonly Sighting[] {
  const methodCell = cells.findIndex((text) => methodAlone.test(text));
  const pathCell = cells.findIndex((text) => /^\W?(\/(?!\/)\S*|https?:\/\/\S+)$/.test(text));
  const joined = methodCell >= 0 && pathCell >= 0 ? [`${cells[methodCell]} ${cells[pathCell]}`] : cells;
  const note = cells
    .filter((_, index) => index !== methodCell && index !== pathCell)
    .filter((text) => /\p{L}{3}.* \p{L}{2}/u.test(text) && readMethodLines(text).length === 0)[0];
  return joined
    .flatMap((text) => lineSightings(text, { file, line, block }))
    .map((sighting) => ({ ...sighting, note }));
}

/** Requests that a block of code shows. */
export function shownRequestsOf(block: PageBlock): readonly ShownRequest[] {
  return block.kind === 'code' ? [...readCurl(block), ...readHttp(block).requests] : [];
}

/** The same, as far as they have an address. */
export function samplesOf(block: PageBlock): readonly Sighting[] {
  return shownRequestsOf(block).flatMap(({ method, url, file, line }) => {
    const target = url === '' ? undefined : readTarget(url);
    return target === undefined
      ? []
      : [{ method, target, isAlone: true, note: undefined, file, line, block }];
  });
}
