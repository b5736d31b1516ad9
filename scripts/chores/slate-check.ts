import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildSite } from '../../docs-src/build-site.ts';
import { countPage } from '../../docs-src/engine/source/counts/count-page.ts';
import { countSource } from '../../docs-src/engine/source/counts/count-source.ts';
import { differences } from '../../docs-src/engine/source/counts/slate-counts.ts';
import { findPage } from '../../docs-src/engine/source/find-page.ts';
import { readFurtherPages } from '../../docs-src/engine/source/further-pages.ts';
import { readPageSource } from '../../docs-src/engine/source/read-page-source.ts';
import type { SourceFault } from '../../docs-src/engine/source/source-fault.ts';
import { howToGetSlate } from './slate-judge/ask-slate.ts';
import { judgeSources, type SlateJudgement } from './slate-judge/judge-source.ts';
import { publicSources } from './slate-judge/public-sources.ts';
import { isSame, renderJudgement, renderTable } from './slate-judge/render-judgement.ts';

const help = `Usage: npm run slate-check -- DIR … [--judge [--table] [--json FILE]]
       npm run slate-check -- --sources

DIR is a Slate project, its source folder or a page. Counts headings, tables and the like in each source and on the page that is
made of it. --judge compares the page with what Slate's own parser makes of the source, block by block (Debian: ruby-redcarpet,
ruby-rouge); --table prints a row of Markdown for each source, --json writes all that was found. --sources prints the public
sources that the manual's figures are of, as repository@commit.
Exit code: 0 all are the same, 1 some differ, 2 could not run.`;

const { values, positionals: folders } = parseArgs({
  options: {
    judge: { type: 'boolean', default: false },
    table: { type: 'boolean', default: false },
    json: { type: 'string' },
    sources: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

if (values.sources) console.log(publicSources.join('\n'));
else if (values.help || folders.length === 0) {
  console.log(help);
  process.exitCode = values.help ? 0 : 2;
} else process.exitCode = await (values.judge ? judge() : count());

/** Compares each source's pages with Slate's. */
async function judge(): Promise<number> {
  const judgements: SlateJudgement[] = [];
  try {
    for await (const judgement of judgeSources(folders)) {
      judgements.push(judgement);
      if (!values.table) console.log(renderJudgement(judgement));
    }
  } catch (error) {
    if (!(error instanceof Error && error.message === howToGetSlate)) throw error;
    console.error(howToGetSlate);
    return 2;
  }
  if (values.table) console.log(renderTable(judgements));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(judgements, undefined, 1)}\n`);
  const same = judgements.filter(isSame).length;
  console.log(`${same} of ${folders.length} sources show what Slate shows.`);
  return same === folders.length ? 0 : 1;
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
async function count(): Promise<number> {
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
  return differing === 0 ? 0 : 1;
}
