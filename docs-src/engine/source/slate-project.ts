import path from 'node:path';
import { findSlateLeftovers } from './slate-leftovers.ts';
import { readSlateSheets, type SlateSheets } from './slate-sheets.ts';

/**
 * What a Slate project has besides its pages, as far as the site can take it; the rest is named. `shown` makes the name
 * of a file for messages.
 */
export function readSlateProject(index: string, shown: (file: string) => string): SlateSheets {
  const folder = path.dirname(index);
  const sheets = readSlateSheets(folder, shown);
  return { ...sheets, faults: [...sheets.faults, ...findSlateLeftovers(folder, shown)] };
}
