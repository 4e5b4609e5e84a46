/** Puts borders and polygons into the built folder once more, in fewer bytes, for the page; the files that others can read stay. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { BUNDLED_FILES, PACKED_FILES } from '../src/formats/bundled-files.ts';
import { packAreas, packTopology } from '../src/formats/packed-shapes.ts';

const PACK: Readonly<Record<string, (text: string) => string>> = { [BUNDLED_FILES.communes]: packTopology, [BUNDLED_FILES.coverage]: packAreas };

export function packedShapes(): Plugin {
  let publicFolder = '';
  return {
    name: 'packed-shapes',
    apply: 'build',
    config: () => ({ define: { PACKED_SHAPES: 'true' } }),
    configResolved(config) {
      publicFolder = config.publicDir;
    },
    async generateBundle() {
      for (const [file, packed] of Object.entries(PACKED_FILES)) {
        const text = await readFile(path.join(publicFolder, 'data', file), 'utf8');
        this.emitFile({ type: 'asset', fileName: `data/${packed}`, source: PACK[file]!(text) });
      }
    },
  };
}
