/** Makes `data/first-view.json` of the bundled data whenever the page is built or served for development, so that it is never stale. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { BUNDLED_FILES } from '../src/formats/bundled-files';
import { FIRST_VIEW_FILE } from '../src/worker/first-view';
import { makeFirstView } from '../src/worker/make-first-view';

async function firstViewText(publicFolder: string): Promise<string> {
  const texts = await Promise.all(Object.entries(BUNDLED_FILES).map(async ([key, name]) => [key, await readFile(path.join(publicFolder, 'data', name), 'utf8')] as const));
  return JSON.stringify(await makeFirstView(Object.fromEntries(texts) as Record<keyof typeof BUNDLED_FILES, string>));
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
        if (!request.url?.split('?')[0]!.endsWith(`/data/${FIRST_VIEW_FILE}`)) return next();
        firstViewText(publicFolder).then((text) => response.setHeader('content-type', 'application/json').end(text), next);
      });
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: `data/${FIRST_VIEW_FILE}`, source: await firstViewText(publicFolder) });
    },
  };
}
