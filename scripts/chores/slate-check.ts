import path from 'node:path';
import { buildSite } from '../../docs-src/build-site.ts';
import { countPage } from '../../docs-src/engine/source/counts/count-page.ts';
import { countSource } from '../../docs-src/engine/source/counts/count-source.ts';
import { differences } from '../../docs-src/engine/source/counts/slate-counts.ts';
import { findPage } from '../../docs-src/engine/source/find-page.ts';
import { readFurtherPages } from '../../docs-src/engine/source/further-pages.ts';
import { readPageSource } from '../../docs-src/engine/source/read-page-source.ts';
import type { SourceFault } from '../../docs-src/engine/source/source-fault.ts';

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error('Usage: npm run slate-check -- DIR …   (a Slate project, its source folder or a page)');
  process.exit(2);
}

/** All pages of a source: its index, and those beside it unless a single page was given. */
function pagesOf(folder: string) {
  const index = findPage(folder);
  const root = path.dirname(index);
  const shown = (file: string) => path.relative(root, file);
  const first = { path: 'index.html', source: readPageSource(index, { shownAs: shown(index) }) };
  if (index === folder) return [first];
  return [first, ...readFurtherPages({ file: index, source: first.source }, shown).pages];
}

/** Builds each source as `api-kit docs --slate` does and counts what its pages have against what was made of them. */
let differing = 0;
for (const folder of folders) {
  const faults: SourceFault[] = [];
  const files = await buildSite({ slate: folder, onFault: (fault) => faults.push(fault) });
  let isSame = true;
  for (const page of pagesOf(folder)) {
    const wanted = countSource(page.source.texts);
    const found = differences(wanted, countPage(String(files.get(page.path))));
    const { headings, tables, codeBlocks, asides, annotations, images, anchors } = wanted;
    console.log(
      `${found.length === 0 ? 'same   ' : 'differs'} ${folder} ${page.path}: ${headings.length} headings, ${anchors.size} anchors, ` +
        `${tables.length} tables, ${codeBlocks} code blocks, ${asides} asides, ${annotations} annotations, ${images} images`,
    );
    for (const difference of found) console.log(`        ${difference}`);
    if (found.length > 0) isSame = false;
  }
  for (const fault of faults) console.log(`        ${fault.file}:${fault.line}: ${fault.message}`);
  if (!isSame) differing += 1;
}
console.log(`${folders.length - differing} of ${folders.length} sources are on their pages as they are.`);
process.exitCode = differing === 0 ? 0 : 1;
