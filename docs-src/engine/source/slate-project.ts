import path from 'node:path';
import { type FurtherPage, readFurtherPages } from './further-pages.ts';
import { findSlateLeftovers } from './slate-leftovers.ts';
import { readSlateSheets } from './slate-sheets.ts';
import type { SourceFault } from './source-fault.ts';

/** What a Slate project has besides its index page. */
export interface SlateProject {
  /** Of its stylesheets. */
  readonly direction: 'rtl' | undefined;
  /** CSS with its own values of Slate's variables. */
  readonly css: string;
  readonly pages: readonly FurtherPage[];
  /** What it has that the site cannot take. */
  readonly faults: readonly SourceFault[];
}

/** Reads the folder of an index page; `shown` makes the name of a file for messages. */
export function readSlateProject(
  index: string,
  shown: (file: string) => string,
  repairsEncoding = false,
): SlateProject {
  const folder = path.dirname(index);
  const { direction, css, faults } = readSlateSheets(folder, shown);
  const addresses = new Map([['index.html', index]]);
  const doubled: SourceFault[] = [];
  const pages = readFurtherPages(folder, index, shown, repairsEncoding).filter((page) => {
    const other = addresses.get(page.path);
    addresses.set(page.path, page.file);
    if (other === undefined) return true;
    const message = `This page is not built: ${shown(other)} has its address, ${page.path}.`;
    doubled.push({ file: shown(page.file), line: 1, message });
    return false;
  });
  return { direction, css, pages, faults: [...faults, ...doubled, ...findSlateLeftovers(folder, shown)] };
}
