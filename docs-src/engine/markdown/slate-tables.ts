const delimiterRow = /^\s*\|?(\s*:?-+:?\s*\|)+(\s*:?-+:?)?\s*$/;

/** Columns as Redcarpet counts them: bars, but for one at each end. */
export function columnsOf(line: string): number {
  const trimmed = line.trim();
  const bars = trimmed.replace(/\\\|/g, '').split('|').length - 1;
  return bars + 1 - (trimmed.startsWith('|') ? 1 : 0) - (/(^|[^\\])\|$/.test(trimmed) ? 1 : 0);
}

/** A line of dashes under a line with bars. */
export function isTableStart(head: string, delimiter: string): boolean {
  return head.includes('|') && delimiter.includes('|') && delimiterRow.test(delimiter);
}

/**
 * Redcarpet takes two kinds of table that CommonMark refuses: a head with fewer columns than the row of dashes, and
 * indented ones. Their lines are completed and moved to the left; no line is added, so that line numbers stay.
 */
export function completeTables(text: string): string {
  const lines = text.split('\n');
  let marks: string | undefined;
  for (let index = 1; index < lines.length; index += 1) {
    const delimiter = lines[index] ?? '';
    const fence = /^\s*(`{3,}|~{3,})/.exec(delimiter)?.[1];
    if (fence !== undefined && (marks === undefined || delimiter.trim() === fence))
      marks = marks === undefined ? fence : undefined;
    const head = lines[index - 1] ?? '';
    if (marks !== undefined || !isTableStart(head, delimiter)) continue;
    const missing = columnsOf(delimiter) - columnsOf(head);
    if (missing > 0)
      lines[index - 1] = `${head.trimEnd().replace(/([^|])$/, '$1 |')}${'  |'.repeat(missing)}`;
    const isIndented = [head, delimiter].some((line) => /^( {4}|\s*\t)/.test(line));
    if (!isIndented) continue;
    for (let row = index - 1; row < lines.length && (lines[row] ?? '').trim() !== ''; row += 1)
      lines[row] = (lines[row] ?? '').trimStart();
  }
  return lines.join('\n');
}
