import { javascript } from './javascript.ts';
import { php } from './php.ts';
import { python } from './python.ts';
import type { SampleLanguage } from './sample-request.ts';
import { shell } from './shell.ts';

/** Every language that samples can be printed in: a new one is a file beside these and a line here. */
export const sampleLanguages: readonly SampleLanguage[] = [shell, python, php, javascript];
