/**
 * Which stations' boxes meet a box. They stand in the order of their centres from west to east: between two of them is a
 * strip, and among the some hundred to some ten thousand of a province that is faster than a tree. Those that reach much
 * farther than the others would widen every strip; they are asked one by one.
 */
import { firstFrom } from '../ascending';
import type { Box } from '../model';
import type { Station } from './station';

export interface StripIndex {
  /** Adds the stations whose box meets this one to `found`. */
  search(box: Box, found: Station[]): void;
}

/** A station is far-reaching from so many times the middle reach on. */
const FAR = 4;

/** `stations` are sorted by the longitude of their centres. */
export function stripIndexOf(stations: readonly Station[]): StripIndex {
  const reachOf = ({ box }: Station) => (box[2] - box[0]) / 2;
  const limit = FAR * (Float64Array.from(stations, reachOf).sort()[stations.length >> 1] ?? 0);
  const far = stations.filter((station) => reachOf(station) > limit);
  const near = far.length > 0 ? stations.filter((station) => reachOf(station) <= limit) : stations;
  const widest = near.reduce((most, station) => Math.max(most, reachOf(station)), 0);
  const lngs = Float64Array.from(near, (station) => station.centre[0]);
  const boxes = new Float64Array(4 * near.length);
  near.forEach(({ box }, i) => boxes.set(box, 4 * i));
  return {
    search(box, found) {
      const [west, south, east, north] = box;
      for (let i = firstFrom(lngs, west - widest); i < lngs.length && lngs[i]! <= east + widest; i++) {
        const k = 4 * i;
        if (boxes[k]! <= east && boxes[k + 2]! >= west && boxes[k + 1]! <= north && boxes[k + 3]! >= south) found.push(near[i]!);
      }
      for (const station of far) {
        const [w, s, e, n] = station.box;
        if (w <= east && e >= west && s <= north && n >= south) found.push(station);
      }
    },
  };
}
