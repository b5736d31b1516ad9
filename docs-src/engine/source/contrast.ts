/** Red, green and blue of `#123` or `#112233`, from 0 to 1. */
function channelsOf(colour: string): readonly number[] | undefined {
  const [, short, long] = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(colour.trim()) ?? [];
  const digits = long ?? short?.replace(/./g, '$&$&');
  return digits?.match(/../g)?.map((pair) => Number.parseInt(pair, 16) / 255);
}

/** Relative luminance (WCAG 2.2, definitions). */
function luminanceOf(colour: string): number | undefined {
  const [red = 0, green = 0, blue = 0] =
    channelsOf(colour)?.map((value) =>
      value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
    ) ?? [];
  return channelsOf(colour) === undefined ? undefined : 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours in hexadecimal (WCAG 2.2, 1.4.3); undefined where one is written otherwise. */
export function contrastOf(one: string, other: string): number | undefined {
  const [first, second] = [luminanceOf(one), luminanceOf(other)];
  if (first === undefined || second === undefined) return undefined;
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}
