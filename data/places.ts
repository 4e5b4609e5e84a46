/** Where the scripts read and write. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const repoDir = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Raw facts; not part of the project, and needed by `data:sources` alone. */
export const SOURCES_DIR = path.resolve(repoDir, process.env['LOMSONG_SOURCES'] ?? '../shared/sources');
export const PUBLIC_DATA_DIR = path.join(repoDir, 'public', 'data');

export function readSource(file: string): string {
  return readFileSync(path.join(SOURCES_DIR, file), 'utf8');
}

export function readPublic(file: string): string {
  return readFileSync(path.join(PUBLIC_DATA_DIR, file), 'utf8');
}
