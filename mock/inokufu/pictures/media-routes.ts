import type { ExtraRoute, ExtraRouteReply } from '../../engine/extra-route.ts';
import type { LearningObjectType } from '../catalog/learning-object.ts';
import type { Catalog } from '../catalog/load-catalog.ts';
import { drawLogo, type LogoOptions } from './draw-logo.ts';
import { drawPicture } from './draw-picture.ts';

/** Pages of other origins show these pictures; they never change for a URL. */
const svgReply = (body: string): ExtraRouteReply => ({
  status: 200,
  headers: {
    'Content-Type': 'image/svg+xml; charset=utf-8',
    'Cache-Control': 'public, max-age=86400',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Content-Security-Policy': "default-src 'none'",
  },
  body,
});

/** Pictures (`/media/pictures/welding/video-17.svg`) and logos (`/media/logos/edx-dark-square.svg`), drawn when asked for. */
export function createMediaRoutes({ subjectLooks, logoLooks }: Catalog): readonly ExtraRoute[] {
  const subjects = new Map(subjectLooks.map((look) => [look.id, look]));
  const logos = new Map(logoLooks.map((look) => [look.id, look]));
  return [
    (path) => {
      const match = /^\/media\/pictures\/([a-z-]+)\/(video|mooc|podcast|app)-(\d{1,3})\.svg$/.exec(path);
      const look = subjects.get(match?.[1] ?? '');
      if (!match || !look) return undefined;
      const type = match[2] as LearningObjectType; // the pattern allows no other
      const label = `${look.name}, ${type}`;
      return () => svgReply(drawPicture({ look, type, variation: Number(match[3]), label }));
    },
    (path) => {
      const match = /^\/media\/logos\/([a-z]+)-(dark|light)-(landscape|square)\.svg$/.exec(path);
      const look = logos.get(match?.[1] ?? '');
      if (!match || !look) return undefined;
      const [, , colorScheme, aspectRatio] = match as unknown as [
        string,
        string,
        LogoOptions['colorScheme'],
        LogoOptions['aspectRatio'],
      ]; // the pattern allows no others
      return () => svgReply(drawLogo({ look, colorScheme, aspectRatio }));
    },
  ];
}
