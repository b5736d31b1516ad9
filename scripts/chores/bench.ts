import { benchDocs } from './bench-docs.ts';
import { benchMock } from './bench-mock.ts';
import { benchStart } from './bench-start.ts';

/** `npm run bench [-- NAME]`: every benchmark, or the one that is named. A benchmark is one file and one line here. */
const benchmarks: Readonly<Record<string, () => Promise<void>>> = {
  docs: benchDocs,
  mock: benchMock,
  start: benchStart,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => benchmarks[name] === undefined);
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}. Name one of: ${Object.keys(benchmarks).join(', ')}.`,
  );
  process.exit(2);
}
for (const [name, run] of Object.entries(benchmarks)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.error(`${name} …`);
  await run();
}
