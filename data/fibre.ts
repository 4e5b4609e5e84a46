/** The listed commune centres as fibre endpoints, on the report of May 2024 that every commune has fibre to its centre. */
import type { FibreEndpoint, LngLat, OldUnit } from '../src/core/model';

export const FIBRE_AS_OF = '2024-05';

export function fibreEndpoints(units: readonly OldUnit[], communeAt: (position: LngLat) => string | null): FibreEndpoint[] {
  return units.map((unit) => {
    const successors = unit.communes.map((c) => c.code);
    const containing = unit.centre && communeAt(unit.centre);
    return {
      fibreId: `FO-${unit.code}`,
      name: centreName(unit.name),
      position: unit.centre,
      communeCode: successors.find((code) => code === containing) ?? successors[0]!,
      operator: null,
      status: 'active',
      asOf: FIBRE_AS_OF,
      positionNote: unit.centreNote,
    };
  });
}

/** "Xã Sủng Là" → "Trung tâm xã Sủng Là". */
function centreName(unitName: string): string {
  return `Trung tâm ${unitName.charAt(0).toLowerCase()}${unitName.slice(1)}`;
}
