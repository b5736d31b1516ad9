/** An address on the chosen server, if it is on one that the page offers: an operation with a server of its own stays there. */
export function withServer(url: string, chosen: string | undefined, offered: readonly string[]): string {
  if (chosen === undefined) return url;
  const isOn = (server: string) => url === server || url.startsWith(`${server}/`);
  const own = offered.filter(isOn).toSorted((first, second) => second.length - first.length)[0];
  return own === undefined ? url : chosen + url.slice(own.length);
}
