import { distanceBetween } from '../../openapi/model/nearest-name.ts';

/** Longer paths are not somebody's slip, and comparing them would take long. */
const longestCompared = 200;

/** How far a path is from one of the API's: letter case, slashes at the end and doubled ones weigh nothing. */
function distanceTo(known: string, asked: string): number {
  const plain = (path: string) =>
    path
      .toLowerCase()
      .replace(/\/{2,}/g, '/')
      .replace(/(.)\/$/, '$1');
  const askedSegments = plain(asked).split('/');
  const knownSegments = plain(known).split('/');
  // A template's segment is near to anything.
  const filled = knownSegments.map((segment, index) =>
    segment.includes('{') ? (askedSegments[index] ?? segment) : segment,
  );
  return distanceBetween(filled.join('/'), askedSegments.join('/'));
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
  let nearest: string | undefined;
  let smallest = Number.POSITIVE_INFINITY;
  for (const known of knownPaths) {
    const distance = distanceTo(known, asked);
    if (distance < smallest) {
      smallest = distance;
      nearest = known;
    }
  }
  return smallest <= mostSlips ? nearest : undefined;
}
