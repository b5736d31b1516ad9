import path from 'node:path';
import { readSlateConfig, type SlateConfig } from './slate-config.ts';
import { findSlateLeftovers } from './slate-leftovers.ts';
import { readSlateSheets, type SlateSheets } from './slate-sheets.ts';

/**
 * What a Slate project has besides its pages, as far as the site can take it; the rest is named. `shown` makes the name
 * of a file for messages.
 */
export function readSlateProject(source: string, shown: (file: string) => string): SlateSheets & SlateConfig {
  const sheets = readSlateSheets(source, shown);
  return {
    ...sheets,
    ...readSlateConfig(path.dirname(source)),
    faults: [...sheets.faults, ...findSlateLeftovers(source, shown)],
  };
}
