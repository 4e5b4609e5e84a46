/** Puts the borders into the built folder once more, in fewer bytes, for the page; the file that others can read stays. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { BUNDLED_FILES, PACKED_COMMUNES_FILE } from '../src/formats/bundled-files.ts';
import { packTopology } from '../src/formats/packed-topology.ts';

export function packedBorders(): Plugin {
  let publicFolder = '';
  return {
    name: 'packed-borders',
    apply: 'build',
    config: () => ({ define: { PACKED_BORDERS: 'true' } }),
    configResolved(config) {
      publicFolder = config.publicDir;
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: `data/${PACKED_COMMUNES_FILE}`, source: packTopology(await readFile(path.join(publicFolder, 'data', BUNDLED_FILES.communes), 'utf8')) });
    },
  };
}
