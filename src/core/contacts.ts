/** Whether rings touch themselves or each other, at vertices or along edges. */
import { firstFrom } from './ascending';
import type { Ring } from './model';

/** Closer than this counts as touching, degrees: a tenth of the kernel's grid. */
const TOUCHING_DEGREES = 1e-9;

/** Whether some vertex lies on another vertex or on an edge that is not its own. */
export function anyContact(rings: readonly Ring[]): boolean {
  const count = rings.reduce((sum, ring) => sum + ring.length - 1, 0);
  const lngs = new Float64Array(count);
  const lats = new Float64Array(count);
  let k = 0;
  for (const ring of rings) {
    for (let i = 0; i < ring.length - 1; i++, k++) {
      lngs[k] = ring[i]![0];
      lats[k] = ring[i]![1];
    }
  }
  const byLng = Uint32Array.from({ length: count }, (_, i) => i).sort((a, b) => lngs[a]! - lngs[b]!);
  const sorted = Float64Array.from(byLng, (i) => lngs[i]!);
  let start = 0;
  for (const ring of rings) {
    const n = ring.length - 1;
    for (let i = 0; i < n; i++) {
      const [a, b] = [start + i, start + ((i + 1) % n)];
      const [ax, ay, bx, by] = [lngs[a]!, lats[a]!, lngs[b]!, lats[b]!];
      const [west, east] = ax < bx ? [ax, bx] : [bx, ax];
      const [south, north] = ay < by ? [ay, by] : [by, ay];
      const length = Math.hypot(bx - ax, by - ay);
      for (let s = firstFrom(sorted, west - TOUCHING_DEGREES); s < count && sorted[s]! <= east + TOUCHING_DEGREES; s++) {
        const v = byLng[s]!;
        if (v === a || v === b || lats[v]! < south - TOUCHING_DEGREES || lats[v]! > north + TOUCHING_DEGREES) continue;
        const cross = (bx - ax) * (lats[v]! - ay) - (by - ay) * (sorted[s]! - ax);
        if (Math.abs(cross) <= TOUCHING_DEGREES * length) return true;
      }
    }
    start += n;
  }
  return false;
}
