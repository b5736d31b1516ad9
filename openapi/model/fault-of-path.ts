import { percentEncode } from './percent-encoding.ts';

/** Why no request reaches a path as it is written in the document; undefined where one does. */
export function faultOfPath(path: string): string | undefined {
  const withoutNames = path.replaceAll(/\{[^{}/]+\}/g, '');
  if (/[{}]/.test(withoutNames))
    return `"${path}" is not served: a { needs its } behind it, and a name between them`;
  const mark = /[?#]/.exec(withoutNames)?.[0];
  if (mark !== undefined)
    return `"${path}" is not served: a path ends before ${mark}${mark === '?' ? ', and what follows is `parameters`' : ''}`;
  if (/\/\.{1,2}(\/|$)/.test(path))
    return `"${path}" is not served: no request has a dot as a part of its path`;
  const sent = asSent(path);
  return sent === path ? undefined : `"${path}" is not served: a request has "${sent}", so write that`;
}

/** A path as clients write it into a request: percent-encoded what a URL has no letter for. */
function asSent(path: string): string {
  return path.replaceAll(/[^\x21-\x7e]|["<>`^\\]/gu, percentEncode).replaceAll(/%(?![0-9a-f]{2})/gi, '%25');
}
