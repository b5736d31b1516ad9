/** How a provider's made-up logo looks. */
export interface LogoLook {
  readonly name: string;
  /** Of its mark. */
  readonly hue: number;
  readonly shape: 'circle' | 'square' | 'diamond' | 'hexagon';
}

export interface LogoOptions {
  readonly look: LogoLook;
  readonly colorScheme: 'dark' | 'light';
  readonly aspectRatio: 'landscape' | 'square';
}

const shapes: Readonly<Record<LogoLook['shape'], string>> = {
  circle: '<circle cx="50" cy="50" r="44"/>',
  square: '<rect x="8" y="8" width="84" height="84" rx="20"/>',
  diamond: '<rect x="18" y="18" width="64" height="64" rx="12" transform="rotate(45 50 50)"/>',
  hexagon: '<path d="M50 4 90 27v46L50 96 10 73V27z" stroke-linejoin="round"/>',
};

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for SVG. */
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** First letters of up to two words; of one word the first and, where it has one, the inner capital (`YouTube`: YT). */
function initialsOf(name: string): string {
  const words = name.split(' ');
  if (words.length > 1)
    return words
      .slice(0, 2)
      .map((word) => word.charAt(0))
      .join('')
      .toUpperCase();
  return (name.charAt(0) + (/(?<=.)\p{Lu}/u.exec(name)?.[0] ?? '')).toUpperCase();
}

/** Draws a logo for a page of that colour scheme, square (240 by 240) or landscape (480 by 160). None imitates the real one. */
export function drawLogo({ look, colorScheme, aspectRatio }: LogoOptions): string {
  const { name, hue, shape } = look;
  const isDark = colorScheme === 'dark';
  const mark = `<g fill="hsl(${hue} 70% ${isDark ? 68 : 36}%)">${shapes[shape]}</g><text x="50" y="50" dy=".36em" text-anchor="middle" font-family="system-ui,Segoe UI,Helvetica,Arial,sans-serif" font-size="38" font-weight="700" fill="${isDark ? '#111' : '#fff'}">${escapeXml(initialsOf(name))}</text>`;
  const label = escapeXml(name);
  if (aspectRatio === 'square') {
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240" width="240" height="240" role="img" aria-label="${label}"><g transform="translate(10 10) scale(2.2)">${mark}</g></svg>\n`;
  }
  // A letter is about 0.63 of its size wide; 310 units are free beside the mark.
  const fontSize = Math.min(46, Math.floor(310 / (0.63 * name.length)));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 160" width="480" height="160" role="img" aria-label="${label}"><g transform="translate(16 20) scale(1.2)">${mark}</g><text x="150" y="80" dy=".35em" font-family="system-ui,Segoe UI,Helvetica,Arial,sans-serif" font-size="${fontSize}" font-weight="600" fill="${isDark ? '#fff' : '#1b1b2b'}">${label}</text></svg>\n`;
}
