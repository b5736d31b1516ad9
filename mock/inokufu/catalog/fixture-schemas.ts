import type { JsonObject } from '../../../openapi/model/api-model.ts';
import { subjectIcons } from '../pictures/subject-icons.ts';

const strings: JsonObject = { type: 'array', items: { type: 'string' } };
const age: JsonObject = { type: 'integer', minimum: 0 };

/** JSON Schema of what stands beside a learning object's public part: the document doesn't know it. */
export const facetsSchema: JsonObject = {
  type: 'object',
  required: ['lang', 'type', 'bloom', 'keywords'],
  additionalProperties: false,
  properties: {
    lang: { enum: ['en', 'fr'] },
    type: { type: 'array', minItems: 1, items: { enum: ['video', 'mooc', 'podcast', 'app'] } },
    bloom: { type: 'array', minItems: 1, items: { enum: ['discover', 'understand', 'do', 'degree'] } },
    provider: { type: 'string', minLength: 1 },
    keywords: strings,
    note: { type: 'number', exclusiveMinimum: 0, maximum: 1 },
    ageMin: age,
    ageMax: age,
    rome: { type: 'array', items: { type: 'string', pattern: '^[A-Z][0-9]{4}$' } },
    formacode: { type: 'array', items: { type: 'string', pattern: '^[0-9]{5}$' } },
    coordinates: {
      type: 'object',
      required: ['latitude', 'longitude'],
      additionalProperties: false,
      properties: {
        latitude: { type: 'number', minimum: -90, maximum: 90 },
        longitude: { type: 'number', minimum: -180, maximum: 180 },
      },
    },
    edge: { type: 'string' },
  },
};

const look = (properties: JsonObject): JsonObject => ({
  type: 'object',
  required: ['id', 'name', 'hue', ...Object.keys(properties)],
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    hue: { type: 'integer', minimum: 0, maximum: 359 },
    ...properties,
  },
});

/** How pictures of a subject look. */
export const subjectLookSchema = look({ icon: { enum: Object.keys(subjectIcons) } });

/** How logos of a provider look. */
export const logoLookSchema = look({ shape: { enum: ['circle', 'square', 'diamond', 'hexagon'] } });
