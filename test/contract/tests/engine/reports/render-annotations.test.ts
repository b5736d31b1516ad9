import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../../../openapi/operations/judge/finding.ts';
import { renderAnnotations } from '../../../engine/reports/render-annotations.ts';
import { broken, doubtful, held, report } from '../sample-report.ts';

const placeOf = () => ({ file: 'api/shop.yaml', line: 7 });
const one = broken.findings[0] as Finding;
/** So many causes, each of one check. */
const causes = (amount: number, base: typeof broken) =>
  Array.from({ length: amount }, (_, index) => ({
    ...base,
    findings: [{ ...one, ...base.findings[0], code: `code-${index}` }],
  }));
const kindsOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => /^::(\w+)/.exec(line)?.[1]);

describe('annotations', () => {
  test('are none where the contract holds', () => {
    expect(renderAnnotations(report([held]), { placeOf })).toBe('');
  });

  test('are an error or a warning a cause, at its place in the document', () => {
    expect(
      renderAnnotations(report([broken, { ...broken, name: 'b' }, doubtful]), { placeOf }),
    ).toMatchInlineSnapshot(`
      "::error file=api/shop.yaml,line=7,title=rule-not-enforced::a request that breaks this rule was accepted%0AFound in 2 checks of listBooks: max above its maximum; b%0Acurl -i 'http://h.example/books'
      ::warning file=api/shop.yaml,line=7,title=second-opinion (suspicion)::must be integer%0AFound in 1 check of listBooks%0Acurl -i 'http://h.example/books'
      "
    `);
  });

  test('are errors in a strict run', () => {
    expect(kindsOf(renderAnnotations(report([doubtful], { isStrict: true }), { placeOf }))).toEqual([
      'error',
    ]);
  });

  test.each([
    ['has a file and no line', { file: 'a.yaml', line: undefined }, '::error file=a.yaml,title='],
    ['has neither', undefined, '::error title='],
    [
      'has a name with signs',
      { file: 'a,b:c%.yaml', line: 1 },
      '::error file=a%2Cb%3Ac%25.yaml,line=1,title=',
    ],
  ])('are at a place that %s', (_, place, want) => {
    expect(renderAnnotations(report([broken]), { placeOf: () => place })).toContain(want);
  });

  test('are a line each, whatever is found', () => {
    const finding = { ...one, message: '100 %\r\n::error::mine' };
    const text = renderAnnotations(report([{ ...broken, findings: [finding] }]), { placeOf });
    expect(text.match(/\n/g)).toHaveLength(1);
    expect(text).toContain('::100 %25%0D%0A::error::mine%0AFound in ');
  });

  test('are at most ten of a kind, and say how many more there are', () => {
    const text = renderAnnotations(report([...causes(12, broken), ...causes(11, doubtful)]), { placeOf });
    const kinds = kindsOf(text);
    const count = (kind: string) => kinds.filter((name) => name === kind).length;
    expect([count('error'), count('warning'), count('notice')]).toEqual([10, 10, 1]);
    expect(text).toContain('::notice title=More::3 more are in the summary of the job.\n');
  });

  test('begin with why the run had to stop', () => {
    const stopped = { reason: 'It is not there.', advice: 'Is it running?' };
    const text = renderAnnotations(report(causes(12, broken), { stopped }), { placeOf });
    expect(text).toMatch(/^::error title=Stopped before the end::It is not there\.%0AIs it running\?\n/);
    expect(kindsOf(text).filter((kind) => kind === 'error')).toHaveLength(10);
  });
});
