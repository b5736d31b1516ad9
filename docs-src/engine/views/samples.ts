import type { JsonValue, Operation } from '../../../openapi/model/api-model.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import { sampleLanguages } from '../samples/index.ts';
import { markKey, placeholdersOf, sampleHtml } from '../samples/sample-html.ts';
import type { SampleLanguage, SampleRequest } from '../samples/sample-request.ts';
import { colour } from './examples.ts';
import type { Html, LanguageView, SampleView } from './views.ts';

/** Names under which documents write the languages that we print. */
const otherNames: Readonly<Record<string, string>> = {
  curl: 'shell',
  bash: 'shell',
  sh: 'shell',
  js: 'javascript',
  node: 'javascript',
  'node.js': 'javascript',
  nodejs: 'javascript',
  py: 'python',
  python3: 'python',
};

interface WrittenSample {
  readonly language: string;
  readonly label: string;
  readonly source: string;
}

/** `x-codeSamples` (and its older spelling): samples that the document brings itself. */
function writtenSamples(operation: Operation): WrittenSample[] {
  const value: JsonValue | undefined =
    operation.extensions['x-codeSamples'] ?? operation.extensions['x-code-samples'];
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: JsonValue) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return [];
    const { lang, label, source } = item as Readonly<Record<string, JsonValue>>;
    if (typeof lang !== 'string' || typeof source !== 'string') return [];
    const name = lang.toLowerCase();
    return [{ language: otherNames[name] ?? name, label: typeof label === 'string' ? label : lang, source }];
  });
}

/** The language of a tab that samples are printed in; undefined: in a language that only the document can bring. */
export function emitterOf(tab: string): SampleLanguage | undefined {
  return sampleLanguages.find((language) => language.id === (otherNames[tab.toLowerCase()] ?? tab));
}

/** Whether a tab shows a sample of an operation: a printed one, or one that the document brings. */
export function hasSamplesFor(tab: string, operation: Operation): boolean {
  if (emitterOf(tab) !== undefined) return true;
  return writtenSamples(operation).some((sample) => sample.language === tab.toLowerCase());
}

const codeOfTab = /(<pre class="highlight [^"]* tab-([\w-]+)"><code>)([\s\S]*?)(?=<\/code>)/g;

/** The code of a writer's own page, with the reader's key in it as in the samples. */
export function withKeyPlaces(html: Html, placeholder: string | undefined): Html {
  if (placeholder === undefined || !html.includes(escapeHtml(placeholder))) return html;
  return html.replace(
    codeOfTab,
    (_block, open: string, tab: string, code: string) =>
      open + markKey(code, [placeholder], otherNames[tab] ?? tab),
  );
}

/**
 * One sample per tab: the document's own where it has one, else printed; then the document's samples in languages
 * that have no tab.
 */
export function sampleViews(
  operation: Operation,
  request: SampleRequest,
  tabs: readonly LanguageView[],
): SampleView[] {
  const written = writtenSamples(operation);
  const ofTabs = tabs.flatMap((tab): SampleView[] => {
    const emitter = emitterOf(tab.id);
    const own = written.find((sample) => sample.language === (emitter?.id ?? tab.id.toLowerCase()));
    const lexer = emitter?.lexer ?? tab.id.split('--')[0] ?? tab.id;
    const view = { language: tab.id, label: tab.label, lexer };
    if (own !== undefined) {
      const html = colour(own.source.trimEnd(), lexer);
      const codeHtml = markKey(html, placeholdersOf(request), emitter?.id ?? tab.id);
      return [{ ...view, emitter: undefined, codeHtml }];
    }
    if (emitter === undefined) return [];
    return [{ ...view, emitter: emitter.id, codeHtml: sampleHtml(emitter, request) }];
  });
  const known = new Set(tabs.map((tab) => otherNames[tab.id.toLowerCase()] ?? tab.id.toLowerCase()));
  const others = written
    .filter((sample) => !known.has(sample.language))
    .map((sample) => ({
      language: sample.language,
      label: sample.label,
      lexer: sample.language,
      emitter: undefined,
      codeHtml: markKey(
        colour(sample.source.trimEnd(), sample.language),
        placeholdersOf(request),
        sample.language,
      ),
    }));
  return [...ofTabs, ...others];
}
