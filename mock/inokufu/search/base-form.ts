import type { Lang } from '../catalog/learning-object.ts';

/** `men man, oxen ox`: a form, and the word that it is a form of. */
const readPairs = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(', ').map((pair) => pair.split(' ') as [string, string])); // two words each

/** Forms that follow no rule below, without accents. */
const irregular: Readonly<Record<Lang, ReadonlyMap<string, string>>> = {
  en: readPairs(
    'oxen ox, lice louse, elves elf, axis axes, datum data, media medium, corpora corpus, genera genus, ' +
      'schemata schema, automata automaton, phenomena phenomenon, criteria criterion, bacteria bacterium, ' +
      'curricula curriculum, memoranda memorandum, spectra spectrum, strata stratum, errata erratum, ' +
      'addenda addendum, referenda referendum, symposia symposium, stadia stadium, quanta quantum, ' +
      'millennia millennium, fungi fungus, cacti cactus, nuclei nucleus, stimuli stimulus, alumni alumnus, ' +
      'radii radius, foci focus, syllabi syllabus, bacilli bacillus, loci locus, termini terminus, ' +
      'indices index, matrices matrix, vertices vertex, appendices appendix, vortices vortex, codices codex, ' +
      'helices helix, apices apex, buses bus, minibuses minibus, viruses virus, campuses campus, ' +
      'bonuses bonus, statuses status, censuses census, circuses circus, octopuses octopus, focuses focus, ' +
      'choruses chorus, syllabuses syllabus, cactuses cactus, gases gas, lenses lens, irises iris, ' +
      'atlases atlas, canvases canvas, biases bias, ties tie, pies pie, quizzes quiz',
  ),
  fr: readPairs(
    'travaux travail, baux bail, coraux corail, vitraux vitrail, emaux email, soupiraux soupirail, ' +
      'vantaux vantail, maux mal, ideaux ideal, boreaux boreal, materiaux materiau, fleaux fleau, etaux etau, ' +
      'preaux preau, jeux jeu, enjeux enjeu, feux feu, lieux lieu, milieux milieu, cheveux cheveu, ' +
      'neveux neveu, voeux voeu, dieux dieu, adieux adieu, aveux aveu, essieux essieu, moyeux moyeu, ' +
      'bijoux bijou, cailloux caillou, choux chou, genoux genou, hiboux hibou, joujoux joujou, poux pou, ' +
      'yeux oeil, cieux ciel, aieux aieul, messieurs monsieur, mesdames madame, mesdemoiselles mademoiselle, ' +
      'lois loi, emplois emploi, rois roi, tournois tournoi, envois envoi, convois convoi, essais essai, ' +
      'delais delai, quais quai, balais balai, minerais minerai, vrais vrai, nouvelle nouveau, ' +
      'nouvelles nouveau, belle beau, belles beau, vieille vieux, vieilles vieux, longue long, longues long, ' +
      'blanche blanc, blanches blanc, seche sec, seches sec, douce doux, douces doux, fausse faux, ' +
      'fausses faux, neuve neuf, neuves neuf, gentille gentil, gentilles gentil, fraiche frais, ' +
      'fraiches frais, publique public, publiques public, grecque grec, grecques grec, turque turc, turques turc',
  ),
};

/** Each is applied to what the one before made; the comment says which forms become one. */
const rules: Readonly<Record<Lang, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/(?<!^(?:a|abdo|acu|bitu|cycla|hy|lu|o|ra|regi|se|speci|sta|ye))men$/, 'man'], // craftsman, craftsmen
    [/children$/, 'child'], // grandchild, grandchildren
    [/people$/, 'person'], // salesperson, salespeople
    [/feet$/, 'foot'],
    [/teeth$/, 'tooth'],
    [/geese$/, 'goose'],
    [/(?<!pu)mice$/, 'mouse'],
    [/(?<=.{2})sis$/, 'ses'], // analysis, analyses
    [/(cal|hal|hoo|lea|loa|scar|sel|shea|shel|thie|wol)ves$/, '$1f'], // shelf, shelves
    [/(^li|kni|wi)ves$/, '$1fe'], // housewife, housewives
    [/eaux$/, 'eau'], // plateau, plateaux
  ],
  fr: [
    // The stemmers expect accents, which are gone by then: without `é` participles look like other words.
    [/ee(s?)$/, 'e$1'], // formé, formée
    [/(ch|g|i)eres?$/, '$1er'], // infirmier, infirmière; boulanger, boulangère
    [/yaux$/, 'yau'], // noyau, noyaux
    [/(?<!^ma|cica)trices?$/, 'teur'], // formateur, formatrice
    [/(?<=.{2})eu(?:x|ses?|rs)$/, 'eur'], // vendeur, vendeuse; heureux, heureuse
    [/ifs?$/, 'ive'], // créatif, créative
    [/(?<=.{3}[ao]i)s$/, 'se'], // français, française
    [/(?<=.{2}[aiou])s$/, ''], // photo, photos; menu, menus
  ],
};

/**
 * The form that a stemmer should see: it knows only the commonest endings, neither irregular plurals (`men`, `travaux`) nor
 * feminines (`directrice`). Takes a word without accents and in small letters; what it makes need not be a word.
 */
export function baseForm(word: string, lang: Lang): string {
  const regular = irregular[lang].get(word) ?? word;
  return rules[lang].reduce((form, [ending, replacement]) => form.replace(ending, replacement), regular);
}
