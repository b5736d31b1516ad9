import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import type { CheckResult, ContractReport } from '../../../engine/contract-report.ts';
import { renderJobSummary } from '../../../engine/reports/render-job-summary.ts';
import { broken, doubtful, held, report, skipped } from '../sample-report.ts';

const summaryOf = (checks: readonly CheckResult[], over: Partial<ContractReport> = {}) =>
  renderJobSummary(report(checks, over), { nameFile: (file) => file });

test('the summary has verdict, operations, causes, what is missing and the cost', () => {
  const cost = {
    countedCalls: 3,
    plan: 'Free',
    quota: { calls: 500, period: 'month' },
    left: undefined,
    isOwnMock: false,
  };
  expect(summaryOf([held, broken, doubtful, skipped], { verdict: 'broken', cost })).toMatchInlineSnapshot(`
    "## The contract is broken

    Shop 1 at \`http://h.example\`

    The contract is broken: 3 of 4 checked, 1 held, 1 broken, 1 doubtful, 1 skipped; 4 calls in 1.2 s.

    |  | operation |  | planned | held | broken | doubtful | unjudged | skipped | not asked |
    | --- | --- | --- | --: | --: | --: | --: | --: | --: | --: |
    | broken | \`listBooks\` | \`GET /books\` | 4 | 1 | 1 | 1 |  | 1 |  |

    ### Broken

    1. **a request that breaks this rule was accepted**

       rule-not-enforced in 1 check of listBooks

       Also Unable to match

       Document: \`shop.yaml#/paths/~1books/get\`

       Expected: a documented 2xx reply that fits the document

       Received: \`200 application/json []\`

       \`\`\`shell
       curl -i 'http://h.example/books'
       \`\`\`

    ### Doubtful: only our own assumptions or suspicions speak against these

    1. **must be integer**

       second-opinion (suspicion) in 1 check of listBooks

       Document: \`shop.yaml#/paths/~1books/get\`

       Expected: a documented 2xx reply that fits the document

       Received: \`200 application/json []\`

       \`\`\`shell
       curl -i 'http://h.example/books'
       \`\`\`

    ### Not checked

    - 1 check of listBooks: it needs a key

    Price: 3 calls with the key, counted on the plan Free: 500 a month, of which 100 are left alone.
    "
  `);
});

test('a run that stopped says why and what to do, a dry run that nothing was sent', () => {
  const stopped = { reason: 'It is not there.', advice: 'Is it running?' };
  expect(summaryOf([held], { verdict: 'incomplete', stopped })).toContain(
    '**Stopped before the end:** It is not there. Is it running?\n',
  );
  expect(summaryOf([], { isDryRun: true })).toMatch(/^## Nothing was sent\n/);
});

test.each([
  ['markup', '<script>alert(1)</script> **bold** [link](http://h) | # x'],
  ['backticks', '`` ``` a ` b'],
  ['lines', '\n\n# heading\n- item\n```\nend'],
  ['a name to call', '@octocat'],
])('%s that is found is text', (_, text) => {
  const finding = { ...broken.findings[0], message: text } as (typeof broken.findings)[number];
  const summary = summaryOf([
    { ...broken, name: text, findings: [finding], received: text, expected: text, curl: 'curl' },
  ]);
  const html = new MarkdownIt({ html: true }).render(summary);
  expect(html.match(/<(script|em|h1|a|li)\b/g)).toEqual(['<li']);
  expect(html.match(/<tr>/g)).toHaveLength(2);
  // In code a name calls nobody.
  expect(html.replaceAll(/<code>.*?<\/code>/g, '')).not.toContain('@octocat');
});

test('of a great many causes the first are shown', () => {
  const checks = Array.from({ length: 60 }, (_, index) => ({
    ...broken,
    findings: [{ ...broken.findings[0], code: `code-${index}` }] as typeof broken.findings,
  }));
  const summary = summaryOf(checks);
  expect(summary.match(/^\d+\. /gm)).toHaveLength(50);
  expect(summary).toContain('… and 10 more; the whole report has them');
});
