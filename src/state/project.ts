/** The data the page works with: fetched from the folder it came from, parsed in the worker. */
import { signal } from '@preact/signals';
import { BUNDLED_FILES, type BundledFile } from '../formats/bundled-files';
import { type CoreClient, createCoreClient } from '../worker/client';
import type { ProjectData } from '../worker/protocol';
import coreWorkerUrl from '../worker/core.worker.ts?worker&url';
import { bundledText, inSingleFile } from './single-file';

export const project = signal<ProjectData | null>(null);

/** Why the data could not be loaded; null while it loads or once it is there. */
export const projectFailure = signal<{ file: string; reason: string } | null>(null);

/** What was done to the data last, for the line that offers to take it back. */
export const lastChange = signal<{ kind: 'added' | 'removed' | 'undone'; file: string } | null>(null);

let client: CoreClient | null = null;

/** The running core; starts the worker at the first call. */
export function core(): CoreClient {
  client ??= createCoreClient(new Worker(coreWorkerUrl, { type: inSingleFile ? 'classic' : 'module' }));
  return client;
}

/** Loads the bundled data. `base` is the folder of the page, with a slash at its end. */
export async function loadProject(base: string): Promise<void> {
  projectFailure.value = null;
  const running = core();
  let file = '';
  try {
    const texts = await Promise.all(
      (Object.entries(BUNDLED_FILES) as [BundledFile, string][]).map(async ([key, name]) => {
        try {
          return [key, await bundledText(base, `data/${name}`)] as const;
        } catch (error) {
          file = name;
          throw error;
        }
      }),
    );
    project.value = await running.open(Object.fromEntries(texts) as Record<BundledFile, string>);
  } catch (error) {
    projectFailure.value = { file, reason: error instanceof Error ? error.message : String(error) };
  }
}
