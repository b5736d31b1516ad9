import type { PageBlock, SourcePlace } from './page-blocks.ts';
import { type RequestTarget, readTarget } from './request-target.ts';

/** An address in front of the paths of a page. */
export interface FoundServer extends SourcePlace {
  /** `https://api.example.com`. */
  readonly origin: string;
  /** What every path begins with: `/v2`, or empty. */
  readonly base: string;
}

export type PlacedTarget = SourcePlace & { readonly target: RequestTarget };

/** The segment with which the part of a path that all have in common ends. */
const endsBase = /^(v\d[\w.]*|\d+\.\d+|api|rest|services?)$/i;

/**
 * The server of most method lines and requests, else the one that the text calls base URL. Its base is the path that the text
 * gives it, else what all its paths begin with, up to their version.
 */
export function findServer(
  lines: readonly PlacedTarget[],
  samples: readonly PlacedTarget[],
  blocks: readonly PageBlock[],
): FoundServer | undefined {
  const told = blocks.flatMap(baseUrlsOf);
  const first = mostFrequent([...lines, ...samples]) ?? told[0];
  const origin = first?.target.origin;
  if (first === undefined || origin === undefined) return undefined;
  const whole = lines.filter(({ target }) => target.origin === origin).map(({ target }) => target.path);
  const bare = lines.filter(({ target }) => target.origin === undefined).map(({ target }) => target.path);
  const shown = samples.filter(({ target }) => target.origin === origin).map(({ target }) => target.path);
  const named = told.find(
    ({ target }) =>
      target.origin === origin &&
      target.path !== '/' &&
      whole.every((path) => path.startsWith(`${target.path}/`)),
  );
  const { file, line } = named ?? first;
  const base = named?.target.path ?? commonBase(whole.length > bare.length ? whole : [...whole, ...shown]);
  // Paths without a server that begin with its base say that it has none.
  const isInPaths = bare.some((path) => path.startsWith(`${base}/`));
  return { origin, base: isInPaths && whole.length === 0 ? '' : base, file, line };
}

/** The first with the origin that most have. */
function mostFrequent(targets: readonly PlacedTarget[]): PlacedTarget | undefined {
  const counts = new Map<string, number>();
  for (const { target } of targets)
    if (target.origin !== undefined) counts.set(target.origin, (counts.get(target.origin) ?? 0) + 1);
  const [[origin] = []] = [...counts].toSorted(([, a], [, b]) => b - a);
  return targets.find(({ target }) => target.origin !== undefined && target.origin === origin);
}

function commonBase(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split('/').slice(1, -1));
  const differs = first.findIndex(
    (segment, index) => segment.includes('{') || others.some((other) => other[index] !== segment),
  );
  const common = differs < 0 ? first : first.slice(0, differs);
  const end = common.findLastIndex((segment) => endsBase.test(segment));
  return common
    .slice(0, end + 1)
    .map((segment) => `/${segment}`)
    .join('');
}

/** `The base URL is https://api.example.com/v1`: addresses of lines that speak of one. */
function baseUrlsOf(block: PageBlock): readonly PlacedTarget[] {
  const lines =
    block.kind === 'table'
      ? block.rows.map(({ cells }) => cells.map(({ text }) => text).join(' '))
      : block.text.split('\n');
  return lines.flatMap((text, index) => {
    const isNamed = /\b(base|root|api|server)\b/i.test(block.kind === 'text' ? block.text : text);
    if (!isNamed || /[{<[]/.test(text)) return [];
    return [...text.matchAll(/https?:\/\/[\w.:/-]+/g)].flatMap(([url]) => {
      const target = readTarget(url.replace(/[.:]+$/, ''));
      const isPage =
        /\.(html?|md|png|jpe?g|svg|pdf|git)$|github\.|\/\/(www|docs?|help|support|developers?)\./i.test(url);
      const last = target?.path.split('/').at(-1) ?? '';
      const isBase =
        target?.path === '/' ||
        endsBase.test(last) ||
        /\b(base|root)\b.{0,20}\b(ur[li]|address|path|endpoint)/i.test(
          block.kind === 'text' ? block.text : text,
        );
      return target === undefined || isPage || !isBase
        ? []
        : [{ target, file: block.file, line: block.line + index }];
    });
  });
}
