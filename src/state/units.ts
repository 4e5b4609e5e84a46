/** Units until 30 June 2025 and their districts; figures of the districts for the question in view. */
import { computed } from '@preact/signals';
import { boxOfBoxes, boxOfGeometry } from '../core/box';
import { type DistrictRow, districtNames, districtRows, districtsOfCommunes } from '../core/districts';
import type { Box, Commune, GapRow, OldUnit } from '../core/model';
import { readOldCode } from '../core/old-code';
import { known } from './known';
import { project } from './project';
import { answerTo, mainQuestion } from './results';
import { type Units, updateView, view } from './view';

/** Of the question in view; the same object until that answer changes, whatever else is answered. */
const answer = computed(() => answerTo(mainQuestion.value));

/** Rows of the communes loaded for the question in view; empty until it is answered. */
export function rowsOfMain(): readonly GapRow[] {
  return answer.value?.rows ?? [];
}

/** The district of each commune loaded, by code. */
export const districtOfCommune = computed(() => districtsOfCommunes(known.value?.communes ?? [], known.value?.oldUnits ?? []));

/** Districts that have a commune among those loaded. */
export const districts = computed((): string[] => {
  const present = new Set([...districtOfCommune.value.values()].map((of) => of.district));
  return districtNames(known.value?.oldUnits ?? []).filter((name) => present.has(name));
});

export function communesOfDistrict(district: string | null): Commune[] {
  return (project.value?.communes ?? []).filter(({ code }) => (districtOfCommune.value.get(code)?.district ?? null) === district);
}

/** What the communes of a district span; null where it has none. */
export function boxOfDistrict(district: string | null): Box | null {
  const communes = communesOfDistrict(district);
  return communes.length > 0 ? boxOfBoxes(communes.map((c) => boxOfGeometry(c.geometry))) : null;
}

/** One row a district for the question in view; empty until it is answered. */
export const districtTable = computed((): DistrictRow[] => districtRows(rowsOfMain(), project.value?.oldUnits ?? [], districtOfCommune.value));

/** The former unit whose sheet is open; null where none is. */
export const openOldUnit = computed((): OldUnit | null => {
  const code = readOldCode(view.value.commune ?? '');
  return code === null ? null : (known.value?.oldUnits.find((unit) => unit.code === code) ?? null);
});

/** Tells everything by other units from now on; what was open or filtered by those before is closed. */
export function chooseUnits(units: Units): void {
  updateView({ units, commune: null, district: null });
}
