/** bin/lomsong.mjs itself: what it writes, and when it bundles anew. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'lomsong-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const run = (bin: string, ...args: string[]) => spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8' });

describe('--out', () => {
  const gaps = (out: string) => run(path.join(root, 'bin/lomsong.mjs'), 'gaps', '--coverage', 'bundled', '--technology', '4G', '--out', out);

  test('follows a link and leaves it one', () => {
    writeFileSync(path.join(folder, 'real.json'), 'old');
    symlinkSync('real.json', path.join(folder, 'link.json'));
    expect(gaps('link.json').status).toBe(0);
    expect(lstatSync(path.join(folder, 'link.json')).isSymbolicLink()).toBe(true);
    expect(JSON.parse(readFileSync(path.join(folder, 'real.json'), 'utf8'))).toHaveLength(73 * 2);
  });

  test.skipIf(process.platform === 'win32')('writes to a pipe and never replaces it: the same holds for /dev/null', () => {
    const script = `mkfifo pipe; cat pipe > piped.json & "${process.execPath}" "${path.join(root, 'bin/lomsong.mjs')}" gaps --coverage bundled --technology 4G --out pipe; wait`;
    execFileSync('sh', ['-c', script], { cwd: folder, stdio: 'ignore' });
    expect(lstatSync(path.join(folder, 'pipe')).isFIFO()).toBe(true);
    expect(JSON.parse(readFileSync(path.join(folder, 'piped.json'), 'utf8'))).toHaveLength(73 * 2);
  });

  test('a folder is refused, and nothing half-written stays', () => {
    mkdirSync(path.join(folder, 'a-folder'));
    const { status, stderr } = gaps('a-folder');
    expect([status, stderr]).toEqual([2, expect.stringContaining('đây là thư mục')]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('the bundle', () => {
  const copy = path.join(folder, 'copy');
  const bin = path.join(copy, 'bin/lomsong.mjs');
  const strings = path.join(copy, 'src/strings/vi.ts');

  beforeAll(() => {
    for (const part of ['bin', 'src/core', 'src/formats', 'src/strings', 'src/style', 'src/report', 'src/cli', 'package.json', 'package-lock.json']) cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  });

  test('is made at the first call, from any folder, and then kept', () => {
    expect(run(bin, '--help').stdout).toMatch(/^lomsong/);
    const cached = path.join(copy, '.cache/lomsong.cjs');
    const { mtimeMs } = lstatSync(cached);
    expect(run(bin, '--help').stdout).toMatch(/^lomsong/);
    expect(lstatSync(cached).mtimeMs).toBe(mtimeMs);
  });

  test('is made anew when a source changes, also to one with an older date', () => {
    writeFileSync(strings, readFileSync(strings, 'utf8').replaceAll('lomsong – ', 'CHANGED – '));
    utimesSync(strings, 1, 1);
    expect(run(bin, '--help').stdout).toMatch(/^CHANGED/);
  });

  test('is not needed where the folder cannot be written', () => {
    rmSync(path.join(copy, '.cache'), { recursive: true });
    // A file where the folder should be refuses root as well.
    writeFileSync(path.join(copy, '.cache'), '');
    expect(run(bin, '--help')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^CHANGED/) });
  });
});
