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

/** What percent-encoding stands for; a text that is not percent-encoded by the rules is itself. */
export function decodedOrItself(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Nothing is lost: the text is what was sent.
    return text;
  }
}
