import type { SiteFiles } from '../../../docs-src/build-site.ts';
import type { SearchData, SearchRecord } from '../../../docs-src/engine/files/search-record.ts';
import { createSiteSearch, type SearchAnswer } from '../../../docs-src/theme/client/search.ts';
import { addressWithin } from '../../../docs-src/theme/client/search-entries.ts';

export interface Question {
  readonly question: string;
  /** Where the answer stands: any one of these. */
  readonly targets: readonly string[];
}

export interface Checked extends Question, SearchAnswer {
  /** Place of the first right hit, from 0; -1: none is right. */
  readonly at: number;
}

/** Questions that cannot be asked: what is wrong with them, each in a line. */
export class QuestionError extends Error {}

/** What a page would load. */
export function searchDataOf(files: SiteFiles): SearchData {
  const script = String(files.get('search-data.js'));
  return JSON.parse(script.replace(/^[^=]*=|;\n$/g, '')) as SearchData; // written by our own engine
}

/**
 * Asks the search of a site all questions, with the code that runs in the browser. A hit is right if it leads to a target or
 * to a part of it: to what stands under the heading that is the target, or belongs to the operation that it is.
 */
export function askQuestions(files: SiteFiles, questions: readonly Question[]): Checked[] {
  const data = searchDataOf(files);
  const search = createSiteSearch(data);
  const around = placesAround(data.records);
  const unknown = new Set<string>();
  const checked = questions.map((question) => {
    const targets = new Set<string>();
    for (const target of question.targets) {
      const address = addressOf(target, files, around);
      if (address === undefined) unknown.add(`"${question.question}": nothing is at ${target}.`);
      else targets.add(address);
    }
    const answer = search(question.question);
    const isRight = (href: string) => around.get(href)?.some((place) => targets.has(place)) === true;
    return { ...question, ...answer, at: answer.found.findIndex(({ href }) => isRight(href)) };
  });
  if (unknown.size > 0) throw new QuestionError([...unknown].join('\n'));
  return checked;
}

/** Of each place that a record leads to: itself, and the places that it is a part of. */
function placesAround(records: readonly SearchRecord[]): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  const add = ({ href: own, parts = [] }: SearchRecord, above: readonly string[]) => {
    const href = addressWithin(above.at(-1) ?? '', own);
    const chain = [...above, href];
    places.set(href, [...(places.get(href) ?? []), ...chain]);
    for (const part of parts) add(part, chain);
  };
  for (const record of records) add(record, []);
  return places;
}

/** The address by which the search names a target: an operation is on a page of its own, too, and a heading has several ids. */
function addressOf(
  target: string,
  files: SiteFiles,
  places: ReadonlyMap<string, unknown>,
): string | undefined {
  const [page = '', given = ''] = target.replace(/^\.\//, '').split('#');
  const path = page === '' ? 'index.html' : page;
  const html = files.has(path) ? String(files.get(path)) : undefined;
  if (html === undefined) return undefined;
  const id = given === '' ? (/<h1 id="([^"]*)"/.exec(html)?.[1] ?? '') : given;
  if (given !== '' && !html.includes(` id="${given}"`)) return undefined;
  const headings = [...html.matchAll(/<h\d id="([^"]*)">((?:<a id="[^"]*"><\/a>)+)/g)];
  const ids = [id, ...headings.flatMap(([, own = '', others]) => (others?.includes(`"${id}"`) ? [own] : []))];
  const known = [path, ...[...files.keys()].filter((file) => file.endsWith('.html'))].flatMap((file) =>
    ids.map((one) => `${file}#${one}`),
  );
  return (
    [`${path}${given === '' ? '' : `#${given}`}`, ...known].find((address) => places.has(address)) ?? target
  );
}
