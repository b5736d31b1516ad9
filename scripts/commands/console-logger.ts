import picocolors from 'picocolors';
import { pino } from 'pino';

export type LogStyle = 'text' | 'json' | 'silent';

interface ConsoleLogger {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** What the mock's log looks like on a terminal: one line a request; `json` is pino's, for machines. */
export function createConsoleLogger(style: LogStyle): ConsoleLogger {
  if (style === 'silent') return pino({ level: 'silent' });
  if (style === 'json') return pino();
  return {
    info: (facts, message) => writeLine(`${colourStatus(message)}${reasonOf(facts)}`),
    warn: (_facts, message) => writeLine(picocolors.yellow(message)),
    error: (facts, message) => writeLine(picocolors.red(`${message}${stackOf(facts)}`)),
  };
}

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
  return picocolors.dim(`  ${facts.answeredBy}: ${facts.why}`);
}

function stackOf(facts: object): string {
  return 'err' in facts && facts.err instanceof Error ? `\n${facts.err.stack}` : '';
}
