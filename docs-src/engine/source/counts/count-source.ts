import MarkdownIt from 'markdown-it';
import { createHeadingIds } from '../../markdown/heading-ids.ts';
import { type MarkdownText, textOfHtml } from '../../markdown/page-elements.ts';
import { slateTab } from '../../markdown/slate-tab.ts';
import { type CountedItem, lettersOf, type SlateCounts } from './slate-counts.ts';

const fence = /^\s*(`{3,}|~{3,})\s*([^`\s]*)[^`]*$/;
const heading = /^(#{1,6})[ \t]*(.*?)#*[ \t]*$/;
const underline = /^(=+|-+) *$/;
const delimiterRow = /^ *\|?( *:?-+:? *\|)+( *:?-+:? *)?$/;
/** What stands on a page as it is written, or not at all. */
const opaque = [/<!--[\s\S]*?-->/gi, /^<(pre|style|script)\b[\s\S]*?<\/\1>/gim];

/** Columns as Redcarpet counts them: bars, but for one at each end. */
function columnsOf(line: string): number {
  const bars = line.split('|').length - 1;
  return bars + 1 - (line.startsWith('|') ? 1 : 0) - (line.trimEnd().endsWith('|') ? 1 : 0);
}

/** A line with bars over one of dashes. */
function isTableStart(head: string, delimiter: string): boolean {
  return head.includes('|') && delimiter.includes('-') && /^[-:|+ ]+$/.test(delimiter);
}

/** A heading or a table of a source, with its place. */
export interface SourceItem extends CountedItem {
  readonly file: string;
  readonly line: number;
  /** As written. */
  readonly text: string;
}

interface Block {
  readonly firstLine: number;
  readonly lines: string[];
  readonly language: string | undefined;
}

/** Splits a text at its fences, by Redcarpet's rule: a block ends at its own marks alone on a line, or with the text. */
function splitAtFences({ text, firstLine }: MarkdownText): Block[] {
  const blocks: Block[] = [{ firstLine, lines: [], language: undefined }];
  let marks: string | undefined;
  text.split('\n').forEach((line, index) => {
    const next = firstLine + index + 1;
    const match = fence.exec(line);
    if (marks === undefined && match !== null) {
      marks = match[1];
      blocks.push({ firstLine: next, lines: [], language: match[2] ?? '' });
    } else if (marks !== undefined && line.trim().startsWith(marks) && /^\s*(`+|~+)\s*$/.test(line)) {
      marks = undefined;
      blocks.push({ firstLine: next, lines: [], language: undefined });
    } else blocks.at(-1)?.lines.push(line);
  });
  return blocks;
}

/** The text with what `opaque` names taken out; lines keep their numbers. */
function withoutOpaque(text: string): string {
  return opaque.reduce(
    (rest, pattern) => rest.replace(pattern, (found) => found.replace(/[^\n]/g, '')),
    text,
  );
}

/** The HTML that Redcarpet hands to the id counter, as far as ids depend on it. */
function headingHtml(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]*)\]\[[^\]]*\]/g, '$1')
    .replace(/(`+)(.*?)\1/g, (_found, _marks, code: string) =>
      code.trim().replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    )
    .replace(/(\*\*|__)(.*?)\1/g, '$2')
    .replace(/(^|[^\w*])\*([^*]+)\*/g, '$1$2')
    .replace(/(^|\W)_([^_]+)_(?=\W|$)/g, '$1$2')
    .replace(/~~(.*?)~~/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!<>~|-])/g, '$1')
    .replace(/&(?!#?\w+;)/g, '&amp;')
    .replace(/(<[^>]*>)|"/g, (_found, tag: string | undefined) => tag ?? '&quot;')
    .replace(/(<[^>]*>)|'/g, (_found, tag: string | undefined) => tag ?? '&#39;');
}

const { unescapeAll } = new MarkdownIt().utils;

/** Letters that a reader sees of a source's heading or table row. */
function shownLetters(html: string): string {
  return lettersOf(unescapeAll(textOfHtml(html)));
}

/**
 * Counts what the texts of a source have, line by line and without the parser that makes the page: two readings that
 * agree are worth more than one.
 */
export function countSource(texts: readonly MarkdownText[]): SlateCounts<SourceItem> {
  const ids = createHeadingIds('counted');
  const tabs = new Map<string, number>();
  const anchors = new Set<string>();
  const headings: SourceItem[] = [];
  const tables: SourceItem[] = [];
  const totals = { codeBlocks: 0, asides: 0, annotations: 0, images: 0 };
  const blocks = texts.flatMap((source) => {
    const nextId = ids(source.rendering);
    return splitAtFences({ ...source, text: withoutOpaque(source.text) }).map((block) => ({
      ...block,
      file: source.file,
      nextId,
    }));
  });
  for (const { file, firstLine, lines, language, nextId } of blocks) {
    if (language !== undefined) {
      totals.codeBlocks += 1;
      const tab = slateTab(language);
      if (tab !== undefined) tabs.set(tab, (tabs.get(tab) ?? 0) + 1);
      continue;
    }
    let isInTable = false;
    lines.forEach((line, index) => {
      const place = { file, line: firstLine + index };
      const before = lines[index - 1] ?? '';
      const match = heading.exec(line);
      const isUnderlined =
        underline.test(line) && /^ {0,3}[^\s>#|<-]/.test(before) && !delimiterRow.test(line);
      const text = match === null ? (isUnderlined ? before.trim() : undefined) : (match[2] ?? '');
      if (text !== undefined) {
        const html = headingHtml(text);
        const headingPlace = isUnderlined ? { file, line: place.line - 1 } : place;
        headings.push({ ...headingPlace, text, letters: shownLetters(html) });
        anchors.add(nextId(html, match?.[1]?.length ?? 1));
      }
      if (line.trim() === '') isInTable = false;
      // Fewer dashes than heads: no table in Slate either.
      if (!isInTable && isTableStart(before, line) && columnsOf(line) >= columnsOf(before)) {
        tables.push({
          file,
          line: place.line - 1,
          text: before.trim(),
          letters: shownLetters(headingHtml(before).replaceAll('|', ' ')),
        });
        isInTable = true;
      }
      if (
        /^ {0,3}>/.test(line) &&
        !/^ {0,3}>/.test(before) &&
        (before.trim() === '' || !isParagraphOfQuote(lines, index))
      ) {
        totals.annotations += [...(/^[ >]*/.exec(line)?.[0] ?? '').matchAll(/>/g)].length;
      }
    });
    const html = lines
      .map((line) => line.replace(/(`+).*?\1/g, (code) => ' '.repeat(code.length)))
      .join('\n');
    for (const { 0: found, 1: tag = '', index } of html.matchAll(
      /<(h[1-6]|table)\b[\s\S]*?(?:<\/\1>|<\/tr>|$)/gi,
    )) {
      const line = firstLine + html.slice(0, index).split('\n').length - 1;
      const item = { file, line, text: found.split('\n')[0] ?? '', letters: shownLetters(found) };
      (tag.toLowerCase() === 'table' ? tables : headings).push(item);
    }
    totals.asides += [...html.matchAll(/<aside\b/gi)].length;
    totals.annotations += [...html.matchAll(/<blockquote\b/gi)].length;
    totals.images += [...html.matchAll(/<img\b|!\[[^\]]*\](\(|\[)/gi)].length;
    for (const id of html.matchAll(/<[a-z][^>]*\s(?:id|name)\s*=\s*["']([^"']+)["']/gi))
      anchors.add(id[1] ?? '');
  }
  return { ...totals, headings, tables, tabs, anchors };
}

/** A quote goes on over lines without a mark until an empty line (lazy continuation). */
function isParagraphOfQuote(lines: readonly string[], index: number): boolean {
  for (let at = index - 1; at >= 0; at -= 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') return false;
    if (/^ {0,3}>/.test(line)) return true;
  }
  return false;
}
