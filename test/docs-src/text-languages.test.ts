import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../docs-src/build-site.ts';

const document = (language: string) => `openapi: 3.1.0
info: { title: Pets, version: '1'${language} }
paths:
  /pets:
    get:
      operationId: listPets
      description: Lists the pets.
      parameters: [{ name: kind, in: query, description: 'What it is: a cat.', schema: { type: string } }]
      responses: { '200': { description: The pets. } }
`;
const overlay = (language: string) => `overlay: 1.1.0
info: { title: In French, version: '1' }
${language}
actions:
  - target: $.paths['/pets'].get
    update: { description: "Liste les animaux.\\n\\n- Tous." }
`;

describe('the languages of texts', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'languages-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function pageOf(own: string, ofOverlay: string, locale: string): Promise<string> {
    const [file, translated] = ['pets.yaml', 'fr.overlay.yaml'].map((name) => path.join(folder, name));
    writeFileSync(String(file), document(own));
    writeFileSync(String(translated), overlay(ofOverlay));
    const files = await buildSite({ document: file, overlays: [String(translated)], locale });
    return String(files.get('operations/listPets.html'));
  }

  const english = ', x-kit-lang: en';
  const french = 'x-kit-lang: fr';
  it.each([
    {
      rule: 'are marked in a page of another language',
      given: [english, french, 'fr'],
      want: [
        '<p lang="en">What it is: a cat.</p>',
        '<p lang="en">The pets.</p>',
        '<p>Liste les animaux.</p>',
      ],
    },
    {
      rule: 'are marked of what an overlay has written',
      given: [english, french, 'en'],
      want: ['<p>What it is: a cat.</p>', '<div lang="fr"><p>Liste les animaux.</p>'],
    },
    {
      rule: 'are not known where nobody says them',
      given: ['', '', 'fr'],
      want: ['<p>What it is: a cat.</p>', '<p>Liste les animaux.</p>'],
    },
    {
      rule: 'are not those of the document where an overlay has written',
      given: [english, '', 'fr'],
      want: ['<p lang="en">What it is: a cat.</p>', '<p>Liste les animaux.</p>'],
    },
  ])('$rule', async ({ given: [own = '', ofOverlay = '', locale = ''], want }) => {
    const page = await pageOf(own, ofOverlay, locale);
    for (const html of want) expect(page).toContain(html);
  });

  it('are tags, in an overlay', async () => {
    await expect(pageOf('', 'x-kit-lang: French, I think', 'fr')).rejects.toThrow(
      '/x-kit-lang: line 3, column 13: `x-kit-lang` is a language tag like fr or pt-BR',
    );
  });
});
