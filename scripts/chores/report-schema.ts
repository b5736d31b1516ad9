import { createGenerator } from 'ts-json-schema-generator';
import { packageFile } from '../../openapi/model/package-root.ts';

/** The JSON Schema of a contract report's file, from its TypeScript types; what they say of themselves describes it. */
export function reportSchema(): object {
  const type = 'ContractReportFile';
  return createGenerator({
    type,
    path: packageFile('test/contract/engine/reports/report-as-json.ts'),
    tsconfig: packageFile('tsconfig.json'),
    // The compiler has checked them before.
    skipTypeCheck: true,
    // Whoever reads a file of a newer version meets members that came later.
    additionalProperties: true,
  }).createSchema(type);
}
