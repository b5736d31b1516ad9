import type { SearchData } from '../../engine/files/search-record.ts';
import { createSiteSearch } from './search.ts';
import { setUpSearchField } from './search-field.ts';

/* Loaded when the search field is first used. */
globalThis.kitSearch = (parts) => {
  const data = globalThis.kitSearchData as SearchData; // written by our own engine
  setUpSearchField(createSiteSearch(data), parts);
};
