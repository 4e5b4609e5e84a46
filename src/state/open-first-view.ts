/** Shows the first view where it may speak: not where a project of the reader's own is about to be opened. */
import { BUNDLED_FILES } from '../formats/bundled-files';
import type { Indicators } from '../formats/bundled-files';
import type { OldUnit, Provenance } from '../core/model';
import { FIRST_VIEW_FILE, type PackedFirstView, unpackFirstView } from '../worker/first-view';
import { bundledText } from './bundled-source';
import { firstView } from './known';
import { ownProjectComes } from './loading';
import { inSingleFile } from './single-file';
import { DATABASE } from './store-name';

/** Resolves once it is shown, or known not to be: then all waits for the worker, as without it. */
export async function openFirstView(): Promise<void> {
  try {
    ownProjectComes.value = await mayOpenOwnProject();
    if (ownProjectComes.peek()) return;
    const [packed, provenance, indicators, oldUnits] = await Promise.all(
      [FIRST_VIEW_FILE, BUNDLED_FILES.provenance, BUNDLED_FILES.indicators, BUNDLED_FILES.oldUnits].map(async (name): Promise<unknown> => JSON.parse(await bundledText(name))),
    );
    firstView.value = unpackFirstView(packed as PackedFirstView, { provenance: provenance as Provenance[], indicators: indicators as Indicators, oldUnits: oldUnits as OldUnit[] });
  } catch (error) {
    console.info(error);
  }
}

/** A browser without the database keeps nothing; with it, the store knows which project was in view last. */
async function mayOpenOwnProject(): Promise<boolean> {
  if (inSingleFile?.project) return (await import('./projects')).keepsProject();
  try {
    if (!(await indexedDB.databases()).some(({ name }) => name === DATABASE)) return false;
  } catch {
    if (typeof indexedDB === 'undefined') return false;
  }
  const { keepsProject } = await import('./projects');
  return keepsProject();
}
