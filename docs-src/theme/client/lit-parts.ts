/** Where a sample says a parameter and its value, as offsets from its start: `max=3`, `'max' => 3`, `"max": 3`, `X-Max: 3`. */
export function litParts(sample: string, name: string): [start: number, end: number][] {
  const names = [...new Set([name, encodeURIComponent(name)])].map((one) =>
    one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  const value = String.raw`=[^&'"\s]*|(['"]?)\s*(?:=>|:)\s*(?:'[^'\n]*'|"[^"\n]*"|[^'"\s,;)\]}]+)`;
  const part = new RegExp(String.raw`(?<![\w$-])(?:${names.join('|')})(?:${value}|(?=['"]))`, 'g');
  return [...sample.matchAll(part)].map(({ 0: found, index }) => [index, index + found.length]);
}
