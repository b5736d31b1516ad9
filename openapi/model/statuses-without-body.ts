/**
 * Statuses whose replies end with their headers, whatever a document says (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5); a
 * Response of the Fetch Standard takes no body with them.
 */
export const statusesWithoutBody: ReadonlySet<number> = new Set([204, 205, 304]);
