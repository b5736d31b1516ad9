/** Ends the program with one message for the reader. 1: checked and found wrong; 2: could not run. */
export class StopError extends Error {
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/**
 * A fault of what was given, or what the system refused (a file that can't be written, a port that only root may take),
 * whose message says all; anything else is our bug, and keeps its stack.
 */
export function tellsTheReader(error: unknown): error is Error {
  return (
    error instanceof Error &&
    (error instanceof StopError ||
      ['ConfigError', 'DocumentError', 'FixtureError', 'OptionError', 'SourceError'].includes(error.name) ||
      'syscall' in error)
  );
}
