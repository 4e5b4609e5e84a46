/** Figures of the units until 30 June 2025 for the question in view. */
import { computed } from '@preact/signals';
import type { Locality, OldUnit, Technology } from '../core/model';
import { hamletsOfOldUnits } from '../core/old-unit-hamlets';
import { centreSignal, type OldUnitAnswer, type OldUnitRow, oldUnitRows } from '../core/old-units';
import { project } from './project';
import { answerTo, mainQuestion, offered, technologyQuestions } from './results';
import { view } from './view';

const NOTHING: OldUnitAnswer = { rows: [], hamlets: null, oldCentresReached: null, oldCentresUnknown: new Set() };

const answer = computed(() => answerTo(mainQuestion.value));

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
