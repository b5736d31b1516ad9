import type { ContractReport } from '../../../test/contract/contract-testing.ts';
import { pathHere } from '../path-here.ts';
import type { OptionsOf } from '../settings/create-command.ts';
import { openForMore, openReportFile, type ReportFile } from './report-file.ts';

type Renderers = Pick<
  typeof import('../../../test/contract/contract-testing.ts'),
  'renderContractReportAsJson' | 'renderJunit' | 'renderJobSummary'
>;

/** Files that a run's report goes into, in every form that was asked for. */
export interface OpenReports {
  keep(report: ContractReport): Promise<void>;
  /** Of a run that gave no report. */
  drop(): Promise<void>;
}

/** Opens them all, before anything is sent; `summary`: the file of the job's summary on GitHub. */
export async function openReports(
  {
    json,
    junit,
    summary,
  }: Pick<OptionsOf<'contract'>, 'json' | 'junit'> & { readonly summary?: string | undefined },
  { renderContractReportAsJson, renderJunit, renderJobSummary }: Renderers,
): Promise<OpenReports> {
  const nameFile = pathHere;
  const wanted: readonly Wanted[] = [
    { file: json, option: '--json', open: openReportFile, render: renderContractReportAsJson },
    {
      file: junit,
      option: '--junit',
      open: openReportFile,
      render: (report) => renderJunit(report, { nameFile }),
    },
    {
      file: summary,
      option: 'GITHUB_STEP_SUMMARY',
      open: openForMore,
      render: (report) => renderJobSummary(report, { nameFile }),
    },
  ];
  const opened: { readonly file: ReportFile; readonly render: Wanted['render'] }[] = [];
  const drop = async () => {
    for (const { file } of opened) await file.drop();
  };
  try {
    for (const { file, option, open, render } of wanted)
      if (file !== undefined) opened.push({ file: await open(file, option), render });
  } catch (error) {
    await drop();
    throw error;
  }
  return {
    drop,
    async keep(report) {
      for (const { file, render } of opened) await file.keep(render(report));
    },
  };
}

interface Wanted {
  readonly file: string | undefined;
  /** Who named it. */
  readonly option: string;
  readonly open: (file: string, option: string) => Promise<ReportFile>;
  readonly render: (report: ContractReport) => string;
}
