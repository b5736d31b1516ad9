import { openForm } from './try-it-form.ts';

/* Loaded when a form is first opened. */
globalThis.kitTryIt = openForm;
