/** Why no request reaches a path; undefined where one does, however a document and a client encode it. */
export function faultOfPath(path: string): string | undefined {
  const withoutNames = path.replaceAll(/\{[^{}/]+\}/g, '');
  if (/[{}]/.test(withoutNames))
    return `"${path}" is not served: a { needs its } behind it, and a name between them`;
  const mark = /[?#]/.exec(withoutNames)?.[0];
  if (mark !== undefined)
    return `"${path}" is not served: a path ends before ${mark}${mark === '?' ? ', and what follows is `parameters`' : ''}`;
  if (/\/\.{1,2}(\/|$)/.test(path))
    return `"${path}" is not served: no request has a dot as a part of its path`;
  return undefined;
}
