/** The scene of the map, made from the view, the data and the results; parts that did not change stay the same objects. */
import { computed } from '@preact/signals';
import type { Commune, GapRow, Locality, MultiPolygonRings, Technology } from '../core/model';
import { signalAt } from '../core/old-units';
import { rowsCounted } from '../core/rows-counted';
import { stationKey } from '../core/stations';
import { EMPTY_SCENE, type Scene } from '../style/scene';
import type { Answer, GapShapes } from '../worker/protocol';
import { changesOnMap } from './comparison';
import { conflicts } from './conflicts';
import { project } from './project';
import { afterStep, pickedMast, proposalOnMap, proposalStep, scenarioOfStep } from './proposal';
import { answerTo, answerUnder, mainQuestion, settings, shapes as shapesInView } from './results';
import { shownScenario } from './scenario';
import { offStations } from './scenario-effect';
import { communesOfDistrict, districts, openOldUnit } from './units';
import { view } from './view';

const NONE: MultiPolygonRings = [];

/** What the main question counts, as text: equal questions are one value, so that nothing is drawn anew for them. */
const asked = computed(() => JSON.stringify([mainQuestion.value.of, mainQuestion.value.off, view.value.operators]));

/** Whether a row's technology and operator count. */
const counts = computed(() => {
  const [of, off, operators] = JSON.parse(asked.value) as [Technology[], Technology[], string[] | null];
  return rowsCounted({ of, off, operators });
});

/** Active rows that the question counts, whatever a scenario does to them. */
export const countedCells = computed(() => (project.value?.cells ?? []).filter((cell) => cell.status === 'active' && counts.value(cell)));
/** Those of them that the map draws: under the scenario in view. */
export const shownCells = computed(() => {
  const off = shownScenario.value && offStations.value;
  return off ? countedCells.value.filter((cell) => !off.has(stationKey(cell))) : countedCells.value;
});
const coverage = computed(() => (project.value?.coverage ?? []).filter(counts.value));
const measurements = computed(() => (project.value?.measurements ?? []).filter(counts.value));

/** Of the question in view; while proposed masts are put up one by one, as they leave it. */
const shapes = computed(() => afterStep.value?.shapes ?? shapesInView.value);

/** Ground that the scenario loses and gains. */
const scenarioChanges = computed((): Scene['changes'] => {
  const { lost = NONE, gained = NONE } = shapes.value?.difference ?? {};
  const changes: Scene['changes'][number][] = [];
  if (lost.length > 0) changes.push({ kind: 'lost', geometry: { type: 'MultiPolygon', coordinates: lost } });
  if (gained.length > 0) changes.push({ kind: 'gained', geometry: { type: 'MultiPolygon', coordinates: gained } });
  return changes;
});

/** What the map shows is under: while proposed masts are put up one by one, with those that stand; null: things as they are. */
export const scenarioOnMap = computed(() => scenarioOfStep.value ?? shownScenario.value);

/** Under the scenario, where one is shown; until that is computed, what is known stays. */
export const answerOnMap = computed(() => afterStep.value?.answer ?? (shownScenario.value ? answerUnder(mainQuestion.value) : null) ?? answerTo(mainQuestion.value));

/** Communes as an answer and its polygons have them; each may not be there yet. */
export function communesOnMap(communes: readonly Commune[], rows: readonly GapRow[] | undefined, shapes: GapShapes | null): Scene['communes'] {
  const byCode = new Map(rows?.map((row) => [row.code, row]));
  return communes.map((commune) => {
    const row = byCode.get(commune.code);
    return {
      commune,
      state: row?.state ?? null,
      gapShare: row?.gapShare ?? null,
      gapKm2: row?.gapKm2 ?? null,
      gap: shapes?.byCommune.get(commune.code) ?? NONE,
      unknown: shapes?.unknown.get(commune.code) ?? NONE,
    };
  });
}

export function hamletsOnMap(localities: readonly Locality[], answer: Answer | null): Scene['hamlets'] {
  return localities.map((locality) => ({ locality, state: answer?.hamlets?.get(locality.localityId) ?? null }));
}

const communes = computed(() => communesOnMap(project.value?.communes ?? [], answerOnMap.value?.rows, shapes.value));
const hamlets = computed(() => hamletsOnMap(project.value?.localities ?? [], answerOnMap.value));

const technologies = computed(() => JSON.parse(asked.value)[0] as Scene['technologies']);
/** Of a former unit without land of its own, the commune that its centre went to. */
const selected = computed(() => {
  const { commune } = view.value;
  const former = openOldUnit.value;
  return former && !project.value!.communes.some((c) => c.code === commune) ? (former.communes[0]?.code ?? null) : commune;
});

const oldCentres = computed((): Scene['oldCentres'] => {
  if (view.value.units !== 'old') return EMPTY_SCENE.oldCentres;
  const shown = answerOnMap.value;
  return (project.value?.oldUnits ?? []).flatMap(({ code, name, centre }) => (centre ? [{ code, name, position: centre, signal: shown ? signalAt(code, shown) : ('no-data' as const) }] : []));
});

const districtsOnMap = computed((): Scene['districts'] => (view.value.units === 'districts' ? districts.value.map((name) => ({ name, communes: communesOfDistrict(name) })) : EMPTY_SCENE.districts));

/** Proposed masts in their order: those of the steps shown stand, the others are to come. */
const proposed = computed((): Scene['proposed'] => {
  const shown = proposalOnMap.value;
  const [step, picked] = [proposalStep.value, pickedMast.value];
  return shown ? shown.found.masts.map(({ candidate: { name, position } }, i) => ({ order: i + 1, name, position, stands: i < step, picked: picked === i + 1 })) : EMPTY_SCENE.proposed;
});

const largestGapPoint = computed(() => answerOnMap.value?.rows.find((row) => row.code === view.value.commune)?.largestGapPoint ?? null);

export const scene = computed((): Scene => ({
  communes: communes.value,
  cells: shownCells.value,
  fibre: project.value?.fibre ?? EMPTY_SCENE.fibre,
  routes: project.value?.routes ?? EMPTY_SCENE.routes,
  hamlets: hamlets.value,
  oldCentres: oldCentres.value,
  districts: districtsOnMap.value,
  coverage: coverage.value,
  measurements: measurements.value,
  changes: scenarioOnMap.value ? scenarioChanges.value : changesOnMap.value,
  added: shownScenario.value?.added ?? EMPTY_SCENE.added,
  proposed: proposed.value,
  conflicts: conflicts.value?.points ?? EMPTY_SCENE.conflicts,
  measuredRule: settings.value.measured,
  technologies: technologies.value,
  selected: selected.value,
  largestGapPoint: largestGapPoint.value,
}));
