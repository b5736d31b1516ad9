import { existsSync } from 'node:fs';
import path from 'node:path';
import type { HeadingIdStyle } from '../markdown/heading-ids.ts';
import { readText } from './read-source-text.ts';

/** What a Slate project's Ruby files say of its pages, as far as it stands there plainly. */
export interface SlateConfig {
  /** undefined: nothing is said. */
  readonly headingIds: HeadingIdStyle | undefined;
  /** What config.rb sets to a text, a number, true or false: `set :name, "value"`, `config[:name] = "value"`. */
  readonly settings: ReadonlyMap<string, string>;
}

const setting =
  /^[ \t]*(?:set[ (]+:(\w+)\s*,|config\[:(\w+)\]\s*=(?!=))\s*(?:"([^"\\#]*)"|'([^'\\]*)'|(\d[\d.]*|true|false))\s*\)?[ \t]*$/gm;

function readIfThere(file: string): string {
  return existsSync(file) ? readText(file) : '';
}

/** Ruby without the comments that fill a line or stand behind its code; strings with `#` stay whole. */
function withoutComments(ruby: string): string {
  return ruby.replace(/^[ \t]*#.*$/gm, '').replace(/[ \t]#[^'"{\n]*$/gm, '');
}

function headingIdsOf(config: string, folder: string): HeadingIdStyle | undefined {
  const renderer = /\brenderer(?:\s*:|\s*=>)\s*([\w:]+)/.exec(config)?.[1];
  if (renderer === 'NestingUniqueHeadCounter') return 'nested';
  if (renderer !== undefined) {
    const rule = readIfThere(path.join(folder, 'lib/unique_head.rb'));
    return rule.includes('text.parameterize') ? 'tagged' : 'counted';
  }
  if (/redcarpet_header_fix/.test(config)) return 'joined';
  return /with_toc_data/.test(config) ? 'anchors' : undefined;
}

/** Reads config.rb in a project's folder; Gemfile.lock says what a project without one was built with. */
export function readSlateConfig(folder: string): SlateConfig {
  const config = withoutComments(readIfThere(path.join(folder, 'config.rb')));
  const settings = new Map(
    [...config.matchAll(setting)].map(([, name, key, double, single, plain]) => [
      name ?? key ?? '',
      double ?? single ?? plain ?? '',
    ]),
  );
  const isSlate1 = /^ {4}middleman \((3|4\.[01])\./m.test(readIfThere(path.join(folder, 'Gemfile.lock')));
  return { headingIds: headingIdsOf(config, folder) ?? (isSlate1 ? 'anchors' : undefined), settings };
}
