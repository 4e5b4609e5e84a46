/** The bundled coverage polygons: many bytes that few look at, asked for when they are. */
import { effect } from '@preact/signals';
import { reasonOf } from '../core/failure';
import { BUNDLED_FILES } from '../formats/bundled-files';
import { bundledText } from './bundled-source';
import { core, project, projectFailure } from './project';
import { view } from './view';

/** Loads them unless they are there. Never rejects: a failure stands in `projectFailure`. */
export async function loadBundledCoverage(): Promise<void> {
  if (!project.peek()?.datasets.some((d) => d.rowCount === null)) return;
  const file = BUNDLED_FILES.coverage;
  try {
    projectFailure.value = null;
    project.value = await core().openCoverage(await bundledText(file));
  } catch (error) {
    projectFailure.value = { file, reason: reasonOf(error) };
  }
}

/** Loads them once they are counted or shown. */
export function startBundledCoverage(): void {
  effect(() => {
    const wanted = view.value.coverage === 'claimed' || view.value.layers.includes('coverage');
    if (wanted && project.value?.datasets.some((d) => d.rowCount === null)) void loadBundledCoverage();
  });
}
