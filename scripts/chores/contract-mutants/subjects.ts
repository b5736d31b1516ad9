import type { HandlerCall } from '../../../mock/engine/handler.ts';
import { packageFile } from '../../../openapi/model/package-root.ts';
import { answerGenres, answerRecords } from '../../../test/servers/record-shop.ts';
import { type MutantSubject, openSubject } from './subject.ts';

/** The documents that faults are planted into: ours, and one that is nobody's in particular. */
export async function openSubjects(): Promise<readonly MutantSubject[]> {
  let requests = 0;
  const handlers = {
    listRecords({ parameters }: HandlerCall) {
      requests += 1;
      const texts = Object.entries(parameters.query).map(([name, value]) => [name, String(value)]);
      return { status: 200, body: answerRecords(Object.fromEntries(texts), requests) };
    },
    listGenres: () => ({ status: 200, body: answerGenres() }),
  };
  const document = packageFile('test/documents/record-shop.yaml');
  return [await openSubject('learning objects'), await openSubject('record shop', { document, handlers })];
}
