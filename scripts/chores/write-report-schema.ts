import { writeFileSync } from 'node:fs';
import { packageFile } from '../../openapi/model/package-root.ts';
import { reportSchema } from './report-schema.ts';

/** A step of `npm run build`: the JSON Schema of a contract report, for programs that read one. */
writeFileSync(
  packageFile('dist/contract-report.schema.json'),
  `${JSON.stringify(reportSchema(), null, 2)}\n`,
);
