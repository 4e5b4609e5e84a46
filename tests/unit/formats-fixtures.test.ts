/** Drop a file into tests/fixtures with its issues beside it as `<stem>.expected.json`, get a case. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCommuneIndex } from '../../src/core/commune-index';
import { createCommuneLookup } from '../../src/core/commune-lookup';
import type { DatasetKind, Issue, OldUnit } from '../../src/core/model';
import { readDataset } from '../../src/formats/read';
import { describeIssue } from '../../src/strings/issues';

interface Expected {
  /** What the user says about the file. */
  options?: { kind?: DatasetKind; crs?: string; map?: Record<string, string> };
  kind: DatasetKind;
  goodRows: number;
  issues: Pick<Issue, 'line' | 'column' | 'code' | 'severity' | 'value'>[];
}

const folder = new URL('../fixtures/', import.meta.url);
const bundled = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../../public/data/${name}`, import.meta.url)));

const communes = readDataset(bundled('communes.topo.json'), 'communes.topo.json', { kind: 'communes' });
const oldUnits = JSON.parse(new TextDecoder().decode(bundled('old-units.json'))) as OldUnit[];
const area = createCommuneIndex(communes.rows);
const lookup = createCommuneLookup(communes.rows, oldUnits);

const files = readdirSync(folder).filter((name) => !name.endsWith('.expected.json'));

describe('files that people have', () => {
  it('has the bundled communes to check against', () => {
    expect(communes.issues).toEqual([]);
    expect(communes.rows).toHaveLength(73);
  });

  it.each(files)('%s', (file) => {
    const beside = new URL(`${file.replace(/\.[^.]+$/, '')}.expected.json`, folder);
    const expected = JSON.parse(readFileSync(beside, 'utf8')) as Expected;
    const result = readDataset(new Uint8Array(readFileSync(new URL(file, folder))), file, { ...expected.options, area, lookup });
    const found: Expected = {
      ...(expected.options ? { options: expected.options } : {}),
      kind: result.kind,
      goodRows: result.rows.length,
      issues: result.issues.map(({ line, column, code, severity, value }) => ({ line, column, code, severity, value })),
    };
    // UPDATE_FIXTURES=1 rewrites the expectation; read the difference before committing it.
    if (process.env.UPDATE_FIXTURES) writeFileSync(beside, writeExpected(found));
    else expect(found).toEqual(expected);

    for (const issue of result.issues) {
      for (const language of ['vi', 'en'] as const) {
        expect(describeIssue(issue, language)).toMatch(/^\S.*[.]$/);
        expect(describeIssue(issue, language)).not.toMatch(/undefined|null|NaN|\[object/);
      }
    }
  });
});

function writeExpected({ issues, ...rest }: Expected): string {
  const head = JSON.stringify(rest).slice(0, -1);
  return issues.length === 0 ? `${head},"issues":[]}\n` : `${head},"issues":[\n${issues.map((issue) => JSON.stringify(issue)).join(',\n')}\n]}\n`;
}
