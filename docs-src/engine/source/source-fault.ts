/** Something in a writer's source that is wrong or that the page cannot show, with its place. */
export interface SourceFault {
  /** Empty for what an option says. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** Stops a build: every fault of the sources at once, one a line, as editors recognise them. */
export class SourceError extends Error {
  readonly faults: readonly SourceFault[];

  constructor(faults: readonly SourceFault[]) {
    const lines = faults.map(({ file, line, message }) =>
      file === '' ? message : `${file}:${line}: ${message}`,
    );
    super(lines.join('\n'));
    this.name = 'SourceError';
    this.faults = faults;
  }
}
