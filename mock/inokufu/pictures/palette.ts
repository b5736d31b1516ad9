/** Colours of one picture: a gradient, and inks that can be read on it. */
export interface Palette {
  readonly from: string;
  readonly to: string;
  readonly ink: string;
  readonly soft: string;
  readonly accent: string;
}

const hsl = (hue: number, saturation: number, lightness: number): string =>
  `hsl(${((hue % 360) + 360) % 360} ${saturation}% ${lightness}%)`;

/** Dark enough for white ink (contrast above 4.5 with it in every hue); the variation turns the second colour. */
export function paletteOf(hue: number, variation: number): Palette {
  const turn = 18 + (variation % 5) * 14;
  const direction = variation % 2 === 0 ? 1 : -1;
  return {
    from: hsl(hue, 62, 32),
    to: hsl(hue + direction * turn, 68, 22),
    ink: '#fff',
    soft: hsl(hue + direction * turn, 70, 62),
    accent: hsl(hue + 180, 85, 66),
  };
}
