import { readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import type { SampleLanguage } from '../samples/interpreters.ts';

/** One code block of the brief, exactly as CommonMark reads it. */
export interface BriefSample {
  /** The chapter that it stands in: `Provider`, `Search`. */
  readonly section: string;
  readonly language: SampleLanguage | 'json';
  /** What its fence says: not always the language's tab. */
  readonly fence: string;
  readonly code: string;
}

/** A copy of the brief, byte for byte. */
const briefText = readFileSync(new URL('./brief.md', import.meta.url), 'utf8');

const fenceLanguages: Readonly<Record<string, BriefSample['language']>> = {
  shell: 'shell',
  py: 'python',
  python: 'python',
  php: 'php',
  javascript: 'javascript',
  json: 'json',
};

/** Every fenced block of the brief, in its order. */
export function readBriefSamples(): readonly BriefSample[] {
  const withoutFrontMatter = briefText.replace(/^---\n[\s\S]*?\n---\n/, '');
  const tokens = new MarkdownIt().parse(withoutFrontMatter, {});
  const samples: BriefSample[] = [];
  let section = '';
  for (const [index, token] of tokens.entries()) {
    // h1 and h2 are chapters; h3 to h5 only say "Code exemples" and the language.
    if (token.type === 'heading_open' && ['h1', 'h2'].includes(token.tag)) {
      section = tokens[index + 1]?.content ?? '';
    }
    if (token.type !== 'fence') continue;
    const language = fenceLanguages[token.info];
    if (language === undefined)
      throw new Error(`brief.md: a fence says '${token.info}', which no table knows.`);
    samples.push({ section, language, fence: token.info, code: token.content });
  }
  return samples;
}

/** The values of `language_tabs` in the front matter. */
export function readLanguageTabs(): readonly string[] {
  const list = /^language_tabs:.*\n((?: {2}- .*\n)+)/m.exec(briefText)?.[1] ?? '';
  return [...list.matchAll(/- (.*)/g)].map(([, name]) => name ?? '');
}
