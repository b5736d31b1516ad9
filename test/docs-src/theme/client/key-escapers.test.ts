import { expect, it } from 'vitest';
import { javascript } from '../../../../docs-src/engine/samples/javascript.ts';
import { php } from '../../../../docs-src/engine/samples/php.ts';
import { python } from '../../../../docs-src/engine/samples/python.ts';
import { shell } from '../../../../docs-src/engine/samples/shell.ts';
import { keyEscapers } from '../../../../docs-src/theme/client/key-escapers.ts';

it.each([shell, python, php, javascript].map((language) => [language.id, language] as const))(
  'writes a key into a %s sample as the sample itself would',
  (id, language) => {
    const keys = ['plain', 'k\'e$y"1', 'back\\slash', '`$(x)`'];
    expect(keys.map((key) => keyEscapers[id]?.(key))).toEqual(keys.map((key) => language.escapeKey(key)));
  },
);
