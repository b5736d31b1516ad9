import { foldText } from './fold-text.ts';
import { type City, frenchCities } from './french-cities.ts';

const normalise = (text: string): string =>
  ` ${foldText(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;

const namedCities = frenchCities.map((city) => ({ city, name: normalise(city.name) }));

const citiesByPostalCode = new Map(frenchCities.map((city) => [city.postalCode, city]));

/**
 * The city that an address names, as a whole word in any case; the last one where streets are named after others
 * (`3 rue de Paris, Lyon`). Else the city of its postal code. Undefined: the gazetteer does not know the place.
 */
export function findCity(address: string): City | undefined {
  const text = normalise(address);
  let found: { city: City; end: number } | undefined;
  for (const { city, name } of namedCities) {
    const start = text.lastIndexOf(name);
    const end = start + name.length;
    if (start >= 0 && end > (found?.end ?? 0)) found = { city, end };
  }
  if (found) return found.city;
  const postalCode = /(?<!\d)(\d{5})(?!\d)/.exec(text)?.[1];
  return postalCode === undefined ? undefined : citiesByPostalCode.get(postalCode);
}
