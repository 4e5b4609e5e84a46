/** Receipts of what the map counts, drawn at random, are repeated with the command that each names, under scenarios too; and the map's list counts the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_SOURCES } from '../../src/core/command-line';
import { figureAt, pathText } from '../../src/core/figure-path';
import { citationOf, type FigureContext, type FigureReceipt, type InputKind, mapCitation } from '../../src/core/figure-receipt';
import { planGaps, type QuestionSpec } from '../../src/core/gaps';
import { mapCounts } from '../../src/core/map-counts';
import { communeOnMapFigures, hamletOnMapFigures, legendFigures, type MapCount } from '../../src/core/map-receipt';
import { type Box, type GapRow, TECHNOLOGIES, type Technology } from '../../src/core/model';
import { rowsCounted } from '../../src/core/rows-counted';
import { type AddedMast, applyScenario, NO_SCENARIO, type Scenario } from '../../src/core/scenario';
import { ADDED_FILE } from '../../src/core/scenario-command-line';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { createCommuneIndex } from '../../src/core/commune-index';
import { addedMastsCsv } from '../../src/formats/added-masts-csv';
import { readProvenance } from '../../src/formats/bundled';
import { listOnMap } from '../../src/state/map-list';
import { communesOnMap, hamletsOnMap } from '../../src/state/scene';
import { LAYERS } from '../../src/style/layers';
import { EMPTY_SCENE } from '../../src/style/scene';
import { bundledInput } from './bundled-data';
import { data, run } from './cli-run';

const OPERATORS = ['Nhà mạng A', 'Nhà mạng B', 'Nhà mạng C'];
const provenance = readProvenance(data('provenance.json'));
const used = ([['communes', 'communes.topo.json'], ['old-units', 'old-units.json'], ['sites', 'sites.csv'], ['localities', 'localities.csv'], ['fibre', 'fibre.json']] as const)
  .map(([kind, file]): { kind: InputKind; provenance: (typeof provenance)[number] } => ({ kind, provenance: provenance.find((p) => p.file === file)! }));
const context: FigureContext = { settings: DEFAULT_SETTINGS, sources: NO_SOURCES, used };
const index = createCommuneIndex(bundledInput.communes);

const questionAt = fc.record({
  of: fc.subarray<Technology>(['2G', '3G', '4G'], { minLength: 1 }),
  operators: fc.option(fc.subarray(OPERATORS, { minLength: 1 })),
  off: fc.subarray<Technology>(['2G']),
}).map((q): QuestionSpec => ({ ...q, technology: q.of.length === 1 ? q.of[0]! : 'any' }));
const boxAt = fc.option(fc.tuple(fc.double({ min: 104.3, max: 105.4, noNaN: true }), fc.double({ min: 22.1, max: 23.3, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true })).map(([west, south, side]): Box => [west, south, west + side, south + side]));
const mastAt = fc.record({ position: fc.constantFrom(...bundledInput.localities!.map((l) => l.position)), operator: fc.constantFrom(...OPERATORS), technologies: fc.subarray<Technology>(['3G', '4G'], { minLength: 1 }) })
  .map((part): AddedMast => ({ ...part, id: 'THEM-1', name: 'Thêm 1', radiusMeters: null, heightM: null, eirpDbm: null, hasElectricity: null, backhaul: null }));
const scenarioAt = fc.option(fc.record({
  added: fc.array(mastAt, { maxLength: 1 }),
  mast: fc.constantFrom(...bundledInput.cells!.map((cell) => cell.siteId)), operators: fc.subarray(OPERATORS, { maxLength: 1 }), communes: fc.subarray(bundledInput.communes.map((c) => c.code), { maxLength: 2 }),
}).map(({ mast, operators, communes, added }): Scenario => ({ ...NO_SCENARIO, added, down: { ...NO_SCENARIO.down, masts: [mast], operators, communes } })));

const COUNTS = ['communes', 'communesWithGap', 'districts', 'masts', 'fibre', 'hamlets', 'oldCentres', 'gaps', 'routes'] as const satisfies MapCount[];

/** What the page has under a scenario: the stations that are left, and the rows of the question. */
function worldOf(question: QuestionSpec, scenario: Scenario | null): { cells: NonNullable<typeof bundledInput.cells>; rows: GapRow[] } {
  // As the page asks under a scenario: technologies that have ended are of the question.
  const input = scenario ? applyScenario(bundledInput, scenario, index) : bundledInput;
  const plan = planGaps(input, DEFAULT_SETTINGS, [question]);
  return { cells: input.cells!, rows: plan.communes.map((c) => plan.gapsOf(c).rows[0]!) };
}

function repeated(output: unknown, { making, paths }: FigureReceipt): unknown {
  const [first, second] = paths.map((path) => figureAt(output, path));
  return making.by === 'quotient' ? (first as number) / (second as number) : first;
}

test('counts of legend and list, and what the list says of communes and hamlets', async () => {
  await fc.assert(fc.asyncProperty(questionAt, boxAt, scenarioAt, fc.nat(10_000), async (question, box, scenario, at) => {
    const { cells, rows } = worldOf(question, scenario);
    const map = mapCounts({ ...bundledInput, cells, routes: null, conflicts: [] }, question, rows, box);
    const row = rows[at % rows.length]!;
    const hamlet = bundledInput.localities![at % bundledInput.localities!.length]!;
    const receipts = [
      ...legendFigures(mapCitation({ map }, { box }, question, scenario, ['modelled'], context), TECHNOLOGIES, COUNTS),
      ...communeOnMapFigures(mapCitation([row], { commune: row.code }, question, scenario, row.source, context)),
      ...hamletOnMapFigures(citationOf({ hamlets: [hamlet] }, { report: hamlet.communeCode! }, question, [], context), hamlet.localityId),
    ];
    const outputs = new Map<string, unknown>();
    for (const receipt of receipts) {
      const key = receipt.argv.join('\n');
      if (!outputs.has(key)) outputs.set(key, JSON.parse((await run([...receipt.argv], { [ADDED_FILE]: addedMastsCsv(receipt.added) })).stdout));
      expect(repeated(outputs.get(key), receipt), `${receipt.command}: ${receipt.paths.map(pathText).join(' ')}`).toBeCloseTo(receipt.value as number, 9);
      expect(receipt.inputs.length > 0 || receipt.figure === 'fibreRoutes', receipt.figure).toBe(true);
    }
    expect(receipts.length).toBeGreaterThan(COUNTS.length);
  }), { numRuns: 6, seed: 20261124 });
}, 240_000);

test('the list of the map is as long as its counts say', () => {
  fc.assert(fc.property(questionAt, boxAt, (question, box) => {
    const { cells, rows } = worldOf(question, null);
    const map = mapCounts({ ...bundledInput, cells, routes: null, conflicts: [] }, question, rows, box);
    const counts = rowsCounted(question);
    const scene = {
      ...EMPTY_SCENE, communes: communesOnMap(bundledInput.communes, rows, null), cells: cells.filter((cell) => cell.status === 'active' && counts(cell)), fibre: bundledInput.fibre!, hamlets: hamletsOnMap(bundledInput.localities!, null),
      oldCentres: bundledInput.oldUnits.flatMap(({ code, name, centre }) => (centre ? [{ code, name, position: centre, signal: 'no-data' as const }] : [])),
    };
    const list = listOnMap(scene, LAYERS, box, rows, null);
    expect({ communes: list.communes.length, communesWithGap: list.communes.filter(({ state }) => state === 'gap' || state === 'partial').length, masts: list.masts.length, fibre: list.fibre.length, hamlets: list.hamlets.length, oldCentres: list.oldCentres.length, gaps: list.gaps.length })
      .toEqual({ communes: map.communes, communesWithGap: map.communesWithGap, masts: map.masts, fibre: map.fibre, hamlets: map.hamlets, oldCentres: map.oldCentres, gaps: map.gaps });
  }), { numRuns: 10, seed: 20261124 });
}, 120_000);
