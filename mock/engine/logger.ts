/** Where the mock writes what happens: pino's shape, so that a pino logger can be passed in as it is. */
export interface Logger {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export const silentLogger: Logger = { info() {}, warn() {}, error() {} };
