import type { ApiModel } from '../../../openapi/model/api-model.ts';
import { sampleLanguages } from '../samples/index.ts';
import type { PageSource } from '../source/read-page-source.ts';
import type { SourceFault } from '../source/source-fault.ts';
import { hasSamplesFor } from '../views/samples.ts';

/** Language tabs in which no operation has a sample: nobody prints the language, and the document brings none. */
export function findSilentTabs({ settings, texts }: PageSource, model: ApiModel): readonly SourceFault[] {
  const printed = sampleLanguages.map(({ id }) => id).join(', ');
  const operations = [...model.operations, ...model.webhooks];
  return settings.languages
    .filter(
      ({ id }) => !operations.some((operation) => hasSamplesFor(id, operation)) && operations.length > 0,
    )
    .map(({ id }) => ({
      file: texts[0]?.file ?? '',
      line: settings.languagesLine,
      message: `The language tab "${id}" has no sample of an operation: they are printed in ${printed}.`,
    }));
}
