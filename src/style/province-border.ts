/** The outline of communes that share their vertices, without a polygon union: the edges that occur only once. */
import type { LngLat, MultiPolygonRings } from '../core/model';

/**
 * Lines along the edges that belong to one commune alone. Where neighbours do not share vertices (files of users may
 * not), the stretch between them is drawn as well.
 */
export function provinceBorder(communes: readonly MultiPolygonRings[]): LngLat[][] {
  const numbers = new Map<string, number>();
  const points: LngLat[] = [];
  const numberOf = (point: LngLat): number => {
    const key = `${point[0]},${point[1]}`;
    let number = numbers.get(key);
    if (number === undefined) {
      number = points.length;
      numbers.set(key, number);
      points.push(point);
    }
    return number;
  };

  const MULTIPLIER = 2 ** 26;
  const single = new Map<number, [from: number, to: number]>();
  for (const geometry of communes) {
    for (const ring of geometry.flat()) {
      let from = numberOf(ring[0]!);
      for (let i = 1; i < ring.length; i++) {
        const to = numberOf(ring[i]!);
        if (to === from) continue;
        const key = from < to ? from * MULTIPLIER + to : to * MULTIPLIER + from;
        if (!single.delete(key)) single.set(key, [from, to]);
        from = to;
      }
    }
  }

  const next = new Map<number, number[]>();
  for (const [from, to] of single.values()) {
    const ends = next.get(from);
    if (ends) ends.push(to);
    else next.set(from, [to]);
  }
  const follow = (from: number): LngLat[] => {
    const line = [points[from]!];
    for (let at = from; ; ) {
      const to = next.get(at)?.pop();
      if (to === undefined) return line;
      line.push(points[to]!);
      at = to;
    }
  };
  const lines: LngLat[][] = [];
  for (const from of next.keys()) {
    for (let line = follow(from); line.length > 1; line = follow(from)) lines.push(line);
  }
  return lines;
}
