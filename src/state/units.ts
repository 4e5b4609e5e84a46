/** Units until 30 June 2025 and their districts, with the figures of the question in view. */
import { computed } from '@preact/signals';
import { boxOfBoxes, boxOfGeometry } from '../core/box';
import { type DistrictRow, districtNames, districtRows, districtsOfCommunes } from '../core/districts';
import type { Box, Commune, GapRow, Locality, OldUnit, Technology } from '../core/model';
import { readOldCode } from '../core/old-code';
import { hamletsOfOldUnits } from '../core/old-unit-hamlets';
import { centreSignal, type OldUnitAnswer, type OldUnitRow, oldUnitRows } from '../core/old-units';
import { project } from './project';
import { answerTo, mainQuestion, offered, technologyQuestions } from './results';
import { type Units, updateView, view } from './view';

const NOTHING: OldUnitAnswer = { rows: [], hamlets: null, oldCentresReached: null, oldCentresUnknown: new Set() };

/** Of the question in view; the same object until that answer changes, whatever else is answered. */
const answer = computed(() => answerTo(mainQuestion.value));

/** Rows of the communes loaded for the question in view; empty until it is answered. */
export function rowsOfMain(): readonly GapRow[] {
  return answer.value?.rows ?? [];
}

/** The district of each commune loaded, by code. */
export const districtOfCommune = computed(() => districtsOfCommunes(project.value?.communes ?? [], project.value?.oldUnits ?? []));

/** Districts that have a commune among those loaded. */
export const districts = computed((): string[] => {
  const present = new Set([...districtOfCommune.value.values()].map((of) => of.district));
  return districtNames(project.value?.oldUnits ?? []).filter((name) => present.has(name));
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

/** The commune of a hamlet as the engine takes it: that of its code, else the one it lies in. */
function communeOf({ localityId, communeCode }: Locality): string | null {
  return project.value!.communesOfStrayHamlets.get(localityId) ?? communeCode;
}

/** null where no hamlets are loaded. */
export const oldUnitHamlets = computed(() => {
  const data = project.value;
  return data?.datasets.some((d) => d.kind === 'localities') ? hamletsOfOldUnits(data.oldUnits, data.localities, communeOf) : null;
});

/** One row a unit; figures of the question in view are null until it is answered. */
export const oldUnitTable = computed((): OldUnitRow[] => oldUnitRows(project.value?.oldUnits ?? [], answer.value ?? NOTHING, oldUnitHamlets.value));

/** The technologies counted that reach the unit's centre, of the operators counted; null where none is answered yet. */
export function technologiesAtCentre(unit: OldUnit): Technology[] | null {
  const { technologies } = view.value;
  const answered = offered.flatMap((technology, i) => {
    const alone = technologies.includes(technology) ? answerTo(technologyQuestions.value[i]!) : null;
    return alone ? [{ technology, alone }] : [];
  });
  return answered.length === 0 ? null : answered.filter(({ alone }) => centreSignal(unit, alone) === 'reached').map(({ technology }) => technology);
}

/** The former unit whose sheet is open; null where none is. */
export const openOldUnit = computed((): OldUnit | null => {
  const code = readOldCode(view.value.commune ?? '');
  return code === null ? null : (project.value?.oldUnits.find((unit) => unit.code === code) ?? null);
});

/** Tells everything by other units from now on; what was open or filtered by those before is closed. */
export function chooseUnits(units: Units): void {
  updateView({ units, commune: null, district: null });
}
