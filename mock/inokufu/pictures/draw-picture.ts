import type { LearningObjectType } from '../catalog/learning-object.ts';
import { backdrops } from './backdrops.ts';
import { paletteOf } from './palette.ts';
import { subjectIcons } from './subject-icons.ts';
import { typeMarks } from './type-marks.ts';

/** How a subject looks: the colour it stands for and its icon. */
export interface SubjectLook {
  readonly hue: number;
  readonly icon: string;
}

export interface PictureOptions {
  readonly look: SubjectLook;
  readonly type: LearningObjectType;
  /** Two objects of a subject seldom look the same: backdrop, second colour and places follow from this number. */
  readonly variation: number;
  /** Said by screen readers. */
  readonly label: string;
}

/** Draws the picture of a learning object, 640 by 360: subject, type and a pattern. */
export function drawPicture({ look, type, variation, label }: PictureOptions): string {
  const palette = paletteOf(look.hue, variation);
  const backdrop = backdrops[variation % backdrops.length]?.(palette, variation) ?? '';
  const icon = subjectIcons[look.icon] ?? subjectIcons.star ?? '';
  const iconX = [64, 230, 396][variation % 3] ?? 230;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" width="640" height="360" role="img" aria-label="${label}">
<defs><linearGradient id="g" gradientTransform="rotate(${(variation * 17) % 70})"><stop stop-color="${palette.from}"/><stop offset="1" stop-color="${palette.to}"/></linearGradient></defs>
<rect width="640" height="360" fill="url(#g)"/>${backdrop}
<g transform="translate(${iconX} 90) scale(3.75)" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" color="${palette.ink}">${icon}</g>
<g transform="translate(568 288)"><rect width="48" height="48" rx="12" fill="${palette.ink}"/><g fill="${palette.to}">${typeMarks[type]}</g></g>
</svg>
`;
}
