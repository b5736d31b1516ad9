import { describe, expect, it } from 'vitest';
import { distanceKilometres } from '../../../../mock/inokufu/search/distance.ts';
import { findCity } from '../../../../mock/inokufu/search/find-city.ts';
import { frenchCities } from '../../../../mock/inokufu/search/french-cities.ts';

describe('findCity', () => {
  it.each([
    ['Lyon', 'Lyon'],
    ['LYON', 'Lyon'],
    ['saint-etienne', 'Saint-Étienne'],
    ['Saint Étienne', 'Saint-Étienne'],
    ['12 rue des Lilas, 69001 Lyon, France', 'Lyon'],
    ['3 rue de Paris, Lille', 'Lille'],
    ['Lille, 3 rue de Paris, Lille', 'Lille'],
    ['Bourg-en-Bresse', 'Bourg-en-Bresse'],
    ['La Rochelle', 'La Rochelle'],
    ['95000', 'Cergy'],
    ['quelque part, 44000', 'Nantes'],
  ])('finds the town of "%s"', (address, want) => {
    expect(findCity(address)?.name).toBe(want);
  });

  it.each(['Atlantis', '', 'Lyonnais', '123456', 'Par is'])('does not know "%s"', (address) => {
    expect(findCity(address)).toBeUndefined();
  });

  it('finds every town of the gazetteer by its own name and postal code', () => {
    for (const city of frenchCities)
      expect(findCity(`${city.postalCode} ${city.name}`)?.name).toBe(city.name);
  });
});

describe('distanceKilometres', () => {
  const city = (name: string) => findCity(name) ?? expect.fail(name);

  it.each([
    ['Paris', 'Lyon', 392],
    ['Lille', 'Marseille', 834],
    ['Cergy', 'Pontoise', 2.4],
  ])('%s to %s is about %d km', (from, to, want) => {
    expect(Math.abs(distanceKilometres(city(from), city(to)) - want)).toBeLessThan(Math.max(1, want * 0.01));
  });

  it('is 0 to itself and half the equator to the other side', () => {
    expect(distanceKilometres(city('Nice'), city('Nice'))).toBe(0);
    const half = distanceKilometres({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 });
    expect(half).toBeCloseTo(Math.PI * 6371, 5);
  });
});
