import { quoteInside } from '../../../../openapi/operations/wire/curl.ts';

/** Between single quotes. */
export const escapeShellKey = quoteInside;
