import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DocumentFault } from '../openapi/model/api-model.ts';
import { packageFile } from '../openapi/model/package-root.ts';
import { isWebAddress } from '../openapi/model/read/fetch-text.ts';
import type { GivenPlans } from '../openapi/model/read/given-plans.ts';
import { readModel } from '../openapi/model/read-model.ts';
import { buildFiles } from './engine/files/build-files.ts';
import { createDeadLinkFinder } from './engine/files/dead-links.ts';
import { createTextLinks } from './engine/files/text-links.ts';
import { findSilentTabs } from './engine/outline/silent-tabs.ts';
import { createSite } from './engine/pages/site.ts';
import { type SiteFile, wholeContent } from './engine/pages/site-file.ts';
import type { SiteInput } from './engine/pages/site-input.ts';
import type { SiteFiles, SiteTheme } from './engine/pages/site-theme.ts';
import { type Brand, type BrandSettings, readBrand } from './engine/source/brand.ts';
import { countPage } from './engine/source/counts/count-page.ts';
import { countSource } from './engine/source/counts/count-source.ts';
import { findLosses } from './engine/source/counts/find-losses.ts';
import { readDocumentLogo } from './engine/source/document-logo.ts';
import { filesUnder } from './engine/source/files-under.ts';
import { findSource } from './engine/source/find-page.ts';
import type { PageSource } from './engine/source/read-page-source.ts';
import { readSourceText } from './engine/source/read-source-text.ts';
import { readSavedPages } from './engine/source/saved-pages.ts';
import type { SourceFault } from './engine/source/source-fault.ts';
import { readWrittenPages } from './engine/source/written-pages.ts';
import { wordsOf } from './engine/words/words.ts';

export type { SiteFile } from './engine/pages/site-file.ts';
export type { SiteFiles } from './engine/pages/site-theme.ts';

export interface BuildSiteOptions {
  /**
   * Path or address of an OpenAPI document; without one the site of this package's own document is built, with its pages. False: the
   * site is its `pages` alone.
   */
  readonly document?: string | false | undefined;
  /** Usage plans in the place of the document's own: the path of an SLA4OAI file, or plans in few words. */
  readonly plans?: GivenPlans | undefined;
  /** Paths or addresses of OpenAPI Overlays, applied to the document in this order. */
  readonly overlays?: readonly string[] | undefined;
  /**
   * Folder with index.md (or index.html.md), its includes and images; every other Markdown file there is a guide with an
   * address of its own (guides/first.html). Without a folder the page is made from the document.
   */
  readonly pages?: string | undefined;
  /**
   * An existing Slate project or its source folder: built as Slate would. Of a document beside it the site has what its
   * directives name, and no more.
   */
  readonly slate?: string | undefined;
  /** HTML of the page as it was published, or a folder with that of all pages: the ids of its headings stay addresses. */
  readonly keptAnchors?: string | undefined;
  /** Where the site will be: `https://name.github.io/project/`. Gives canonical links, the sitemap, Open Graph. */
  readonly baseUrl?: string | undefined;
  /** `en` or `fr`; a page's front matter wins. Without a document and pages the site is this package's own in that language. */
  readonly locale?: string | undefined;
  /** The same site in other languages: by BCP 47 tag its address, seen from this site's index (`{ fr: 'fr/' }`) or whole. */
  readonly translations?: Readonly<Record<string, string>> | undefined;
  /** Servers that Try it may call: absolute, or a path on the site's own server (`/learningobject/v2`). None: no Try it. */
  readonly tryItServers?: readonly string[] | undefined;
  /** Curly quotes, dashes and dots on the pages of a Slate source, as Slate 1.x had them. */
  readonly hasSmartPunctuation?: boolean;
  /** Slate's nested heading ids instead of counted ones. */
  readonly hasNestedIds?: boolean;
  /** One page alone, as Slate has it: no page per operation, schemas at its end. */
  readonly isOnePage?: boolean;
  /** False leaves out what lies beside the pages: their Markdown, llms.txt, the document, the Postman collection. */
  readonly hasDownloads?: boolean;
  /** Text of the pages that is UTF-8 read as another encoding is read as what it was; the files stay as they are. */
  readonly repairsEncoding?: boolean;
  /** A logo, colours, a stylesheet and a link to edit pages of one's own; the front matter of the index may say the same. */
  readonly brand?: BrandSettings;
  /** Called with each thing in the sources that the page cannot show, with file and line. */
  readonly onFault?: (fault: SourceFault) => void;
  /** Called with each file that `repairsEncoding` read otherwise than it is written: its name in messages, its whole text. */
  readonly onRepaired?: (file: string, text: string) => void;
  /** Called once, with what the document has that is not used or can't be kept (`renderFaults` makes lines of it). */
  readonly onDocumentFaults?: (faults: readonly DocumentFault[]) => void;
}

const ownDocument = 'openapi/generated/openapi.json';
const ownPages = 'docs-src/inokufu/pages';
const inFrench = { pages: 'docs-src/inokufu/pages-fr', overlay: 'openapi/document/fr.overlay.yaml' };

/** Reads the theme: its templates from the sources, its bundled styles and scripts from dist/theme. */
function readTheme(): SiteTheme {
  const built = packageFile('dist/theme');
  if (!existsSync(path.join(built, 'site.css'))) {
    throw new Error(`The theme is not built: no site.css in ${built}. Run "npm run build" first.`);
  }
  const files = new Map(
    readdirSync(built).map((name) => [name, readFileSync(path.join(built, name))] as const),
  );
  return {
    templates: packageFile('docs-src/theme/templates'),
    files,
    styles: ['site.css'],
    scripts: ['start.js', 'site.js'],
  };
}

/** All files under a folder that are no pages of it: images, a logo, downloads. */
function readAssets(folder: string): Map<string, Uint8Array> {
  const isAsset = (name: string) =>
    !/\.(md|markdown|erb|scss|js|css|rb)$/i.test(name) &&
    !/(^|\/)[._]/.test(name) &&
    !/^(layouts|includes|stylesheets|javascripts)\//.test(name);
  return new Map(
    filesUnder(folder)
      .filter(isAsset)
      .map((name) => [name, readFileSync(path.join(folder, name))]),
  );
}

/**
 * Builds a documentation site in memory. A document that cannot be read, a directive that names an unknown operation and
 * a broken template stop it (DocumentError, SourceError); what a page merely cannot show is told to `onFault`.
 */
export async function buildSite(options: BuildSiteOptions = {}): Promise<SiteFiles> {
  const files = new Map<string, string | Uint8Array>();
  for await (const [path, content] of streamSite(options)) files.set(path, wholeContent(content));
  return files;
}

/**
 * The same file by file, for those that write each one down: a site of hundreds of megabytes is never in memory. Of two files
 * with one path the later is meant.
 */
export async function* streamSite(options: BuildSiteOptions = {}): AsyncGenerator<SiteFile> {
  const isOwn = options.document === undefined && options.slate === undefined;
  const document = isOwn ? packageFile(ownDocument) : options.document || undefined;
  const { plans, overlays = [] } = options;
  const isFrench = isOwn && options.pages === undefined && wordsOf(options.locale ?? 'en').locale === 'fr';
  const model =
    document === undefined
      ? undefined
      : await readModel({
          document,
          plans,
          overlays: [...(isFrench ? [packageFile(inFrench.overlay)] : []), ...overlays],
          strict: isOwn && overlays.length === 0,
          hasInternal: false,
        });
  const folder =
    options.slate ?? options.pages ?? (isOwn ? packageFile(isFrench ? inFrench.pages : ownPages) : undefined);
  if (model === undefined && folder === undefined)
    throw new Error('A site without a document needs pages: give the folder with its index.md.');
  const onFault = onceEach(options.onFault ?? (() => undefined));
  if (document !== undefined && !isOwn && !isWebAddress(document))
    readSourceText(document, document, 'none').faults.forEach(onFault);
  const written = folder === undefined ? noPages : readPages(folder, options, onFault);
  const brand = brandOf(options.brand ?? {}, folder, written.pages[0].source);
  for (const fault of brand.faults) onFault(fault);
  const documentLogo = readDocumentLogo(model?.info.extensions['x-logo'], document ?? '');
  const input: SiteInput = {
    ...written,
    assets: new Map([...written.assets, ...documentLogo.assets, ...brand.assets]),
    writersVariables: [written.writersVariables, brand.css].filter((css) => css !== '').join('\n'),
    logo: brand.logo ?? documentLogo.logo,
    editUrl: brand.editUrl,
    documentFile: document === undefined ? undefined : fileNameOf(document),
    model,
    isSlate: options.slate !== undefined,
    theme: readTheme(),
    locale: options.locale,
    baseUrl: options.baseUrl === undefined ? undefined : options.baseUrl.replace(/\/*$/, '/'),
    translations: new Map(Object.entries(options.translations ?? {})),
    tryItServers: options.tryItServers ?? [],
    hasSmartyPants: options.hasSmartPunctuation ?? false,
    headingIds: options.hasNestedIds === true ? 'nested' : written.headingIds,
    savedPages: options.keptAnchors === undefined ? new Map() : readSavedPages(options.keptAnchors),
    isOnePage: options.isOnePage ?? false,
    hasDownloads: options.hasDownloads ?? true,
    onFault,
  };
  const site = createSite(input);
  const textLinks = createTextLinks(site, document ?? '');
  const pages = input.pages.flatMap(({ path, source }) => (source === undefined ? [] : [{ path, source }]));
  const deadLinks = createDeadLinkFinder(pages, input.isSlate);
  const counts = new Map<string, ReturnType<typeof countPage>>();
  for (const file of buildFiles(site, textLinks)) {
    const [path, content] = file;
    deadLinks.look(file);
    if (options.slate !== undefined && pages.some((page) => page.path === path))
      counts.set(path, countPage(String(wholeContent(content))));
    yield file;
  }
  for (const { path, source } of pages) {
    for (const { file, text } of source.repaired) options.onRepaired?.(file, text);
    const counted = counts.get(path);
    if (counted !== undefined) findLosses(countSource(source.texts), counted).forEach(onFault);
  }
  for (const fault of deadLinks.faults()) onFault(fault);
  if (model === undefined || document === undefined) return;
  // A page that lists no languages has those of the index; an old source's own code fills its tabs.
  const [index] = pages;
  for (const { source } of options.slate === undefined ? pages : [])
    if (source === index?.source || source.settings.languages !== index?.source.settings.languages)
      findSilentTabs(source, model).forEach(onFault);
  options.onDocumentFaults?.([...model.warnings, ...documentLogo.faults, ...textLinks.faults]);
}

function fileNameOf(document: string): string {
  return path.basename(isWebAddress(document) ? new URL(document).pathname : document);
}

/** The brand of the options, else of the index's front matter, whose files lie beside it. */
function brandOf(options: BrandSettings, folder: string | undefined, index: PageSource | undefined): Brand {
  const { brand = {}, brandLines = {} } = index?.settings ?? {};
  const source = (folder === undefined ? undefined : findSource(folder)?.folder) ?? '';
  const beside = (name: string | undefined) => name && path.join(source, name);
  const settings: BrandSettings = {
    logo: options.logo ?? beside(brand.logo),
    colors: { ...brand.colors, ...options.colors },
    css: options.css ?? beside(brand.css),
    editUrl: options.editUrl ?? brand.editUrl,
  };
  const isOption = { ...options, edit_url: options.editUrl } as Readonly<Record<string, unknown>>;
  return readBrand(settings, (key) =>
    isOption[key] === undefined
      ? { file: index?.texts[0]?.file ?? '', line: brandLines[key] ?? 1 }
      : { file: '', line: 1 },
  );
}

/** Two pages may have an include in common: what is wrong with it is told once. */
function onceEach(onFault: (fault: SourceFault) => void): (fault: SourceFault) => void {
  const told = new Set<string>();
  return (fault) => {
    const key = `${fault.file}:${fault.line}: ${fault.message}`;
    if (!told.has(key)) onFault(fault);
    told.add(key);
  };
}

type Written = Pick<SiteInput, 'pages' | 'assets' | 'writersVariables' | 'headingIds'>;

const noPages: Written = {
  pages: [{ path: 'index.html', source: undefined }],
  assets: new Map(),
  writersVariables: '',
  headingIds: 'counted',
};

/** Reads what a writer has: the index, the pages and files beside it, and of a Slate project its look. */
function readPages(
  folder: string,
  { slate, repairsEncoding = false }: BuildSiteOptions,
  onFault: (fault: SourceFault) => void,
): Written {
  const shown = (of: string) => (of === folder ? path.basename(of) : path.relative(folder, of));
  const isSlate = slate !== undefined;
  const { file, hasIndex, pages, project, faults } = readWrittenPages(folder, {
    isSlate,
    repairsEncoding,
    shown,
  });
  if (file === folder) return { ...noPages, pages };
  for (const fault of [...(project?.faults ?? []), ...faults]) onFault(fault);
  const replaced = path.join(path.dirname(file), 'index.html');
  if (!hasIndex && existsSync(replaced)) {
    const message = 'This file is not taken: in its place the start page lists the pages.';
    onFault({ file: shown(replaced), line: 1, message });
  }
  return {
    pages,
    assets: readAssets(path.dirname(file)),
    writersVariables: project?.css ?? '',
    headingIds: project?.headingIds ?? 'counted',
  };
}
