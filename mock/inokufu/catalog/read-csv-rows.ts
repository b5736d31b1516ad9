import { readFileSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { FixtureError } from './fixture-format.ts';

/** A record of a CSV file, and the line that it begins on. */
interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const quotes: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote opens here, or on a line after it, and is not closed',
  INVALID_OPENING_QUOTE: 'a quote stands inside a cell: put the cell in quotes, and write this one twice',
  CSV_INVALID_CLOSING_QUOTE: 'text follows a quote that closes a cell: write a quote inside a cell twice',
};

/** The records of a CSV file (RFC 4180), its header among them, without empty ones. Throws a `FixtureError` for what is no CSV. */
export function readCsvRows(file: string, advice: string): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let lastLine = 0;
  try {
    // csv-parse counts a line break of two characters inside of quotes twice.
    parse(textOf(file, advice).replaceAll(/\r\n?/g, '\n'), {
      record_delimiter: '\n',
      relax_column_count: true,
      skip_records_with_empty_values: true,
      on_record(cells: string[], { lines }) {
        rows.push({ line: lines - (cells.join('').split('\n').length - 1), cells });
        lastLine = lines;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = error.code === 'CSV_QUOTE_NOT_CLOSED' ? lastLine + 1 : error.lines;
    throw new FixtureError(`${file}:${line}`, quotes[error.code] ?? error.message, advice);
  }
  return rows;
}

/** Without a byte order mark. What spreadsheets call CSV is often in another encoding. */
function textOf(file: string, advice: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new FixtureError(file, 'it is not UTF-8: save it as "CSV UTF-8"', advice);
  }
}
