import { createSearch, type SearchRecord } from './search.ts';
import { setUpSearchField } from './search-field.ts';

/* Loaded when the search field is first used. */
globalThis.kitSearch = (parts) => {
  const records = globalThis.kitSearchData as SearchRecord[]; // written by our own engine
  setUpSearchField(createSearch(records), parts);
};
