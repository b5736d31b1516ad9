/** How often a process that npm started looks whether its shell still lives, in milliseconds. */
const parentCheckMs = 250;
/** Who started us: asked at once, because it may end while we are still starting. */
const parent = process.ppid;

/** Resolves at Ctrl-C, when the terminal closes, or when somebody asks the process, or the npm that started it, to end. */
export function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    if (isRunByNpm(process.env.npm_lifecycle_script)) whenParentEnds(resolve);
  });
}

/**
 * True for `npm start`, `npx api-kit …` and a package's script of that kind. npm hands a SIGTERM to the shell between
 * it and us, and the shell dies of it without handing it on. A script that leaves api-kit in the background (`&`)
 * means it to outlive its shell.
 */
export function isRunByNpm(script: string | undefined): boolean {
  return script !== undefined && /\bapi-kit\b/.test(script) && !script.includes('&');
}

function whenParentEnds(then: () => void): void {
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, parentCheckMs);
  timer.unref();
}
