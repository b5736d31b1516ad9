import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openForMore, openReportFile } from '../../../scripts/commands/contract/report-file.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'report-file-'));
  file = path.join(folder, 'report.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a file for a report', () => {
  it('is not there before the report is whole, and then alone', async () => {
    const opened = await openReportFile(file, '--json');
    expect(existsSync(file)).toBe(false);
    await opened.keep('whole');
    await opened.drop();
    expect(readdirSync(folder)).toEqual(['report.json']);
    expect(readFileSync(file, 'utf8')).toBe('whole');
  });

  it('keeps what was in it where no report comes', async () => {
    writeFileSync(file, 'of the last run');
    const opened = await openReportFile(file, '--json');
    await opened.drop();
    expect(readdirSync(folder)).toEqual(['report.json']);
    expect(readFileSync(file, 'utf8')).toBe('of the last run');
  });

  it('may be a link to one, which stays a link', async () => {
    const target = path.join(folder, 'target.json');
    writeFileSync(target, '');
    symlinkSync(target, file);
    await (await openReportFile(file, '--json')).keep('whole');
    expect(readFileSync(target, 'utf8')).toBe('whole');
  });

  it('may be no file of a disk', async () => {
    await (await openReportFile('/dev/null', '--json')).keep('whole');
  });

  it('may have what others wrote, and get more', async () => {
    writeFileSync(file, 'theirs, ');
    await (await openForMore(file, 'GITHUB_STEP_SUMMARY')).keep('ours');
    expect(readFileSync(file, 'utf8')).toBe('theirs, ours');
  });

  it.each([
    [
      'in no folder',
      'nowhere/report.json',
      /^--json .*nowhere\/report\.json: nothing can be written in .*nowhere .*ENOENT/,
    ],
    ['a folder', 'folder', /^--json .*folder: nothing can be written .*it is a folder/],
  ])('can not be %s', async (_, name, message) => {
    mkdirSync(path.join(folder, 'folder'));
    await expect(openReportFile(path.join(folder, name), '--json')).rejects.toThrow(message);
    await expect(openForMore(path.join(folder, name), '--json')).rejects.toThrow(/nothing can be written/);
    expect(readdirSync(folder)).toEqual(['folder']);
  });
});
