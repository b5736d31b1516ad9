import { fillSample, showSamples } from './samples.ts';

/* Loaded when a reader first wants samples other than printed: another server, the key from elsewhere, values of a form. */
globalThis.kitSamples = { show: showSamples, fill: fillSample };
