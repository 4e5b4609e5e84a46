/** Where the arrow keys lead from one place to the next. */

export type Direction = 'left' | 'right' | 'up' | 'down';

const AXES: Record<Direction, readonly [x: number, y: number]> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };
/** Being off to the side counts so many times as being far. */
const SIDEWAYS_WEIGHT = 2;

/** The nearest place in a direction (y downwards), less what lies off to the side; null where there is none. */
export function nextTowards<T extends { x: number; y: number }>(places: readonly T[], from: T, direction: Direction): T | null {
  const [ax, ay] = AXES[direction];
  let best: T | null = null;
  let least = Infinity;
  for (const place of places) {
    const ahead = (place.x - from.x) * ax + (place.y - from.y) * ay;
    const aside = Math.abs((place.x - from.x) * ay) + Math.abs((place.y - from.y) * ax);
    if (place === from || ahead <= 0 || aside > ahead * SIDEWAYS_WEIGHT) continue;
    const far = ahead + aside * SIDEWAYS_WEIGHT;
    if (far < least) {
      least = far;
      best = place;
    }
  }
  return best;
}
