import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command, Option } from 'commander';
import { renderFaults } from '../../openapi/model/check/render-faults.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { collectColours, collectServers, parseHttpUrl, parsePort } from './option-parsers.ts';
import { pathHere } from './path-here.ts';
import { StopError } from './stop-error.ts';
import { untilSignal } from './until-signal.ts';
import { writeSite } from './write-site.ts';

interface DocsOptions {
  readonly document: boolean;
  readonly out: string;
  readonly pages?: string;
  readonly slate?: string;
  readonly baseUrl?: URL;
  readonly locale?: string;
  readonly tryIt?: readonly string[];
  readonly logo?: string;
  readonly colors?: Readonly<Record<string, string>>;
  readonly css?: string;
  readonly editUrl?: string;
  readonly nestedIds?: true;
  readonly repairEncoding?: true;
  readonly keepRepaired?: string;
  readonly onePage?: true;
  readonly downloads: boolean;
  readonly watch?: true;
  readonly port: number;
  readonly all?: true;
}

/** `api-kit docs`: the documentation site as static files. */
export function docsCommand(): Command {
  return new Command('docs')
    .description(
      'Builds the documentation site of a document, of Markdown pages, or of an existing Slate source.',
    )
    .argument('[document]', 'OpenAPI 3.0 or 3.1 file (default: the one that ships with this package)')
    .requiredOption('--out <directory>', 'where to write it')
    .option(
      '--pages <directory>',
      'Markdown pages: index.md, its includes and guides beside it (default: made from the document)',
    )
    .option('--no-document', 'the Markdown pages alone, without a document')
    .option('--slate <directory>', 'an existing Slate source, built unchanged and without a document')
    .option(
      '--base-url <url>',
      'where the site will be: for canonical links, the sitemap and Open Graph',
      parseHttpUrl,
    )
    .addOption(new Option('--locale <language>', "language of the site's own words").choices(['en', 'fr']))
    .option(
      '--try-it <server...>',
      'servers that Try it may call: addresses, or a bare path like /v2, which only works where the mock serves the page',
      collectServers,
    )
    .option('--logo <file>', 'an image above the menu')
    .option('--colors <name=value...>', "values of Slate's colours: nav-bg=#123456", collectColours)
    .option('--css <file>', 'a stylesheet of your own')
    .option('--edit-url <pattern>', 'where a page can be edited: an address with {file} in it')
    .option('--one-page', 'one page alone, as Slate has it: no page per operation')
    .option(
      '--no-downloads',
      'the pages alone: without their Markdown, the document and the Postman collection',
    )
    .option('--nested-ids', "Slate's nested heading ids instead of counted ones")
    .option(
      '--repair-encoding',
      'read text of the pages that is UTF-8 read as another encoding as what it was; the sources stay as they are',
    )
    .option('--keep-repaired <directory>', 'write the sources that were read so there, repaired')
    .option('--watch', 'serve the site, and make it again and reload open pages when a source changes')
    .option('--all', 'list every fault of the document, also of many that are alike')
    .option('--port <number>', 'with --watch: 0 takes a free one', parsePort, 4020)
    .action(runDocs);
}

async function runDocs(document: string | undefined, options: DocsOptions): Promise<void> {
  if (document !== undefined && options.slate !== undefined) {
    throw new StopError(
      'Give a document or --slate, not both: a Slate source is built without a document.',
      2,
    );
  }
  if (!options.document && (document !== undefined || options.pages === undefined)) {
    throw new StopError('--no-document builds the folder of --pages alone: give that, and no document.', 2);
  }
  for (const [option, folder] of [
    ['--pages', options.pages],
    ['--slate', options.slate],
  ]) {
    if (folder !== undefined && !existsSync(folder))
      throw new StopError(`${option} ${folder}: there is no such folder.`, 2);
  }
  if (options.keepRepaired !== undefined && options.repairEncoding === undefined) {
    throw new StopError('--keep-repaired writes what --repair-encoding repairs: give both.', 2);
  }
  const repaired = new Map<string, string>();
  const { buildSite } = await import('../../docs-src/build-site.ts');
  const build = () =>
    buildSite({
      ...(document === undefined ? {} : { document }),
      ...(options.document ? {} : { document: false }),
      ...(options.pages === undefined ? {} : { pages: options.pages }),
      ...(options.slate === undefined ? {} : { slate: options.slate }),
      ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl.href }),
      ...(options.locale === undefined ? {} : { locale: options.locale }),
      ...(options.tryIt === undefined ? {} : { tryItServers: options.tryIt }),
      ...(options.nestedIds === undefined ? {} : { hasNestedIds: options.nestedIds }),
      ...(options.onePage === undefined ? {} : { isOnePage: options.onePage }),
      ...(options.repairEncoding === undefined ? {} : { repairsEncoding: options.repairEncoding }),
      brand: { logo: options.logo, colors: options.colors, css: options.css, editUrl: options.editUrl },
      hasDownloads: options.downloads,
      onRepaired: (file, text) => repaired.set(file, text),
      onFault: ({ file, line, message }) => console.error(`${file}:${line}: ${message}`),
      onDocumentFaults: (faults) => {
        for (const line of renderFaults(faults, { isWhole: options.all, nameFile: pathHere }))
          console.error(line);
      },
    });
  let started = performance.now();
  const write = async (files: ReadonlyMap<string, string | Uint8Array>) => {
    const count = await writeSite(files, options.out);
    const seconds = ((performance.now() - started) / 1000).toFixed(2);
    console.log(`${count} files in ${path.relative('', options.out) || '.'}, ${seconds} s`);
    if (repaired.size === 0) return;
    if (options.keepRepaired === undefined) {
      console.log('The sources stay as they are: --keep-repaired DIRECTORY writes them repaired there.');
      return;
    }
    await writeSite(repaired, options.keepRepaired);
    console.log(`${[...repaired.keys()].join(', ')} repaired in ${options.keepRepaired}`);
  };
  if (options.watch === undefined) return write(await build());

  const { serveLiveSite } = await import('./serve-live-site.ts');
  const site = await serveLiveSite({
    build: () => {
      started = performance.now();
      return build();
    },
    sources: sourcesOf(document, options),
    ignored: options.out,
    port: options.port,
    onBuilt: write,
    onFailed: (error) => console.error(error instanceof Error ? error.message : error),
  });
  console.log(`${site.url} reloads when a source changes. Ctrl-C ends it.`);
  await untilSignal();
  await site.close();
}

/** What a site is made from; the theme's styles and scripts are those that `npm run build` left in dist/. */
function sourcesOf(document: string | undefined, options: DocsOptions): readonly string[] {
  const { pages, slate, logo, css } = options;
  const own =
    document === undefined && slate === undefined && options.document
      ? [packageFile('openapi/generated'), packageFile('docs-src/inokufu/pages')]
      : [];
  const theme = [packageFile('docs-src/theme/templates'), packageFile('dist/theme')];
  // A document may refer to files beside it.
  const given = [document === undefined ? undefined : path.dirname(document), pages, slate, logo, css];
  return [...own, ...theme, ...given.filter((source) => source !== undefined)];
}
