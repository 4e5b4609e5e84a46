/** Finding a place by name: communes, former communes and districts, hamlets; accents, case and đ/d do not matter. */
import { computed } from '@preact/signals';
import { fold } from '../core/fold';
import type { LngLat } from '../core/model';
import { known } from './known';
import { lang } from './language';
import { project } from './project';
import { districts } from './units';
import { type Units, view } from './view';

export interface Place {
  kind: 'commune' | 'old' | 'hamlet' | 'district';
  id: string;
  name: string;
  /** What tells apart those of one name: the district of a former commune, the commune of a hamlet. */
  context: string;
  /** The commune of 2025 whose sheet opens. */
  communeCode: string | null;
  position: LngLat | null;
  /** Folded names, for matching. */
  keys: string[];
}

/** Of equal matches the kind that the reader looks at comes first. */
const KIND_ORDER: Record<Units, Record<Place['kind'], number>> = {
  new: { commune: 0, old: 1, hamlet: 2, district: 3 },
  old: { old: 0, commune: 1, hamlet: 2, district: 3 },
  districts: { district: 0, commune: 1, old: 2, hamlet: 3 },
};

/** All places that can be found; folded once. */
const places = computed((): Place[] => {
  const data = known.value;
  if (!data) return [];
  const nameOf = new Map(data.communes.map((c) => [c.code, c.name]));
  return [
    ...data.communes.map((c): Place => ({ kind: 'commune', id: c.code, name: c.name, context: c.code, communeCode: c.code, position: null, keys: [fold(c.name), c.code] })),
    ...data.oldUnits.map((u): Place => ({
      kind: 'old', id: `old:${u.code}`, name: u.name, context: u.district, communeCode: u.communes[0]?.code ?? null, position: u.centre,
      keys: [u.name, ...u.otherNames].map((n) => fold(`${n} ${u.district}`)),
    })),
    ...districts.value.map((name): Place => ({ kind: 'district', id: name, name, context: '', communeCode: null, position: null, keys: [fold(name)] })),
    ...(project.value?.localities ?? []).map((l): Place => ({
      kind: 'hamlet', id: l.localityId, name: l.name, context: nameOf.get(l.communeCode ?? '') ?? '', communeCode: l.communeCode, position: l.position, keys: [fold(l.name)],
    })),
  ];
});

/** The best matches, at most `most`: names that begin with the text, then words that do, then the rest; equal ones by alphabet. */
export function findPlaces(text: string, most = 12): Place[] {
  const wanted = fold(text).trim();
  if (wanted === '') return [];
  const order = KIND_ORDER[view.value.units];
  const { compare } = lang.value.format;
  const found: { place: Place; rank: number }[] = [];
  for (const place of places.value) {
    let rank = Infinity;
    for (const key of place.keys) {
      const bare = key.replace(/^(xa|phuong|thi tran|huyen|thanh pho) /, '');
      if (bare.startsWith(wanted) || key.startsWith(wanted)) rank = Math.min(rank, 0);
      else if (key.includes(` ${wanted}`) || key.includes(`(${wanted}`)) rank = Math.min(rank, 1);
      else if (key.includes(wanted)) rank = Math.min(rank, 2);
    }
    if (rank < Infinity) found.push({ place, rank: rank * 4 + order[place.kind] });
  }
  return found.sort((a, b) => a.rank - b.rank || compare(a.place.name, b.place.name)).slice(0, most).map((f) => f.place);
}
