const insideDoubleQuotes = (text: string) => JSON.stringify(text).slice(1, -1);

/** How a text stands inside a string of each language: the rules of docs-src/engine/code-samples. */
export const keyEscapers: Readonly<Record<string, (text: string) => string>> = {
  shell: (text) => text.replaceAll("'", "'\\''"),
  python: insideDoubleQuotes,
  javascript: insideDoubleQuotes,
  php: (text) => text.replace(/[\\']/g, '\\$&'),
};
