/** How many of some things were seen at all. */
export interface Share {
  readonly seen: number;
  readonly of: number;
}

export function shareOf(things: readonly { readonly calls: number }[]): Share {
  return { seen: things.filter(({ calls }) => calls > 0).length, of: things.length };
}
