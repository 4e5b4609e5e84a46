/** Where readings contradict a claim: claimed but measured poor, or measured usable where nothing is claimed. */
import { type CommuneIndex, createCommuneIndex } from './commune-index';
import { signalLevel } from './measured';
import type { CoverageArea, Measurement } from './model';
import type { MeasuredRule } from './settings';

export type ConflictKind = 'claimed-but-poor' | 'usable-but-unclaimed';

export interface Conflict {
  reading: Measurement;
  kind: ConflictKind;
}

export interface ConflictCount {
  /** Readings that a claim speaks to. */
  readings: number;
  claimedButPoor: number;
  usableButUnclaimed: number;
}

export interface Conflicts {
  points: Conflict[];
  /** By commune code; readings outside all communes are under ''. */
  byCommune: Map<string, ConflictCount>;
}

/**
 * Holds each reading against the claim of its own pair; one without operator against all claims of its technology.
 * Areas that are modelled or measured are no claims. A pair that no claim names is no data, never a conflict; a weak level speaks neither way.
 */
export function findConflicts(readings: readonly Measurement[], coverage: readonly CoverageArea[], communes: CommuneIndex, rule: MeasuredRule): Conflicts {
  const areas = new Map<string, CoverageArea[]>();
  for (const claim of coverage) {
    if (claim.kind !== 'claimed') continue;
    for (const key of [`${claim.technology} ${claim.operator}`, claim.technology]) {
      const list = areas.get(key);
      if (list) list.push(claim);
      else areas.set(key, [claim]);
    }
  }
  // The index of communes answers point in area fast; here the areas are those claimed.
  const indices = new Map<string, CommuneIndex>();
  const claimOf = (reading: Measurement): CommuneIndex | null => {
    const key = reading.operator === null ? reading.technology : `${reading.technology} ${reading.operator}`;
    const own = areas.get(key);
    if (!own) return null;
    let index = indices.get(key);
    if (!index) indices.set(key, (index = createCommuneIndex(own.map(({ geometry }, i) => ({ code: String(i), name: '', population: null, geometry })))));
    return index;
  };
  const result: Conflicts = { points: [], byCommune: new Map() };
  for (const reading of readings) {
    const claim = claimOf(reading);
    if (!claim) continue;
    const code = communes.locate(reading.position)?.code ?? '';
    let count = result.byCommune.get(code);
    if (!count) result.byCommune.set(code, (count = { readings: 0, claimedButPoor: 0, usableButUnclaimed: 0 }));
    count.readings++;
    const level = signalLevel(reading.technology, reading.signalDbm, rule);
    if (level === 'weak') continue;
    const claimed = claim.locate(reading.position) !== null;
    if (claimed && level === 'poor') {
      count.claimedButPoor++;
      result.points.push({ reading, kind: 'claimed-but-poor' });
    } else if (!claimed && level === 'usable') {
      count.usableButUnclaimed++;
      result.points.push({ reading, kind: 'usable-but-unclaimed' });
    }
  }
  return result;
}
