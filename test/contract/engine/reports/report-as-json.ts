import { jsonText } from '../../../../openapi/model/json-text.ts';
import type { ContractReport } from '../contract-report.ts';

/** A report as it stands in a file, for other programs. */
export interface ContractReportFile extends ContractReport {
  /** The JSON Schema of this file. */
  readonly $schema: string;
  /** Goes up when a member goes away or comes to mean something else; new members may come at any time. */
  readonly formatVersion: 1;
}

/** The report as JSON; what is undefined is left out. */
export function reportAsJson(report: ContractReport, $schema: string): string {
  const file: ContractReportFile = { $schema, formatVersion: 1, ...report };
  return `${jsonText(file, 2)}\n`;
}
