/** Whether a Host header's value names a host, with or without a port (RFC 9110, section 7.2; RFC 3986, section 3.2.2). */
export function isHost(value: string): boolean {
  return /^(\[[\da-f:.]+\]|([\w.~!$&'()*+,;=-]|%[\da-f]{2})+)(:\d*)?$/i.test(value);
}
