import { HtmlValidate } from 'html-validate';
import type { SiteFiles } from '../../docs-src/build-site.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // A list of search results that a field controls has no native element (ARIA, combobox).
    'prefer-native-element': ['error', { exclude: ['listbox'] }],
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // The parser of HTML closes these as we mean it; each end tag costs bytes.
    'no-implicit-close': 'off',
    'no-implicit-input-type': 'off',
  },
});

/** What is no valid HTML on some pages of a site. */
export async function htmlFaults(files: SiteFiles, names: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const name of names) {
    const { results } = await validator.validateString(String(files.get(name)), name);
    for (const { messages } of results)
      for (const { line, message, ruleId } of messages) faults.push(`${name}:${line} ${ruleId}: ${message}`);
  }
  return faults;
}
