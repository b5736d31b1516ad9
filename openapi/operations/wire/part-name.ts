/** A name inside the quotes of a part's header, as browsers write it (HTML, multipart/form-data encoding). */
export function quotePartName(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The same read back; other clients write a backslash before a quote. */
export function unquotePartName(text: string): string {
  return text
    .replaceAll(/\\(["\\])/g, '$1')
    .replaceAll('%22', '"')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n');
}
