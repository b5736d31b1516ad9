import type { LearningObjectType } from '../catalog/learning-object.ts';

/** The sign of a type in a square of 48 by 48, filled. */
export const typeMarks: Readonly<Record<LearningObjectType, string>> = {
  video: '<path d="M17 13v22l20-11z"/>',
  mooc: '<path d="M24 11 4 20l20 9 20-9zM12 27v7c7 5 17 5 24 0v-7l-12 5.500z"/>',
  podcast:
    '<rect x="19" y="9" width="10" height="18" rx="5"/><path d="M13 22h3a8 8 0 0 0 16 0h3a11 11 0 0 1-9.5 10.900V39h-3v-6.100A11 11 0 0 1 13 22z"/>',
  app: '<path d="M16 6h16a3 3 0 0 1 3 3v30a3 3 0 0 1-3 3H16a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3zm1 5v24h14V11zm7 26a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3z"/>',
};
