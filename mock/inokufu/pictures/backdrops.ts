import type { Palette } from './palette.ts';

/** Draws shapes behind the icon in 640 by 360; the number varies their places. */
type Backdrop = (palette: Palette, variation: number) => string;

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

const circles: Backdrop = ({ soft, accent }, variation) =>
  range(5)
    .map((index) => {
      const x = (variation * 53 + index * 137) % 640;
      const y = (variation * 31 + index * 89) % 360;
      return `<circle cx="${x}" cy="${y}" r="${36 + ((variation + index * 29) % 80)}" fill="${index === 2 ? accent : soft}" opacity="0.18"/>`;
    })
    .join('');

const rays: Backdrop = ({ soft }, variation) =>
  range(9)
    .map((index) => {
      const left = index * 80 - (variation % 40);
      return `<path d="M${left} 360 ${left + 130} 0h34L${left + 34} 360z" fill="${soft}" opacity="${index % 2 === 0 ? 0.16 : 0.07}"/>`;
    })
    .join('');

const waves: Backdrop = ({ soft, accent }, variation) =>
  range(4)
    .map((index) => {
      const y = 190 + index * 44;
      const lift = 24 + ((variation + index * 17) % 48);
      return `<path d="M0 ${y}C160 ${y - lift} 240 ${y + lift} 360 ${y}S560 ${y - lift} 640 ${y}V360H0z" fill="${index === 3 ? accent : soft}" opacity="0.15"/>`;
    })
    .join('');

const dots: Backdrop = ({ soft, accent }, variation) =>
  range(12 * 7)
    .map((index) => {
      const x = 28 + (index % 12) * 53;
      const y = 24 + Math.floor(index / 12) * 52;
      const isAccent = (index * 7 + variation) % 23 === 0;
      return `<circle cx="${x}" cy="${y}" r="${isAccent ? 9 : 4}" fill="${isAccent ? accent : soft}" opacity="${isAccent ? 0.7 : 0.28}"/>`;
    })
    .join('');

const tiles: Backdrop = ({ soft, accent }, variation) =>
  range(8 * 5)
    .filter((index) => (index * 11 + variation * 7) % 3 !== 0)
    .map((index) => {
      const x = (index % 8) * 80;
      const y = Math.floor(index / 8) * 80;
      const isAccent = (index + variation) % 17 === 0;
      return `<path d="M${x} ${y}h80L${x} ${y + 80}z" fill="${isAccent ? accent : soft}" opacity="${isAccent ? 0.4 : 0.13}"/>`;
    })
    .join('');

const rings: Backdrop = ({ soft }, variation) =>
  range(7)
    .map(
      (index) =>
        `<circle cx="${(variation * 97) % 640}" cy="${variation % 2 === 0 ? 360 : 0}" r="${70 + index * 62}" fill="none" stroke="${soft}" stroke-width="${4 + (index % 3) * 7}" opacity="0.2"/>`,
    )
    .join('');

export const backdrops: readonly Backdrop[] = [circles, rays, waves, dots, tiles, rings];
