/** Roaming: in chosen communes the customers of an operator use the networks of all. */
import { boxesMeet, boxOfBoxes, boxOfGeometry, boxOfPoints } from './box';
import { collapseBeyond } from './collapse';
import { createCommuneIndex } from './commune-index';
import { type Cover, ofRings } from './cover';
import type { Box, Commune, Ring } from './model';
import { boundaryRings, difference, intersection, union } from './overlay';

/** What `own` covers anywhere and `all`, which covers at least as much, in the communes `sharing`. */
export function roamingCover(own: Cover, all: Cover, sharing: readonly Commune[]): Cover {
  const index = createCommuneIndex(sharing);
  const outlines = sharing.map((commune) => ({ rings: boundaryRings(commune.geometry), box: boxOfGeometry(commune.geometry) }));

  /** Borders of the communes that meet the box, without what lies beyond it. */
  const sharedNear = (box: Box): Ring[] =>
    outlines
      .filter((outline) => boxesMeet(outline.box, box))
      .flatMap(({ rings }) => rings.map((ring) => collapseBeyond(ring, box)).filter((ring) => ring.length > 3));

  function subtractFrom(region: readonly Ring[], box: Box): Ring[] {
    const left = own.subtractFrom(region, box);
    const shared = left.length > 0 ? sharedNear(box) : [];
    if (shared.length === 0) return left;
    const inside = intersection(left, shared);
    if (inside.length === 0) return left;
    const leftInside = all.subtractFrom(inside, boxOfBoxes(inside.map(boxOfPoints)));
    return union([...difference(left, shared), ...leftInside]);
  }

  return {
    subtractFrom,
    leftOf: (region) => (sharedNear(region.box).length === 0 ? own.leftOf(region) : ofRings(subtractFrom(region.rings, region.box), false)),
    changed: (removed, added) => roamingCover(own.changed(removed, added), all.changed(removed, added), sharing),
    reaches: (point) => own.reaches(point) || (index.locate(point) !== null && all.reaches(point)),
    surelyContainsDisc: (centre, radiusMeters) => own.surelyContainsDisc(centre, radiusMeters),
  };
}
