/** The command run within the test, on files that are not on any disk. */
import { readFileSync } from 'node:fs';
import { main } from '../../src/cli/main';
import type { GapRow } from '../../src/core/model';

/** A bundled file. */
export const data = (name: string) => readFileSync(new URL(`../../public/data/${name}`, import.meta.url), 'utf8');

/** Runs the command on files given as text. */
export async function run(args: string[], files: Record<string, string | Uint8Array> = {}) {
  let stdout = '';
  const stderr: string[] = [];
  const written: Record<string, string | Uint8Array> = {};
  const folders: string[] = [];
  const status = await main(args, {
    stdout: (output) => { stdout += typeof output === 'string' ? output : new TextDecoder('latin1').decode(output); },
    stderr: (line) => stderr.push(line),
    readFile: (path) => {
      const file = files[path];
      if (file === undefined) throw new Error(`ENOENT: ${path}`);
      return typeof file === 'string' ? new TextEncoder().encode(file) : file;
    },
    writeFile: (path, text) => { written[path] = text; },
    makeFolder: (path) => { folders.push(path); },
    today: () => '2026-11-24',
    readBundled: data,
    version: '9.9.9',
  });
  return { status, stdout, stderr: stderr.join('\n'), written, folders, rows: () => JSON.parse(stdout) as GapRow[], issues: () => stdout.trim().split('\n').filter(Boolean).map((l) => JSON.parse(l) as Record<string, unknown>) };
}
