import { escapeJavascriptKey } from '../../engine/samples/javascript/escape-key.ts';
import { escapePhpKey } from '../../engine/samples/php/escape-key.ts';
import { escapePythonKey } from '../../engine/samples/python/escape-key.ts';
import { escapeShellKey } from '../../engine/samples/shell/escape-key.ts';

/** How a key stands inside a string of each language. */
export const keyEscapers: Readonly<Record<string, (text: string) => string>> = {
  shell: escapeShellKey,
  python: escapePythonKey,
  javascript: escapeJavascriptKey,
  php: escapePhpKey,
};
