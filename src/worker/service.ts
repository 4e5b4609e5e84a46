/** The core behind messages: one project in memory, answers kept as long as the project stays the same. */
import type { CommuneReport, ReportPlan } from '../core/commune-report';
import type { AnyComparison } from '../core/compare';
import { isComparedKind } from '../core/compared-kinds';
import { type GapInput, type GapPlan, type GapPolygons, planGaps, type QuestionSpec } from '../core/gaps';
import type { Cell, DatasetKind, GapRow, Provenance } from '../core/model';
import type { NextMasts } from '../core/next-masts';
import { applyScenario, cellsOfMast, NO_SCENARIO, type Scenario, scenarioLimits, stationUnder } from '../core/scenario';
import { stationKey } from '../core/stations';
import type { Steps } from '../core/steps';
import { communesOfStrayHamlets, emptyUnitAnswer, learnCommune } from '../core/unit-answers';
import { readBundledCoverage, readBundledFibre, readBundledLocalities, readBundledSites, readGazetteer, readIndicators, readProvenance } from '../formats/bundled';
import { BUNDLED_FILES, type BundledFile, type OpeningFile } from '../formats/bundled-files';
import { HOME_ZONES, toVn2000 } from '../formats/crs';
import type { StoredDataset } from '../formats/project-file';
import type { AnyReadResult } from '../formats/read-plain';
import { isOutOfMemory } from './out-of-memory';
import { previewOf } from './preview';
import { type Background, createProject, type Dataset, gapInputOf, indicatorsIn, infoOf, type Project, rowsOf, withDataset, withoutDataset } from './project';
import type {
  Answer, ComparedSide, CoverageChoice, GapShapes, GapsRequest, ImportOptions, ImportPreview, NextMastsRequest, OpenedFile, ProjectData, ReportRequest, Request, Response, ScenarioEffect, ScenarioRequest,
} from './protocol';

type Drawn = Pick<GapShapes, 'byCommune' | 'unknown'>;

interface Kept {
  answer: Answer;
  /** Polygons of each commune, made only for the question on the map. */
  polygons: Map<string, () => GapPolygons>;
  shapes: GapShapes | null;
  /** Of `polygons`, once someone has looked at them. */
  drawn: Drawn | null;
}

/** How long the worker computes before it looks at its messages. */
const SLICE_MS = 40;
/** Answers kept unless asked otherwise; the oldest goes first. */
const MOST_KEPT = 60;

/** Handles requests; `post` sends responses, `rest` lets waiting messages in, `now` is a clock in milliseconds. */
export function createService(post: (response: Response) => void, rest: () => Promise<void>, now: () => number): (request: Request) => Promise<void> {
  let background: Background | null = null;
  let bundled: Dataset[] = [];
  let project: Project | null = null;
  /** Earlier projects, for taking imports back. */
  let past: Project[] = [];
  let kept = new Map<string, Kept>();
  let mostKept = MOST_KEPT;
  /** The last plan of reports: communes are looked at one after another under the same question. */
  let reports: { key: string; plan: ReportPlan } | null = null;
  const pending = new Map<number, AnyReadResult>();
  const cancelled = new Set<number>();

  function open(texts: Record<OpeningFile, string>): void {
    const gazetteer = readGazetteer(texts.communes, texts.oldUnits);
    const provenance = readProvenance(texts.provenance);
    background = { oldUnits: gazetteer.oldUnits, indicators: readIndicators(texts.indicators), provenance };
    const dataset = <K extends DatasetKind>(kind: K, file: BundledFile, rows: Dataset<K>['rows']): Dataset =>
      ({ id: `bundled-${kind}`, kind, rows, bundled: true, provenance: provenance.find((p) => p.file === BUNDLED_FILES[file])! });
    bundled = [
      dataset('communes', 'communes', gazetteer.communes),
      dataset('sites', 'sites', readBundledSites(texts.sites, gazetteer)),
      dataset('localities', 'localities', readBundledLocalities(texts.localities, gazetteer)),
      dataset('fibre', 'fibre', readBundledFibre(texts.fibre)),
      { ...dataset('coverage', 'coverage', []), toCome: true },
    ];
    past = [];
    coverageCame = new Promise((resolve) => { takeCoverage = resolve; });
    change(createProject(bundled, background));
  }

  /** Questions of the bundled polygons wait for this. */
  let coverageCame = Promise.resolve();
  let takeCoverage = () => {};

  /** Answers of other sources stay as they are. */
  function openCoverage(text: string): void {
    const rows = readBundledCoverage(text);
    const filled = (datasets: readonly Dataset[]) => datasets.map((d): Dataset => (d.toCome ? { ...d, rows, toCome: false } : d));
    bundled = filled(bundled);
    past = past.map((one) => ({ ...one, datasets: filled(one.datasets) }));
    project = { ...project!, datasets: filled(project!.datasets) };
    takeCoverage();
  }

  function asksForCoverage(request: Request): boolean {
    const waited = (id: string) => project?.datasets.some((d) => d.id === id && d.toCome) ?? false;
    if (request.type === 'compare') return [...request.before, ...('datasets' in request.after ? request.after.datasets : [])].some(waited);
    return 'request' in request && request.request.coverage === 'claimed' && waited('bundled-coverage');
  }

  function change(next: Project): void {
    project = next;
    kept = new Map();
    reports = null;
    moving = null;
  }

  /** Makes the change one that can be taken back. */
  function step(datasets: readonly Dataset[]): void {
    past.push(project!);
    change(createProject(datasets, background!, project!));
  }

  function snapshot(): ProjectData {
    const { datasets } = project!;
    return {
      datasets: datasets.map(infoOf),
      undoable: past.length,
      communes: rowsOf(datasets, 'communes'),
      oldUnits: background!.oldUnits,
      cells: rowsOf(datasets, 'sites'),
      localities: rowsOf(datasets, 'localities'),
      communesOfStrayHamlets: communesOfStrayHamlets(rowsOf(datasets, 'localities'), project!.index),
      fibre: rowsOf(datasets, 'fibre'),
      routes: rowsOf(datasets, 'routes'),
      coverage: rowsOf(datasets, 'coverage'),
      measurements: rowsOf(datasets, 'measurements'),
      indicators: indicatorsIn(datasets, background!.indicators),
      dataDate: background!.indicators.seed[0]!.reported,
      provenance: background!.provenance,
    };
  }

  function planOf(request: GapsRequest, questions: readonly QuestionSpec[]): GapPlan {
    return planGaps(inputOf(request.coverage, request.scenario), request.settings, questions);
  }

  /** The sources, under a scenario where one is given. */
  function inputOf(coverage: CoverageChoice, scenario: Scenario | undefined): GapInput {
    const input = gapInputOf(project!, coverage);
    return scenario ? applyScenario(input, scenario, project!.index) : input;
  }

  /** The plan where the dragging of a mast began: each step changes it instead of beginning anew. */
  let moving: { key: string; plan: GapPlan; cells: readonly Cell[] } | null = null;

  function rowsWhileMoving({ coverage, settings, scenario, questions }: GapsRequest, id: string): GapRow[] {
    const mast = scenario!.added.find((m) => m.id === id)!;
    const key = JSON.stringify([coverage, settings, questions, { ...scenario!, name: '', added: scenario!.added.map((m) => (m.id === id ? { ...m, name: '', position: null } : m)) }]);
    if (moving?.key !== key) {
      const input = asStations(inputOf(coverage, scenario));
      moving = { key, plan: planGaps(input, settings, questions), cells: [...(input.added ?? []), ...(input.cells ?? [])].filter((cell) => cell.siteId === id) };
      // What a step does not reach is taken from here.
      for (const commune of moving.plan.communes) moving.plan.gapsOf(commune);
    }
    const cells = cellsOfMast(mast).map(stationUnder(gapInputOf(project!, coverage), scenario!, project!.index));
    // From where the dragging began, not from the step before: a chain of plans would hold all that came before.
    const plan = moving.plan.changed(moving.cells, cells);
    return plan.communes.map((commune) => plan.gapsOf(commune).rows[0]!);
  }

  async function effectOf({ coverage, settings, scenario }: ScenarioRequest): Promise<ScenarioEffect> {
    const [{ hamletServices }, { compareHamlets }] = await Promise.all([import('../core/hamlet-service'), import('../core/scenario-difference')]);
    const before = gapInputOf(project!, coverage);
    const [was, is] = [hamletServices(before, settings), hamletServices(inputOf(coverage, scenario), settings)];
    const under = stationUnder(before, scenario, project!.index);
    const off = (before.cells ?? []).filter((cell) => cell.status === 'active' && under(cell).status === 'off');
    return {
      hamlets: compareHamlets(before.localities ?? [], was, is),
      limits: scenarioLimits(before, scenario),
      off: off.map(stationKey),
    };
  }

  async function nextSteps({ coverage, settings, scenario, candidates, gridMeters, question }: NextMastsRequest): Promise<Steps<NextMasts>> {
    const [{ candidatesOf }, { nextMasts }] = await Promise.all([import('../core/candidates'), import('../core/next-masts')]);
    const input = inputOf(coverage, scenario);
    const asked = { technologies: question.technologies, operators: settings.operators, gridMeters };
    const places = candidates.flatMap((kind) => candidatesOf(kind, input, background!.oldUnits, project!.index, asked));
    return nextMasts(input, settings, places.filter(({ communeCode }) => question.within?.includes(communeCode!) ?? true), question, stationUnder(gapInputOf(project!, coverage), scenario, project!.index));
  }

  /** Runs a long computation; null when it was cancelled on the way. */
  async function inSteps<T>(id: number, steps: Steps<T>): Promise<T | null> {
    const goOn = pacer(id);
    let step = steps.next();
    while (!step.done) {
      if (!(await goOn(Math.round(step.value * 100), 100))) return null;
      step = steps.next();
    }
    return step.value;
  }

  /** Posts what is made of a long computation's result, or that it was cancelled. */
  async function answerInSteps<T extends object>(id: number, steps: Steps<T>, responseOf: (result: T) => Response): Promise<void> {
    const result = await inSteps(id, steps);
    post(result === null ? { id, type: 'cancelled' } : responseOf(result));
  }

  const keyOf = ({ coverage, settings, scenario = NO_SCENARIO }: GapsRequest, question: QuestionSpec) => JSON.stringify([coverage, settings, { ...scenario, name: '' }, question]);

  /** Lets messages in when a slice is over; false when the request was cancelled meanwhile. */
  function pacer(id: number): (done: number, total: number) => Promise<boolean> {
    let started = now();
    return async (done, total) => {
      if (now() - started <= SLICE_MS) return true;
      post({ id, type: 'progress', done, total });
      await rest();
      started = now();
      return !cancelled.delete(id);
    };
  }

  /** Computes the questions not kept yet. False when it was cancelled on the way. */
  async function answer(id: number, request: GapsRequest): Promise<boolean> {
    const missing = request.questions.filter((q, i, all) => !kept.has(keyOf(request, q)) && all.findIndex((o) => keyOf(request, o) === keyOf(request, q)) === i);
    if (missing.length === 0) return true;
    const store = kept;
    const plan = planOf(request, missing);
    const found = missing.map((_, q): Kept => ({
      answer: { ...emptyUnitAnswer(plan, q, background!.oldUnits), degenerate: [] },
      polygons: new Map(),
      drawn: null,
      shapes: null,
    }));
    const goOn = pacer(id);
    for (const [done, commune] of plan.communes.entries()) {
      const result = plan.gapsOf(commune);
      found.forEach(({ answer: a, polygons }, q) => {
        learnCommune(a, result, q);
        polygons.set(commune.code, () => result.shapesOf(q));
        if (result.degenerate[q]) a.degenerate.push(commune.code);
      });
      if (!(await goOn(done + 1, plan.communes.length))) return false;
    }
    missing.forEach((q, i) => store.set(keyOf(request, q), found[i]!));
    return store === kept;
  }

  function forgetOldest(): void {
    for (const key of kept.keys()) {
      if (kept.size <= mostKept) return;
      kept.delete(key);
    }
  }

  /** Gap polygons of an answer, made once; null when it was cancelled on the way. */
  async function drawnOf(id: number, one: Kept): Promise<Drawn | null> {
    if (one.drawn) return one.drawn;
    const drawn: Drawn = { byCommune: new Map(), unknown: new Map() };
    const goOn = pacer(id);
    let done = 0;
    for (const [code, polygons] of one.polygons) {
      const { gap, unknown } = polygons();
      if (gap.length > 0) drawn.byCommune.set(code, gap);
      if (unknown.length > 0) drawn.unknown.set(code, unknown);
      if (!(await goOn(++done, one.polygons.size))) return null;
    }
    return (one.drawn = drawn);
  }

  /** Polygons of the first question, made once; null when it was cancelled on the way. */
  async function shapesOf(id: number, request: GapsRequest): Promise<GapShapes | null> {
    const question = request.questions[0]!;
    const one = kept.get(keyOf(request, question))!;
    if (one.shapes) return one.shapes;
    const drawn = await drawnOf(id, one);
    // Things as they are were asked first: what the scenario changes is where the two differ.
    const former = request.scenario && kept.get(keyOf({ ...request, scenario: undefined }, question));
    const before = former && (await drawnOf(id, former));
    if (!drawn || before === null) return null;
    const difference = before ? (await import('../core/gap-difference')).gapDifference(before.byCommune, drawn.byCommune) : null;
    return (one.shapes = { ...drawn, difference, largest: planOf(request, [question]).joinedLargestGap(0) });
  }

  async function reportOf({ coverage, settings, scope, code }: ReportRequest): Promise<CommuneReport> {
    const { MOST_GAPS_TOLD, planReports } = await import('../core/commune-report');
    const key = JSON.stringify([coverage, settings, scope]);
    if (reports?.key !== key) reports = { key, plan: planReports({ ...gapInputOf(project!, coverage), oldUnits: background!.oldUnits }, settings, scope) };
    return reports.plan.reportOf(project!.communes.find((c) => c.code === code)!, MOST_GAPS_TOLD);
  }

  /** Reads a file beside the project; null when it was cancelled. */
  async function read(id: number, file: string, bytes: Uint8Array, options: ImportOptions): Promise<ImportPreview | null> {
    const { readDatasetInSteps } = await import('../formats/read');
    const result = await inSteps(id, readDatasetInSteps(bytes, file, { ...options, area: project!.index, lookup: project!.lookup }));
    if (!result) return null;
    pending.set(id, result);
    return previewOf(id, file, result);
  }

  /** The project becomes the bundled data with these added, in their order; nothing before can be taken back. */
  function restore(datasets: readonly StoredDataset[]): void {
    past = [];
    const all = datasets.reduce<Dataset[]>((before, dataset) => withDataset(before, { ...dataset, bundled: false } as Dataset, false), bundled);
    change(createProject(all, background!));
  }

  async function opened(file: string, bytes: Uint8Array): Promise<OpenedFile> {
    const [{ readProjectFile }, { unwrap }] = await Promise.all([import('../formats/project-file'), import('../formats/unwrap')]);
    const { project: found, trouble } = readProjectFile(bytes);
    if (found || trouble === 'newer-version' || (trouble === 'damaged' && /\.lomsong$/i.test(file))) return { project: found, trouble, parts: [] };
    const parts = await unwrap(bytes, file);
    return { project: null, trouble: null, parts: parts.map(({ layer, bytes: inner, from }) => ({ layer, from, bytes: inner.slice().buffer })) };
  }

  function accept(token: number, dataset: string, provenance: Provenance, replace: boolean): void {
    const result = pending.get(token)!;
    pending.delete(token);
    step(withDataset(project!.datasets, { id: dataset, kind: result.kind, rows: result.rows, provenance, bundled: false } as Dataset, replace));
  }

  async function compare(before: readonly string[], after: ComparedSide): Promise<AnyComparison> {
    const { compareDatasets } = await import('../core/compare');
    const rowsOfIds = (ids: readonly string[]) => project!.datasets.filter((d) => ids.includes(d.id)).flatMap((d): readonly unknown[] => d.rows);
    const { kind } = project!.datasets.find((d) => d.id === before[0])!;
    if (!isComparedKind(kind)) throw new Error(`no comparison of ${kind}`);
    const newer = 'token' in after ? pending.get(after.token)!.rows : rowsOfIds(after.datasets);
    return { kind, ...compareDatasets(kind, rowsOfIds(before) as never, newer as never) } as AnyComparison;
  }

  return async (request) => {
    const { id } = request;
    try {
      if (asksForCoverage(request)) await coverageCame;
      switch (request.type) {
        case 'open':
          open(request.texts);
          post({ id, type: 'opened', data: snapshot() });
          break;
        case 'coverage':
          openCoverage(request.text);
          post({ id, type: 'opened', data: snapshot() });
          break;
        case 'gaps': {
          const whole = await answer(id, request.request);
          if (!whole) post({ id, type: 'cancelled' });
          else post({ id, type: 'answers', answers: request.request.questions.map((q) => kept.get(keyOf(request.request, q))!.answer) });
          forgetOldest();
          break;
        }
        case 'shapes': {
          const shapes = (await answer(id, request.request)) && (await shapesOf(id, request.request));
          post(shapes ? { id, type: 'shapes', shapes } : { id, type: 'cancelled' });
          break;
        }
        case 'move':
          post({ id, type: 'moved', rows: rowsWhileMoving(request.request, request.mast) });
          break;
        case 'effect':
          post({ id, type: 'effect', effect: await effectOf(request.request) });
          break;
        case 'critical': {
          const { criticalMasts } = await import('../core/critical-masts');
          await answerInSteps(id, criticalMasts(inputOf(request.request.coverage, request.request.scenario), request.request.settings), (masts) => ({ id, type: 'critical', masts }));
          break;
        }
        case 'next':
          await answerInSteps(id, await nextSteps(request.request), (found) => ({ id, type: 'next', found }));
          break;
        case 'ranks': {
          const { coverage, settings, scenario } = request.request;
          const { rankInBand } = await import('../core/certainty');
          await answerInSteps(id, rankInBand(inputOf(coverage, scenario), settings, request.question, request.measure, request.band), (ranks) => ({ id, type: 'ranks', ranks }));
          break;
        }
        case 'report':
          post({ id, type: 'report', report: await reportOf(request.request) });
          break;
        case 'reach': {
          const { questions } = request.request;
          const plan = planOf(request.request, questions);
          post({ id, type: 'reached', reached: questions.map((_, q) => (plan.knows(q, request.point) ? plan.reaches(q, request.point) : null)) });
          break;
        }
        case 'metres':
          await import('../formats/projection');
          post({ id, type: 'metres', metres: toVn2000(HOME_ZONES[0]!)(request.point) });
          break;
        case 'conflicts': {
          const { findConflicts } = await import('../core/conflicts');
          post({ id, type: 'conflicts', conflicts: findConflicts(rowsOf(project!.datasets, 'measurements'), rowsOf(project!.datasets.filter((d) => !d.bundled), 'coverage'), project!.index, request.rule) });
          break;
        }
        case 'read': {
          const preview = await read(id, request.file, new Uint8Array(request.bytes), request.options);
          post(preview ? { id, type: 'preview', preview } : { id, type: 'cancelled' });
          break;
        }
        case 'unwrap': {
          post({ id, type: 'parts', opened: await opened(request.file, new Uint8Array(request.bytes)) });
          break;
        }
        case 'restore':
          restore(request.datasets);
          post({ id, type: 'opened', data: snapshot() });
          break;
        case 'accept':
          accept(request.token, request.dataset, request.provenance, request.replace);
          post({ id, type: 'opened', data: snapshot() });
          break;
        case 'compare':
          post({ id, type: 'compared', comparison: await compare(request.before, request.after) });
          break;
        case 'drop':
          pending.delete(request.token);
          post({ id, type: 'done' });
          break;
        case 'remove':
          step(withoutDataset(project!.datasets, request.dataset, bundled));
          post({ id, type: 'opened', data: snapshot() });
          break;
        case 'undo': {
          const before = past.pop();
          if (before) change(before);
          post({ id, type: 'opened', data: snapshot() });
          break;
        }
        case 'keep':
          mostKept = request.answers;
          forgetOldest();
          post({ id, type: 'done' });
          break;
        case 'cancel':
          cancelled.add(id);
          break;
      }
    } catch (error) {
      post({ id, type: 'failed', message: error instanceof Error ? error.message : String(error), outOfMemory: isOutOfMemory(error) });
    }
  };
}

/** Added masts as ordinary stations, where that is all the same: such a plan can be changed instead of made anew. */
function asStations(input: GapInput): GapInput {
  const plain = input.cells && !input.coverage && !input.measurements && (input.roaming ?? []).length === 0;
  return plain ? { ...input, cells: [...input.cells!, ...(input.added ?? [])], added: [] } : input;
}
