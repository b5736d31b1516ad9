import { isObject } from '../../../openapi/model/is-object.ts';
import type { BundledDocument } from './generate-types.ts';
import { resolve } from './resolve.ts';

/**
 * The document without the discriminators of properties that hold numbers or booleans (`type: { const: 1 }`): openapi-typescript
 * writes down what a discriminator names as a text, over what the branches themselves say.
 */
export function withoutTypedDiscriminators(document: BundledDocument): BundledDocument {
  return without(document) as BundledDocument; // the same but for a keyword of schemas

  function without(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(without);
    if (!isObject(value)) return value;
    const members = Object.entries(value)
      .filter(([name]) => name !== 'discriminator' || !holdsNoTexts(value))
      .map(([name, member]) => [name, without(member)] as const);
    return Object.fromEntries(members);
  }

  function holdsNoTexts({ discriminator, oneOf }: { readonly [key: string]: unknown }): boolean {
    if (!isObject(discriminator)) return false;
    const mapped = isObject(discriminator.mapping) ? Object.values(discriminator.mapping) : [];
    const branches = [...(Array.isArray(oneOf) ? oneOf : []), ...mapped.map(($ref) => ({ $ref }))];
    return branches.some((branch) => {
      const schema = resolve(branch, document);
      const properties = isObject(schema) && isObject(schema.properties) ? schema.properties : {};
      const property = resolve(properties[String(discriminator.propertyName)], document);
      if (!isObject(property)) return false;
      const values = Array.isArray(property.enum) ? property.enum : [property.const];
      return values.some((one) => typeof one === 'number' || typeof one === 'boolean');
    });
  }
}
