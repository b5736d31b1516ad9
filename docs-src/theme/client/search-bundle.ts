import { createSearch, type SearchRecord } from './search.ts';

/* Loaded when the search field is first used. */
globalThis.kitSearch = (data) => createSearch(data as SearchRecord[]); // written by our own engine
