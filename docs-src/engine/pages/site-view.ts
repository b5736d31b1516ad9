import type { ApiModel } from '../../../openapi/model/api-model.ts';
import { addressOf } from '../../../openapi/model/read/read-servers.ts';
import type { Placement } from '../outline/outline.ts';
import { sampleLanguages } from '../samples/index.ts';
import { defaultSettings, type PageSettings } from '../source/front-matter.ts';
import { defaultPlaceholder } from '../views/sample-request-of.ts';
import { emitterOf } from '../views/samples.ts';
import type { SiteView } from '../views/views.ts';
import type { Locale } from '../words/words.ts';
import type { SiteInput, SitePage } from './site-input.ts';

/** The front matter's settings; a page that nobody wrote has search and copy buttons. */
export function settingsOf(page: SitePage): PageSettings {
  return page.source?.settings ?? { ...defaultSettings, search: true, codeClipboard: true };
}

/** What stands around a page's content, with the title of `titled`. */
export function siteView(input: SiteInput, page: SitePage, titled: SitePage, words: Locale): SiteView {
  const { model } = input;
  const settings = settingsOf(page);
  const languages =
    page.source?.settings.languages ?? sampleLanguages.map(({ id, label }) => ({ id, label }));
  const { title } = settingsOf(titled);
  return {
    title: titled.source === undefined ? (model?.info.title ?? title) : title,
    locale: words.locale,
    direction: settings.direction ?? 'ltr',
    languages,
    hasSearch: settings.search,
    hasCopyButtons: settings.codeClipboard,
    tocFootersHtml: settings.tocFooters,
    meta: settings.meta.map((attributes) =>
      Object.entries(attributes).map(([name, value]) => ({ name, value })),
    ),
    words: words.theme,
    version: model?.info.version,
    keyPlaceholder: keyPlaceholder(model),
    servers: model === undefined ? [] : serversOf(model, input.tryItServers),
    shellTab: model && languages.find(({ id }) => emitterOf(id)?.id === 'shell')?.id,
  };
}

/** The document's, then what only Try it calls. */
function serversOf(model: ApiModel, tryItServers: readonly string[]): readonly string[] {
  const documented = model.servers.map((server) => addressOf(server));
  return [...new Set([...documented, ...tryItServers])];
}

function keyPlaceholder(model: ApiModel | undefined): string | undefined {
  const schemes = [...(model?.securitySchemes.values() ?? [])];
  const withKey = schemes.filter((scheme) => scheme.type !== 'mutualTLS');
  if (withKey.length === 0) return undefined;
  return withKey.find((scheme) => scheme.placeholder !== undefined)?.placeholder ?? defaultPlaceholder;
}

/** A meta description: as much as search engines show. */
export function shortDescription(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= 160 ? flat : `${flat.slice(0, 157).replace(/\s+\S*$/, '')}…`;
}

/** Hosts of the images that a writer's pages name: the only ones that the policy lets in. */
export function imageOrigins(placements: readonly Placement[]): string[] {
  const html = placements.map((placement) => (placement.kind === 'html' ? placement.html : '')).join('\n');
  const sources = [...html.matchAll(/<img\b[^>]*?\ssrc\s*=\s*["']?(https?:\/\/[^/"'\s>]+)/gi)];
  return [...new Set(sources.map((match) => match[1] ?? ''))];
}
