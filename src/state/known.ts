/** What is known of the data: of those loaded, or until then of the bundled ones as the first view tells it. */
import { computed, signal } from '@preact/signals';
import type { FirstView } from '../worker/first-view';
import { type KnownData, knownOf } from '../worker/known-data';
import { project } from './project';

/** null: not there, or the reader has data of their own that it does not speak of. */
export const firstView = signal<FirstView | null>(null);

/** null: nothing is known yet. */
export const known = computed((): KnownData | null => (project.value ? knownOf(project.value) : (firstView.value?.known ?? null)));

/** Whether the first view speaks of the data in use: until others are loaded. */
export const firstViewHolds = computed((): boolean => {
  const first = firstView.value;
  if (!first || !project.value) return first !== null;
  const ids = (datasets: readonly { id: string }[]) => datasets.map((d) => d.id).join(' ');
  return ids(project.value.datasets) === ids(first.known.datasets);
});
