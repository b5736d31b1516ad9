import { javascript } from './javascript/javascript.ts';
import { php } from './php/php.ts';
import { python } from './python/python.ts';
import type { SampleLanguage } from './sample-request.ts';
import { shell } from './shell/shell.ts';

/** Every language that samples can be printed in: a new one is a folder beside these and a line here. */
export const sampleLanguages: readonly SampleLanguage[] = [shell, python, php, javascript];
