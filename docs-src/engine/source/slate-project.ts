import path from 'node:path';
import type { HeadingIdStyle } from '../markdown/heading-ids.ts';
import { createErbValues } from './erb/erb-values.ts';
import type { ErbValues } from './erb/split-erb.ts';
import { readSlateConfig } from './slate-config.ts';
import { findSlateLeftovers } from './slate-leftovers.ts';
import { readSlateSheets, type SlateSheets } from './slate-sheets.ts';

/** What a Slate project has besides its pages, as far as the site can take it. */
export interface SlateProject extends SlateSheets {
  /** undefined: no file says whose rule it is. */
  readonly headingIds: HeadingIdStyle | undefined;
  readonly erbValues: ErbValues;
}

/** Reads what lies in and beside the source; what the site cannot take is named. `shown` makes the name of a file for messages. */
export function readSlateProject(source: string, shown: (file: string) => string): SlateProject {
  const project = path.dirname(source);
  const sheets = readSlateSheets(source, shown);
  const { settings, ...config } = readSlateConfig(project);
  const faults = [...sheets.faults, ...findSlateLeftovers(source, shown)];
  return { ...sheets, faults, ...config, erbValues: createErbValues(project, settings) };
}
