/** From one variant of the style to another by single properties: sources, their data and the camera stay as they are. */
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';

export interface PropertyChange {
  layer: string;
  kind: 'paint' | 'layout';
  name: string;
  value: unknown;
}

/** Both must have the same layers in the same order, as all styles of `buildStyle` have. */
export function changesBetween(from: StyleSpecification, to: StyleSpecification): PropertyChange[] {
  const changes: PropertyChange[] = [];
  to.layers.forEach((layer, i) => {
    const before = from.layers[i];
    if (before?.id !== layer.id) throw new Error(`Layer ${layer.id} is not in the same place in both styles.`);
    for (const kind of ['layout', 'paint'] as const) {
      const old = (before[kind] ?? {}) as Record<string, unknown>;
      const now = (layer[kind] ?? {}) as Record<string, unknown>;
      for (const name of new Set([...Object.keys(old), ...Object.keys(now)])) {
        if (JSON.stringify(old[name]) !== JSON.stringify(now[name])) changes.push({ layer: layer.id, kind, name, value: now[name] });
      }
    }
  });
  return changes;
}
