import type { SearchRecord } from '../../engine/files/search-record.ts';
import { createSiteSearch } from './search.ts';
import { setUpSearchField } from './search-field.ts';

/* Loaded when the search field is first used. */
globalThis.kitSearch = (parts) => {
  const records = globalThis.kitSearchData as SearchRecord[]; // written by our own engine
  setUpSearchField(createSiteSearch(records), parts);
};
