import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../../mock/inokufu/catalog/learning-object.ts';
import { createTextAnalysis } from '../../../../mock/inokufu/search/analyse-text.ts';

const analyse = { en: createTextAnalysis('en'), fr: createTextAnalysis('fr') };

/** `man men`: two forms of one word. */
const pairs: Readonly<Record<Lang, readonly string[]>> = {
  en: [
    'man men, craftsman craftsmen, policewoman policewomen, child children, grandchild grandchildren',
    'person people, salesperson salespeople, foot feet, tooth teeth, goose geese, mouse mice, ox oxen',
    'analysis analyses, thesis theses, crisis crises, diagnosis diagnoses, hypothesis hypotheses, axis axes',
    'leaf leaves, knife knives, life lives, housewife housewives, wolf wolves, half halves, bookshelf bookshelves',
    'fungus fungi, nucleus nuclei, syllabus syllabi, bacterium bacteria, medium media, curriculum curricula',
    'phenomenon phenomena, criterion criteria, index indices, matrix matrices, formula formulae, schema schemata',
    'plateau plateaux, potato potatoes, bus buses, virus viruses, quiz quizzes, pie pies, specimen specimens',
  ],
  fr: [
    'travail travaux, bail baux, corail coraux, vitrail vitraux, émail émaux',
    'cheval chevaux, journal journaux, hôpital hôpitaux, canal canaux, mal maux, idéal idéaux, bal bals',
    'eau eaux, tableau tableaux, château châteaux, noyau noyaux, tuyau tuyaux, matériau matériaux, landau landaus',
    'jeu jeux, cheveu cheveux, lieu lieux, vœu vœux, pneu pneus, bijou bijoux, genou genoux, clou clous',
    'œil yeux, ciel cieux, monsieur messieurs, madame mesdames, œuf œufs',
    'photo photos, menu menus, ami amis, schéma schémas, loi lois, emploi emplois, délai délais',
    'formateur formatrice, directeur directrice, vendeur vendeuse, coiffeur coiffeuses, heureux heureuse',
    'infirmier infirmière, boulanger boulangère, mécanicien mécanicienne, patron patronne, créatif créative',
    'français française, français françaises, anglais anglaise, chinois chinoise, professionnel professionnelle',
    'nouveau nouvelle, beau belle, long longue, blanc blanche, doux douce, public publique, neuf neuve',
  ],
};

const rows = (lang: Lang) =>
  pairs[lang].flatMap((line) =>
    line.split(', ').map((pair) => [lang, ...(pair.split(' ') as [string, string])] as const),
  );

describe('one search term for', () => {
  it.each([...rows('en'), ...rows('fr')])('%s: %s and %s', (lang, one, other) => {
    expect(analyse[lang](other)).toEqual(analyse[lang](one));
  });
});

describe('different terms for', () => {
  it.each([
    ['en', 'police', 'louse'],
    ['en', 'pumice', 'pumouse'],
    ['en', 'olives', 'life'],
    ['en', 'regimen', 'regiman'],
    ['fr', 'mail', 'mal'],
    ['fr', 'détail', 'travail'],
    ['fr', 'matrice', 'mateur'],
    ['fr', 'peur', 'peu'],
    ['fr', 'frais', 'fraise'],
    ['fr', 'français', 'France'],
  ] as const)('%s: %s and %s', (lang, one, other) => {
    expect(analyse[lang](other)).not.toEqual(analyse[lang](one));
  });
});
