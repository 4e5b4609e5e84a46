/** Puts borders and polygons into the built folder once more, in fewer bytes, for the page; the files that others can read stay. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { BUNDLED_FILES, PACKED_FILES } from '../src/formats/bundled-files.ts';
import { packAreas, packTopology } from '../src/formats/packed-shapes.ts';

const PACK = { communes: packTopology, coverage: packAreas } satisfies Record<keyof typeof PACKED_FILES, (text: string) => string>;

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
      for (const kind of Object.keys(PACKED_FILES) as (keyof typeof PACKED_FILES)[]) {
        const text = await readFile(path.join(publicFolder, 'data', BUNDLED_FILES[kind]), 'utf8');
        this.emitFile({ type: 'asset', fileName: `data/${PACKED_FILES[kind]}`, source: PACK[kind](text) });
      }
    },
  };
}
