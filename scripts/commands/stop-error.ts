/** Ends the program with one message for the reader. 1: checked and found wrong; 2: could not run. */
export class StopError extends Error {
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
