import { distanceBetween } from '../../model/nearest-name.ts';

/** Longer paths are not somebody's slip, and comparing them would take long. */
const longestCompared = 200;

/** Letter case, slashes at the end and doubled ones weigh nothing. */
function plain(path: string): string {
  return path
    .toLowerCase()
    .replace(/\/{2,}/g, '/')
    .replace(/(.)\/$/, '$1');
}

/** One of the API's paths, its templates filled with what was asked for in their place: they are near to anything. */
function filledFrom(asked: string, known: string): string {
  if (!known.includes('{')) return known;
  const askedSegments = asked.split('/');
  return known
    .split('/')
    .map((segment, index) => (segment.includes('{') ? (askedSegments[index] ?? segment) : segment))
    .join('/');
}

/** The path that was probably meant, if one is near enough; a forgotten base path is added before. */
export function nearestPath(
  asked: string,
  knownPaths: readonly string[],
  basePath: string,
): string | undefined {
  if (asked.length > longestCompared) return undefined;
  if (asked.startsWith(`${basePath}/`)) {
    return nearestOf(asked, knownPaths, slipsIn(asked.length - basePath.length));
  }
  // Another version's base path (`/v1` for `/v2`) is a slip of a letter or two.
  return (
    nearestOf(asked, knownPaths, fewestSlips) ??
    nearestOf(basePath + asked, knownPaths, slipsIn(asked.length))
  );
}

const fewestSlips = 2;

function slipsIn(length: number): number {
  return Math.max(fewestSlips, Math.ceil(length / 3));
}

function nearestOf(asked: string, knownPaths: readonly string[], mostSlips: number): string | undefined {
  const meant = plain(asked);
  let nearest: string | undefined;
  let smallest = mostSlips + 1;
  for (const known of knownPaths) {
    const filled = filledFrom(meant, plain(known));
    if (Math.abs(filled.length - meant.length) >= smallest) continue;
    const distance = distanceBetween(filled, meant);
    if (distance < smallest) {
      smallest = distance;
      nearest = known;
    }
  }
  return nearest;
}
