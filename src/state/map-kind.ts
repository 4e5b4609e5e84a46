/** Which map the page shows: the one that needs WebGL, or the simple one, and why. */
import { computed, signal } from '@preact/signals';
import { lean } from './memory';
import { view } from './view';

/** What went wrong with the map that needs WebGL. */
export type MapFailure = 'no-webgl' | 'context-lost' | 'library';

export type SimpleMapReason = 'chosen' | 'memory' | MapFailure;

/** Why the map is not there, as found while it ran; null where nothing went wrong. */
export const mapFailure = signal<MapFailure | null>(null);

let webGl2: boolean | null = null;

/** Whether a canvas has the WebGL 2 that the map library needs; asked of the browser once. */
export function hasWebGl2(): boolean {
  webGl2 ??= probeWebGl2();
  return webGl2;
}

function probeWebGl2(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    // Browsers keep few contexts; this one has done its work.
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

/** Why the simple map stands in; null where the other one is shown. What the reader chose comes first. */
export const simpleMapReason = computed((): SimpleMapReason | null => {
  if (view.value.map === 'simple') return 'chosen';
  if (mapFailure.value !== null) return mapFailure.value;
  if (lean.value) return 'memory';
  return hasWebGl2() ? null : 'no-webgl';
});

/** Tries the map that needs WebGL once more. */
export function retryMap(): void {
  webGl2 = null;
  mapFailure.value = hasWebGl2() ? null : 'no-webgl';
}
