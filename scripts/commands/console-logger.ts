import { createRequire } from 'node:module';
import { stripVTControlCharacters } from 'node:util';
import picocolors from 'picocolors';

export type LogStyle = 'text' | 'json' | 'silent';

interface ConsoleLogger {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** What the mock's log looks like on a terminal: one line a request, and all that is known of a failure; `json` is pino's, for machines. */
export function createConsoleLogger(style: LogStyle): ConsoleLogger {
  if (style === 'silent') return { info: sayNothing, warn: sayNothing, error: sayNothing };
  if (style === 'json') {
    // Loaded for who wants it. Written by process.stdout as the text is, so that one rule holds for a reader that has left.
    const { pino } = createRequire(import.meta.url)('pino') as typeof import('pino');
    return pino({}, { write: (line) => process.stdout.write(line) });
  }
  return {
    info: (facts, message) => writeLine(`${colourStatus(onOneLine(message))}${reasonOf(facts)}`),
    warn: (facts, message) => writeLine(picocolors.yellow(told(facts, message))),
    error: (facts, message) => writeLine(picocolors.red(told(facts, message))),
  };
}

const sayNothing = (): void => {};

function writeLine(text: string): void {
  process.stdout.write(`${picocolors.dim(new Date().toISOString().slice(11, 19))} ${text}\n`);
}

/** The mock's lines end in a status. */
function colourStatus(message: string): string {
  const status = /\d{3}$/.exec(message)?.[0];
  if (status === undefined) return message;
  const paint = { 2: picocolors.green, 3: picocolors.cyan, 4: picocolors.yellow, 5: picocolors.red }[
    status[0] ?? ''
  ];
  return paint === undefined ? message : message.slice(0, -status.length) + paint(status);
}

/** Which step of the pipeline answered, and with what. */
function reasonOf(facts: object): string {
  if (!('answeredBy' in facts) || !('why' in facts)) return '';
  return picocolors.dim(`  ${facts.answeredBy}: ${onOneLine(String(facts.why))}`);
}

/** A failure with the request it happened to (`X-Request-Id`), each misfit of a reply, and the stack of an error. */
function told(facts: object, message: string): string {
  const request = 'requestId' in facts ? `  request ${facts.requestId}` : '';
  const misfits = 'misfits' in facts && Array.isArray(facts.misfits) ? facts.misfits.map(misfitLine) : [];
  const stack = 'err' in facts && facts.err instanceof Error ? [facts.err.stack ?? facts.err.message] : [];
  return [onOneLine(message) + request, ...misfits, ...stack].join('\n');
}

function misfitLine(misfit: { readonly message?: unknown; readonly location?: MisfitPlace }): string {
  const place = misfit.location === undefined ? '' : `  (${misfit.location.file}#${misfit.location.pointer})`;
  return `         ${onOneLine(String(misfit.message) + place)}`;
}

interface MisfitPlace {
  readonly file: string;
  readonly pointer: string;
}

/** What came from a request or a document can neither begin a line of the log nor colour a terminal. */
function onOneLine(text: string): string {
  return stripVTControlCharacters(text).replace(/\p{Cc}+/gu, ' ');
}
