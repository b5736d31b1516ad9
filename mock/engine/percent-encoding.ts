/** Whether text is valid percent-encoded UTF-8 (RFC 3986 2.1: a percent sign needs two hexadecimal digits). */
export function decodes(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    // URIError is the answer.
    return false;
  }
}
