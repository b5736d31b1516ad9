import { expect, it } from 'vitest';
import { distanceBetween, nearestName } from '../../../openapi/model/nearest-name.ts';

it.each([
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
  ['example', 'exmaple', 1],
  ['same', 'same', 0],
])('%s and %s are %i apart', (one, other, distance) => {
  expect(distanceBetween(one, other)).toBe(distance);
  expect(distanceBetween(other, one)).toBe(distance);
});

const known = [
  'parameters',
  'requestBody',
  'operationId',
  'example',
  'description',
  'in',
  'get',
  'put',
  'tags',
];
it.each([
  ['parametres', 'parameters'],
  ['requestbody', 'requestBody'],
  ['request_body', 'requestBody'],
  ['operationID', 'operationId'],
  ['exmaple', 'example'],
  ['discription', 'description'],
  ['GET', 'get'],
  ['tag', 'tags'],
  ['of', undefined],
  ['logo', undefined],
  ['produces', undefined],
  ['examination', undefined],
])('%s is probably %s', (written, meant) => {
  expect(nearestName(written, known)).toBe(meant);
});
