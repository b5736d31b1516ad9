import { existsSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Command } from 'commander';
import type { BuildSiteOptions } from '../../docs-src/build-site.ts';
import { renderFaults } from '../../openapi/model/check/render-faults.ts';
import { isLanguageTag } from '../../openapi/model/is-language-tag.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { isWebAddress } from '../../openapi/model/read/fetch-text.ts';
import { pathHere } from './path-here.ts';
import { createCommand, type OptionsOf } from './settings/create-command.ts';
import { StopError } from './stop-error.ts';
import { untilSignal } from './until-signal.ts';
import { writeSite } from './write-site.ts';

type DocsOptions = OptionsOf<'docs'>;

/** `api-kit docs`: the documentation site as static files. */
export function docsCommand(): Command {
  return createCommand({
    name: 'docs',
    description:
      'Builds the documentation site of a document, of Markdown pages, or of an existing Slate source.',
    run: (document, options, { documentSource }) =>
      runDocs(documentOf(document, documentSource === 'command line', options), options),
  });
}

/** A configuration's document is that of the API; pages that stand without one have none, a Slate source only one that is asked for. */
function documentOf(
  document: string | undefined,
  isAsked: boolean,
  { slate, document: hasDocument, pages }: DocsOptions,
): string | undefined {
  if (!hasDocument && (isAsked || pages === undefined)) {
    throw new StopError('--no-document builds the folder of --pages alone: give that, and no document.', 2);
  }
  return (isAsked || slate === undefined) && hasDocument ? document : undefined;
}

async function runDocs(document: string | undefined, options: DocsOptions): Promise<void> {
  const { out } = options;
  if (out === undefined) throw new StopError('Say where to write the site: --out DIRECTORY.', 2);
  for (const [option, folder] of [
    ['--pages', options.pages],
    ['--slate', options.slate],
  ]) {
    if (folder !== undefined && !existsSync(folder))
      throw new StopError(`${option} ${folder}: there is no such folder.`, 2);
  }
  if (options.keepRepaired !== undefined && !options.repairEncoding) {
    throw new StopError('--keep-repaired writes what --repair-encoding repairs: give both.', 2);
  }
  for (const [tag, href] of Object.entries(options.translations ?? {}))
    if (!isLanguageTag(tag) || href === '')
      throw new StopError(`--translations ${tag}=${href}: say a language and its address, like fr=fr/.`, 2);
  const repaired = new Map<string, string>();
  let losses = 0;
  const { buildSite, streamSite } = await import('../../docs-src/build-site.ts');
  const siteOptions: BuildSiteOptions = {
    document: options.document ? document : false,
    plans: options.plans,
    overlays: options.overlay,
    pages: options.pages,
    slate: options.slate,
    keptAnchors: options.keepAnchors,
    baseUrl: options.baseUrl,
    locale: options.locale,
    translations: options.translations,
    tryItServers: options.tryIt,
    hasNestedIds: options.nestedIds,
    hasSmartPunctuation: options.smartPunctuation,
    isOnePage: options.onePage,
    repairsEncoding: options.repairEncoding,
    brand: { logo: options.logo, colors: options.colors, css: options.css, editUrl: options.editUrl },
    hasDownloads: options.downloads,
    onRepaired: (file, text) => repaired.set(file, text),
    onFault: ({ file, line, message }) => {
      losses += 1;
      console.error(`${file}:${line}: ${message}`);
    },
    onDocumentFaults: (faults) => {
      for (const line of renderFaults(faults, { isWhole: options.all, nameFile: pathHere }))
        console.error(line);
    },
  };
  let started = performance.now();
  const write = async (files: Parameters<typeof writeSite>[0]) => {
    const count = await writeSite(files, out);
    const seconds = ((performance.now() - started) / 1000).toFixed(2);
    console.log(`${count} files in ${path.relative('', out) || '.'}, ${seconds} s`);
    if (repaired.size === 0) return;
    if (options.keepRepaired === undefined) {
      console.log('The sources stay as they are: --keep-repaired DIRECTORY writes them repaired there.');
      return;
    }
    await writeSite(repaired, options.keepRepaired);
    console.log(`${[...repaired.keys()].join(', ')} repaired in ${options.keepRepaired}`);
  };
  if (!options.watch) {
    settleEngine();
    await write(streamSite(siteOptions));
    if (options.strict && losses > 0)
      throw new StopError(
        `--strict: ${losses} ${losses === 1 ? 'thing is' : 'things are'} not as written.`,
        1,
      );
    return;
  }

  const { serveLiveSite } = await import('./serve-live-site.ts');
  const site = await serveLiveSite({
    build: () => {
      started = performance.now();
      return buildSite(siteOptions);
    },
    sources: sourcesOf(document, options),
    ignored: out,
    port: options.port,
    onBuilt: write,
    onFailed: (error) => console.error(error instanceof Error ? error.message : error),
  });
  console.log(`${site.url} reloads when a source changes. Ctrl-C ends it.`);
  await untilSignal();
  await site.close();
}

/**
 * What suits a server that runs for days costs a build half of its memory and, on Node 20, a fifth of its CPU: a heap that grows to four
 * times what is in use before anything is freed, and optimising what is soon done. Later engines have no such budget.
 */
function settleEngine(): void {
  setFlagsFromString('--heap-growing-percent=100');
  if (Number.parseFloat(process.versions.v8) < 12) setFlagsFromString('--interrupt-budget=540000');
}

/** What a site is made from; the theme's styles and scripts are those that `npm run build` left in dist/. */
function sourcesOf(document: string | undefined, options: DocsOptions): readonly string[] {
  const { overlay = [], pages, slate, keepAnchors, logo, css } = options;
  const own =
    document === undefined && slate === undefined && options.document
      ? [
          packageFile('openapi/generated'),
          packageFile('openapi/document/fr.overlay.yaml'),
          packageFile('docs-src/inokufu'),
        ]
      : [];
  const theme = [packageFile('docs-src/theme/templates'), packageFile('dist/theme')];
  // A document may refer to files beside it.
  const beside = document === undefined || isWebAddress(document) ? undefined : path.dirname(document);
  const given = [
    beside,
    ...overlay.filter((file) => !isWebAddress(file)),
    pages,
    slate,
    keepAnchors,
    logo,
    css,
  ];
  return [...own, ...theme, ...given.filter((source) => source !== undefined)];
}
