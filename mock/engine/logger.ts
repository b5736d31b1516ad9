/** Where the mock writes what happens: pino's shape, so that a pino logger can be passed in as it is. */
export interface Logger {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export const silentLogger: Logger = { info() {}, warn() {}, error() {} };

/** The same logger, which never throws: no request fails for want of a line in a log. */
export function steadyLogger(logger: Logger): Logger {
  const steady = (level: keyof Logger) => (facts: object, message: string) => {
    try {
      logger[level](facts, message);
    } catch {
      // There is nowhere left to say it.
    }
  };
  return { info: steady('info'), warn: steady('warn'), error: steady('error') };
}
