import path from 'node:path';
import { Command } from 'commander';
import { parseHttpUrl } from './option-parsers.ts';
import { StopError } from './stop-error.ts';
import { writeSite } from './write-site.ts';

interface DocsOptions {
  readonly out: string;
  readonly pages?: string;
  readonly slate?: string;
  readonly baseUrl?: URL;
  readonly locale?: string;
  readonly tryIt?: readonly string[];
  readonly nestedIds?: true;
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
      'Markdown pages: index.md and its includes (default: made from the document)',
    )
    .option('--slate <directory>', 'an existing Slate source, built unchanged and without a document')
    .option(
      '--base-url <url>',
      'where the site will be: for canonical links, the sitemap and Open Graph',
      parseHttpUrl,
    )
    .option('--locale <language>', "language of the site's own words: en or fr")
    .option('--try-it <server...>', 'servers that Try it may call: addresses, or a path on the site itself')
    .option('--nested-ids', "Slate's nested heading ids instead of counted ones")
    .action(runDocs);
}

async function runDocs(document: string | undefined, options: DocsOptions): Promise<void> {
  if (document !== undefined && options.slate !== undefined) {
    throw new StopError(
      'Give a document or --slate, not both: a Slate source is built without a document.',
      2,
    );
  }
  const started = performance.now();
  const { buildSite } = await import('../../docs-src/build-site.ts');
  const files = await buildSite({
    ...(document === undefined ? {} : { document }),
    ...(options.pages === undefined ? {} : { pages: options.pages }),
    ...(options.slate === undefined ? {} : { slate: options.slate }),
    ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl.href }),
    ...(options.locale === undefined ? {} : { locale: options.locale }),
    ...(options.tryIt === undefined ? {} : { tryItServers: options.tryIt }),
    ...(options.nestedIds === undefined ? {} : { hasNestedIds: options.nestedIds }),
    onFault: ({ file, line, message }) => console.error(`${file}:${line}: ${message}`),
  });
  const count = await writeSite(files, options.out);
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  console.log(`${count} files in ${path.relative('', options.out) || '.'}, ${seconds} s`);
}
