/** What is used of negotiator, which brings no types of its own. */
declare module 'negotiator' {
  export class Negotiator {
    constructor(request: { readonly headers: Readonly<Record<string, string>> });
    mediaTypes(available: string[]): string[];
  }
}
