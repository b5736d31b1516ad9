import path from 'node:path';
import { buildSite } from '../../docs-src/build-site.ts';
import { findPage } from '../../docs-src/engine/source/find-page.ts';
import { readPageSource } from '../../docs-src/engine/source/read-page-source.ts';
import type { SourceFault } from '../../docs-src/engine/source/source-fault.ts';
import { countPage } from './slate-check/count-page.ts';
import { countSource } from './slate-check/count-source.ts';
import { differences } from './slate-check/slate-counts.ts';

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error('Usage: npm run slate-check -- DIR …   (a Slate project, its source folder or a page)');
  process.exit(2);
}

/** Builds each source as `api-kit docs --slate` does and counts what the source has against what the page has. */
let differing = 0;
for (const folder of folders) {
  const faults: SourceFault[] = [];
  const page = findPage(folder);
  const source = readPageSource(page, path.relative(path.dirname(page), page));
  const files = await buildSite({ slate: folder, onFault: (fault) => faults.push(fault) });
  const wanted = countSource(source.texts.map(({ text }) => text));
  const found = differences(wanted, countPage(String(files.get('index.html'))));
  const { headings, tables, codeBlocks, asides, annotations, images, anchors } = wanted;
  console.log(
    `${found.length === 0 ? 'same   ' : 'differs'} ${folder}: ${headings} headings, ${anchors.size} anchors, ${tables} tables, ` +
      `${codeBlocks} code blocks, ${asides} asides, ${annotations} annotations, ${images} images; ${faults.length} named`,
  );
  for (const difference of found) console.log(`        ${difference}`);
  for (const fault of faults) console.log(`        ${fault.file}:${fault.line}: ${fault.message}`);
  if (found.length > 0) differing += 1;
}
console.log(`${folders.length - differing} of ${folders.length} sources are on their page as they are.`);
process.exitCode = differing === 0 ? 0 : 1;
