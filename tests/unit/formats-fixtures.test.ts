/** Drop a file into tests/fixtures with its issues beside it as `<stem>.expected.json`, get a case. Containers have a case a part. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCommuneIndex } from '../../src/core/commune-index';
import { createCommuneLookup } from '../../src/core/commune-lookup';
import type { DatasetKind, Issue, OldUnit } from '../../src/core/model';
import { readDataset, type ReadOptions } from '../../src/formats/read';
import { unwrap } from '../../src/formats/unwrap';
import { language, LANGUAGE_CODES } from '../../src/strings/every-language';
import { describeIssue } from '../../src/strings/issues';

interface ExpectedPart {
  kind: DatasetKind;
  goodRows: number;
  /** The first good row, where the fixture is about how values are read. */
  first?: unknown;
  issues: Pick<Issue, 'line' | 'column' | 'code' | 'severity' | 'value'>[];
}

/** What the user says about the file. */
interface Options {
  options?: { kind?: DatasetKind; crs?: string; map?: Record<string, string>; set?: Record<string, string> };
}

type Expected = Options & (ExpectedPart | { parts: (ExpectedPart & { layer: string | null })[] });

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

  it.each(files)('%s', async (file) => {
    const beside = new URL(`${file.replace(/\.[^.]+$/, '')}.expected.json`, folder);
    const expected = JSON.parse(readFileSync(beside, 'utf8')) as Expected;
    const wanted = 'parts' in expected ? expected.parts : [expected];
    const { options } = expected;
    const opened = await unwrap(new Uint8Array(readFileSync(new URL(file, folder))), file);
    const results = opened.map(({ layer, bytes }) => ({ layer, ...readDataset(bytes, file, { ...options, area, lookup } as ReadOptions<DatasetKind> & { kind: DatasetKind }) }));
    const found = results.map(({ kind, rows, issues }, i): ExpectedPart => ({
      kind,
      goodRows: rows.length,
      ...(wanted[i] && 'first' in wanted[i] ? { first: JSON.parse(JSON.stringify(rows[0] ?? null)) as unknown } : {}),
      issues: issues.map(({ line, column, code, severity, value }) => ({ line, column, code, severity, value })),
    }));
    const all = { ...(options ? { options } : {}), ...('parts' in expected ? { parts: found.map((part, i) => ({ layer: opened[i]!.layer, ...part })) } : found[0]!) };
    // UPDATE_FIXTURES=1 rewrites the expectation; read the difference before committing it.
    if (process.env.UPDATE_FIXTURES) writeFileSync(beside, written(all));
    else expect(all).toEqual(expected);
    if (!('parts' in expected)) expect(opened).toHaveLength(1);

    for (const issue of results.flatMap((result) => result.issues)) {
      for (const code of LANGUAGE_CODES) {
        expect(describeIssue(issue, language(code).issues)).toMatch(/^\S.*[.]$/);
        expect(describeIssue(issue, language(code).issues)).not.toMatch(/undefined|null|NaN|\[object/);
      }
    }
  });
});

/** An issue a line. */
function written(expected: Expected): string {
  const part = ({ issues, ...rest }: ExpectedPart) => {
    const head = JSON.stringify(rest).slice(0, -1);
    return issues.length === 0 ? `${head},"issues":[]}` : `${head},"issues":[\n${issues.map((issue) => JSON.stringify(issue)).join(',\n')}\n]}`;
  };
  if (!('parts' in expected)) return `${part(expected)}\n`;
  const head = expected.options ? `"options":${JSON.stringify(expected.options)},` : '';
  return `{${head}"parts":[\n${expected.parts.map(part).join(',\n')}\n]}\n`;
}
