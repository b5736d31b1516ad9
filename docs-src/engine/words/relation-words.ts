/** Names come with their marks, as `code`; a list of them joined. */
export interface RelationWords {
  readonly title: string;
  readonly echoesWithin: (object: string) => string;
  readonly echoes: (parameter: string, place: string) => string;
  readonly filters: Readonly<
    Record<
      'equal' | 'contain' | 'at-least' | 'at-most' | 'exist',
      (parameter: string, property: string) => string
    >
  >;
  readonly inUnits: (units: string) => string;
  readonly pages: (size: string) => string;
  readonly pagesTotal: (total: string) => string;
  readonly pagesMore: (hasMore: string) => string;
  readonly narrows: (parameters: string, total: string) => string;
  readonly separates: (from: string, to: string) => string;
  readonly orders: (parameter: string) => string;
  readonly ascending: (value: string, property: string) => string;
  readonly descending: (value: string, property: string) => string;
  readonly first: (value: string, parameter: string) => string;
  readonly lists: (parameter: string, operation: string) => string;
  readonly fresh: (values: string) => string;
  /** The condition under which a sentence holds, to stand before it. */
  readonly where: (conditions: string) => string;
  readonly fits: (name: string, pattern: string) => string;
}

export const relationsInEnglish: RelationWords = {
  title: 'What holds',
  echoesWithin: (object) => `Each query parameter comes back in ${object}, under its name.`,
  echoes: (parameter, place) => `${parameter} comes back in ${place}.`,
  filters: {
    equal: (parameter, property) => `${property} of each item is the value of ${parameter}.`,
    contain: (parameter, property) => `${property} of each item has the value of ${parameter}.`,
    'at-least': (parameter, property) => `${property} of each item is at least ${parameter}.`,
    'at-most': (parameter, property) => `${property} of each item is at most ${parameter}.`,
    exist: (parameter, property) => `With ${parameter} each item has ${property}.`,
  },
  inUnits: (units) => `One of each unit counts as ${units}.`,
  pages: (size) => `A page has at most ${size} items, and no item is on two of them.`,
  pagesTotal: (total) => `All pages together have ${total} items, and each says so.`,
  pagesMore: (hasMore) => `${hasMore} says whether a page follows.`,
  narrows: (parameters, total) => `With ${parameters}, ${total} is never higher than without.`,
  separates: (from, to) => `What ${from} finds, a lower ${to} does not find.`,
  orders: (parameter) => `${parameter} changes the order, and not what is found.`,
  ascending: (value, property) => `With ${value}, ${property} goes up.`,
  descending: (value, property) => `With ${value}, ${property} goes down.`,
  first: (value, parameter) => `With ${value}, what passes ${parameter} comes first.`,
  lists: (parameter, operation) => `These are the values that ${parameter} of ${operation} takes.`,
  fresh: (values) => `${values} is another value in each response.`,
  where: (conditions) => `Where ${conditions}: `,
  fits: (name, pattern) => `${name} fits ${pattern}`,
};

export const relationsInFrench: RelationWords = {
  title: 'Ce qui est toujours vrai',
  echoesWithin: (object) => `Chaque paramètre de requête revient dans ${object}, sous son nom.`,
  echoes: (parameter, place) => `${parameter} revient dans ${place}.`,
  filters: {
    equal: (parameter, property) => `${property} de chaque élément est la valeur de ${parameter}.`,
    contain: (parameter, property) => `${property} de chaque élément contient la valeur de ${parameter}.`,
    'at-least': (parameter, property) => `${property} de chaque élément vaut au moins ${parameter}.`,
    'at-most': (parameter, property) => `${property} de chaque élément vaut au plus ${parameter}.`,
    exist: (parameter, property) => `Avec ${parameter}, chaque élément a ${property}.`,
  },
  inUnits: (units) => `Une unité de chaque sorte compte pour ${units}.`,
  pages: (size) => `Une page a au plus ${size} éléments, et aucun élément n’est sur deux pages.`,
  pagesTotal: (total) => `Toutes les pages ensemble ont ${total} éléments, et chacune le dit.`,
  pagesMore: (hasMore) => `${hasMore} dit si une autre page suit.`,
  narrows: (parameters, total) => `Avec ${parameters}, ${total} n’est jamais plus grand que sans.`,
  separates: (from, to) => `Ce que ${from} trouve, un ${to} plus petit ne le trouve pas.`,
  orders: (parameter) => `${parameter} change l’ordre, et non ce qui est trouvé.`,
  ascending: (value, property) => `Avec ${value}, ${property} augmente.`,
  descending: (value, property) => `Avec ${value}, ${property} diminue.`,
  first: (value, parameter) => `Avec ${value}, ce que ${parameter} laisse passer vient d’abord.`,
  lists: (parameter, operation) => `Ce sont les valeurs que prend ${parameter} de ${operation}.`,
  fresh: (values) => `${values} a une autre valeur dans chaque réponse.`,
  where: (conditions) => `Là où ${conditions} : `,
  fits: (name, pattern) => `${name} correspond à ${pattern}`,
};
