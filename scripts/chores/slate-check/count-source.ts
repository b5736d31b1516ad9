import { createHeadingIds } from '../../../docs-src/engine/markdown/heading-ids.ts';
import { columnsOf, isTableStart } from '../../../docs-src/engine/markdown/slate-tables.ts';
import type { SlateCounts } from './slate-counts.ts';

const fence = /^\s*(`{3,}|~{3,})\s*([^`\s]*)[^`]*$/;
const heading = /^ {0,3}(#{1,6})(?!#)[ \t]*(.*?)[ \t]*#*[ \t]*$/;
const underline = /^ {0,3}(=+|-+)[ \t]*$/;
const delimiterRow = /^ *\|?( *:?-+:? *\|)+( *:?-+:? *)?$/;

interface Block {
  readonly lines: string[];
  readonly language: string | undefined;
}

/** Splits a text at its fences, by Redcarpet's rule: a block ends at its own marks alone on a line, or with the text. */
function splitAtFences(text: string): Block[] {
  const blocks: Block[] = [{ lines: [], language: undefined }];
  let marks: string | undefined;
  for (const line of text.split('\n')) {
    const match = fence.exec(line);
    if (marks === undefined && match !== null) {
      marks = match[1];
      blocks.push({ lines: [], language: match[2] ?? '' });
    } else if (marks !== undefined && line.trim().startsWith(marks) && /^\s*(`+|~+)\s*$/.test(line)) {
      marks = undefined;
      blocks.push({ lines: [], language: undefined });
    } else blocks.at(-1)?.lines.push(line);
  }
  return blocks;
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

/**
 * Counts what the texts of a source have, line by line and without the parser that makes the page: two readings that
 * agree are worth more than one.
 */
export function countSource(texts: readonly string[]): SlateCounts {
  const nextId = createHeadingIds('counted');
  const tabs = new Map<string, number>();
  const anchors = new Set<string>();
  const totals = { headings: 0, tables: 0, codeBlocks: 0, asides: 0, annotations: 0, images: 0 };
  for (const block of texts.flatMap((text) =>
    splitAtFences(text.replace(/<!--[\s\S]*?-->|^<pre\b[\s\S]*?<\/pre>/gim, '')),
  )) {
    if (block.language !== undefined) {
      totals.codeBlocks += 1;
      if (block.language !== '') tabs.set(block.language, (tabs.get(block.language) ?? 0) + 1);
      continue;
    }
    let isInTable = false;
    block.lines.forEach((line, index) => {
      const before = block.lines[index - 1] ?? '';
      const match = heading.exec(line);
      const isUnderlined =
        underline.test(line) && /^ {0,3}[^\s>#|<-]/.test(before) && !delimiterRow.test(line);
      const text = match === null ? (isUnderlined ? before.trim() : undefined) : (match[2] ?? '');
      if (text !== undefined) {
        totals.headings += 1;
        anchors.add(nextId(headingHtml(text), match?.[1]?.length ?? 1));
      }
      if (line.trim() === '') isInTable = false;
      // Fewer dashes than heads: no table in Slate either.
      if (!isInTable && isTableStart(before, line) && columnsOf(line) >= columnsOf(before)) {
        totals.tables += 1;
        isInTable = true;
      }
      if (
        /^ {0,3}>/.test(line) &&
        !/^ {0,3}>/.test(before) &&
        (before.trim() === '' || !isParagraphOfQuote(block.lines, index))
      ) {
        totals.annotations += [...(/^[ >]*/.exec(line)?.[0] ?? '').matchAll(/>/g)].length;
      }
      const html = line.replace(/(`+).*?\1/g, '');
      totals.headings += [...html.matchAll(/<h[1-6]\b/gi)].length;
      totals.tables += [...html.matchAll(/<table\b/gi)].length;
      totals.asides += [...html.matchAll(/<aside\b/gi)].length;
      totals.annotations += [...html.matchAll(/<blockquote\b/gi)].length;
      totals.images += [...html.matchAll(/<img\b|!\[[^\]]*\](\(|\[)/gi)].length;
      for (const id of html.matchAll(/<[a-z][^>]*\s(?:id|name)\s*=\s*["']([^"']+)["']/gi))
        anchors.add(id[1] ?? '');
    });
  }
  return { ...totals, tabs, anchors };
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
