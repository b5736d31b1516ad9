import path from 'node:path';

const image = /(<img\b[^>]*?\ssrc\s*=\s*)("([^"]*)"|'([^']*)')/gi;

function decoded(text: string): string {
  try {
    return decodeURI(text.replaceAll('&amp;', '&'));
  } catch {
    return text;
  }
}

/** Where Middleman looks for an image: beside the page, from the source's root (`..` does not leave it), in images/. */
function placesOf(source: string, page: string): string[] {
  const beside = path.posix.join('/', path.posix.dirname(page), source).slice(1);
  const ofRoot = path.posix.join('/', source).slice(1);
  return source.startsWith('/') ? [ofRoot] : [beside, ofRoot, `images/${ofRoot}`];
}

/**
 * Leads the images of a page to the files of the site that Middleman would show, relative, so that they are there under
 * a sub-path and in a folder too. `onMissing` is told the source of each that is no file of the site.
 */
export function withImagePaths(
  html: string,
  page: string,
  files: ReadonlyMap<string, unknown>,
  onMissing: (source: string) => void,
): string {
  return html.replace(image, (found, start: string, _quoted, double?: string, single?: string) => {
    const written = double ?? single ?? '';
    const source = decoded(written.replace(/[?#].*$/, ''));
    if (source === '' || /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(source)) return found;
    const place = placesOf(source, page).find((candidate) => files.has(candidate));
    if (place === undefined) {
      onMissing(written);
      return found;
    }
    const relative = path.posix.relative(path.posix.dirname(page), place);
    return relative === source ? found : `${start}"${encodeURI(relative)}"`;
  });
}
