/** Makes `data/first-view.json` of the bundled data whenever the page is built or served for development, so that it is never stale. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import type * as bundledFiles from '../src/formats/bundled-files';
import type * as firstView from '../src/worker/first-view';
import type * as maker from '../src/worker/make-first-view';
import { moduleOf } from './page-module.ts';

async function firstViewText(publicFolder: string): Promise<string> {
  const { BUNDLED_FILES, OPENING_FILES } = await moduleOf<typeof bundledFiles>('formats/bundled-files.ts');
  const { makeFirstView } = await moduleOf<typeof maker>('worker/make-first-view.ts');
  const texts = await Promise.all(OPENING_FILES.map(async (key) => [key, await readFile(path.join(publicFolder, 'data', BUNDLED_FILES[key]), 'utf8')] as const));
  return JSON.stringify(await makeFirstView(Object.fromEntries(texts) as Record<bundledFiles.OpeningFile, string>));
}

export function firstViewPlugin(): Plugin {
  let publicFolder = '';
  return {
    name: 'first-view',
    configResolved(config) {
      publicFolder = config.publicDir;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!request.url?.split('?')[0]!.endsWith('/data/first-view.json')) return next();
        firstViewText(publicFolder).then((text) => response.setHeader('content-type', 'application/json').end(text), next);
      });
    },
    async generateBundle() {
      const { FIRST_VIEW_FILE } = await moduleOf<typeof firstView>('worker/first-view.ts');
      this.emitFile({ type: 'asset', fileName: `data/${FIRST_VIEW_FILE}`, source: await firstViewText(publicFolder) });
    },
  };
}
