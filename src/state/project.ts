/** The data the page works with: fetched from the folder it came from, parsed in the worker. */
import { signal } from '@preact/signals';
import { BUNDLED_FILES, OPENING_FILES, type OpeningFile } from '../formats/bundled-files';
import { type CoreClient, createCoreClient } from '../worker/client';
import type { ProjectData } from '../worker/protocol';
import { bundledText, forgetBundledTexts } from './bundled-source';

export const project = signal<ProjectData | null>(null);

/** Why the data could not be loaded; null while it loads or once it is there. */
export const projectFailure = signal<{ file: string; reason: string } | null>(null);

/** What was done to the data last, for the line that offers to take it back. */
export const lastChange = signal<{ kind: 'added' | 'removed' | 'undone'; file: string } | null>(null);

let client: CoreClient | null = null;

/** The running core; starts the worker at the first call. */
export function core(): CoreClient {
  client ??= createCoreClient(new Worker(new URL('../worker/core.worker.ts', import.meta.url), { type: 'module' }));
  return client;
}

/** Has the worker open the bundled data; null where they cannot be loaded, `projectFailure` then says why. */
export async function openBundled(): Promise<ProjectData | null> {
  projectFailure.value = null;
  const running = core();
  let file = '';
  try {
    const texts = await Promise.all(
      OPENING_FILES.map(async (key) => {
        const name = BUNDLED_FILES[key];
        try {
          return [key, await bundledText(name)] as const;
        } catch (error) {
          file = name;
          throw error;
        }
      }),
    );
    const data = await running.open(Object.fromEntries(texts) as Record<OpeningFile, string>);
    forgetBundledTexts();
    return data;
  } catch (error) {
    projectFailure.value = { file, reason: error instanceof Error ? error.message : String(error) };
    return null;
  }
}
