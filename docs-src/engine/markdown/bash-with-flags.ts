import type { LanguageFn } from 'highlight.js';
import bash from 'highlight.js/lib/languages/bash';

/** highlight.js' bash leaves `curl` and `--header` plain: the two things a reader of a request looks for. */
export const bashWithFlags: LanguageFn = (hljs) => {
  const language = bash(hljs);
  return {
    ...language,
    contains: [
      { scope: 'attr', match: /(?<=\s)--?[A-Za-z][\w-]*/, relevance: 0 },
      { scope: 'built_in', match: /(?<=^|[|;&]\s*)(curl|wget|http|jq)(?=\s)/m, relevance: 0 },
      ...(language.contains ?? []),
    ],
  };
};
