/** When the worker and the data are asked for: after the first view, or once something needs them. */
import { effect, signal } from '@preact/signals';
import type { ProjectData } from '../worker/protocol';
import { loadBundledCoverage } from './bundled-coverage';
import { openBundled, project, projectFailure } from './project';

/** Whether they were asked for and are not there yet. */
export const loading = signal(false);

/** Whether a project of the reader's own is kept: nothing is shown before it is open. */
export const ownProjectComes = signal(false);

/** Asks for the data and then for the reader's projects; once, and again after a failure. */
export function wantProject(): void {
  if (loading.peek()) return;
  if (project.peek()) {
    if (projectFailure.peek()) void loadBundledCoverage();
    return;
  }
  loading.value = true;
  void load().finally(() => { loading.value = false; });
}

async function load(): Promise<void> {
  const data = await openBundled();
  if (!data) return;
  // Between the two, bundled figures would be taken for the reader's own.
  if (!ownProjectComes.peek()) project.value = data;
  const { startProjects } = await import('./projects');
  await startProjects();
  project.value ??= data;
}

/** Resolves once the data is there, and asks for them. */
export function whenLoaded(): Promise<ProjectData> {
  wantProject();
  return new Promise((resolve) => {
    const stop = effect(() => {
      const data = project.value;
      if (!data) return;
      resolve(data);
      queueMicrotask(() => stop());
    });
  });
}
