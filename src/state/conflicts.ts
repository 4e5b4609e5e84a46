/** Readings held against claims, whenever both are loaded. */
import { effect, signal } from '@preact/signals';
import type { Conflicts } from '../core/conflicts';
import { core, project } from './project';
import { settings } from './results';

/** null: readings or claims are missing, or it is not computed yet. */
export const conflicts = signal<Conflicts | null>(null);

/** Keeps the conflicts in step with the data from now on. */
export function startConflicts(): void {
  effect(() => {
    const data = project.value;
    const { measured } = settings.value;
    conflicts.value = null;
    // The bundled polygons are no one's claim.
    if (!data || data.measurements.length === 0 || !data.datasets.some((d) => d.kind === 'coverage' && d.rows)) return;
    void core().conflicts(measured).then((found) => {
      if (project.peek() === data) conflicts.value = found;
    });
  });
}
