/** What counts how much in the search: `npm run search-check` shows what a change of these does. */
export const searchWeights = {
  /** Of a word that is found there. */
  fields: { title: 4, task: 2, names: 2, kind: 2, lead: 1, text: 1, place: 0.6 },
  /** Of a word found by its beginning, by another form of it, with a typing error, in other words. */
  prefix: 0.5,
  stem: 0.8,
  fuzzy: 0.4,
  synonym: 0.7,
  /** Of a word that says nothing by itself: it decides between equals. */
  smallWord: 0.05,
  /** The same word many times in one record says less and less. */
  power: 0.5,
  /** A record that has all words of a question is worth more than one that has one of them often. */
  coverage: 1.5,
  /** What a question that says the whole title, and nothing else, adds; and the name of the kind. */
  whole: 1.5,
  wholePower: 2,
  wholeTask: 0.9,
  wholeKind: 0.7,
  /** What a reader mostly looks for comes before its details. */
  kinds: {
    operation: 1.6,
    page: 1.2,
    field: 0.6,
    download: 1.2,
    value: 0.5,
    reply: 0.6,
    schema: 0.5,
  } as Partial<Record<string, number>>,
  /** Of an operation for each segment of its path: short ones are the everyday ones. */
  segment: 0.93,
  deprecated: 0.8,
};
