/** A text with the chosen server in the place of each that the page offers. */
export function withServers(text: string, chosen: string | undefined, offered: readonly string[]): string {
  return text.replace(/https?:[^\s'"<>`)]+/g, (url) => withServer(url, chosen, offered));
}

/** An address on the chosen server, if it is on one that the page offers: an operation with a server of its own stays there. */
export function withServer(url: string, chosen: string | undefined, offered: readonly string[]): string {
  if (chosen === undefined) return url;
  const isOn = (server: string) => url.startsWith(server) && /^([/?#]|$)/.test(url.slice(server.length));
  const own = offered.filter(isOn).toSorted((first, second) => second.length - first.length)[0];
  return own === undefined ? url : chosen + url.slice(own.length);
}
