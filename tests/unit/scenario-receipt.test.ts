/** Every receipt of a scenario is repeated with the command that it names: the figure must be the same. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CandidateKind, candidatesOf } from '../../src/core/candidates';
import { rankInBand } from '../../src/core/certainty';
import { NO_SOURCES } from '../../src/core/command-line';
import { createCommuneIndex } from '../../src/core/commune-index';
import { NEED_MEASURES } from '../../src/core/commune-rank';
import { criticalMasts } from '../../src/core/critical-masts';
import { type GapInput, planGaps, type QuestionSpec } from '../../src/core/gaps';
import { hamletServices } from '../../src/core/hamlet-service';
import type { GapRow, Technology } from '../../src/core/model';
import { nextMasts, OBJECTIVES } from '../../src/core/next-masts';
import { type AddedMast, applyScenario, NO_SCENARIO, type Scenario, stationUnder } from '../../src/core/scenario';
import { questionOf } from '../../src/core/question';
import { ADDED_FILE, differenceArguments, type Ranking, scenarioBeyond } from '../../src/core/scenario-command-line';
import { compareHamlets } from '../../src/core/scenario-difference';
import { NEED_FIELDS, type ScenarioReceipt, type ScenarioReceiptContext, scenarioReceiptOf, type ScenarioSubject } from '../../src/core/scenario-receipt';
import { DEFAULT_SETTINGS, type GapSettings } from '../../src/core/settings';
import { finished } from '../../src/core/steps';
import { addedMastsCsv } from '../../src/formats/added-masts-csv';
import { readProvenance } from '../../src/formats/bundled';
import { bundledInput } from './bundled-data';
import { data, run } from './cli-run';

const provenance = readProvenance(data('provenance.json'));
const used = ([['communes', 'communes.topo.json'], ['sites', 'sites.csv'], ['localities', 'localities.csv'], ['fibre', 'fibre.json']] as const)
  .map(([kind, file]) => ({ kind, provenance: provenance.find((p) => p.file === file)! }));
const index = createCommuneIndex(bundledInput.communes);
const OPERATORS = ['Nhà mạng A', 'Nhà mạng B', 'Nhà mạng C'];

/** What a reader does who follows the receipt: the command with the file of masts, the list, the item, the field. */
async function repeated({ argv, pick, scenario }: ScenarioReceipt): Promise<number | null> {
  const { stdout, status, stderr } = await run(argv, { [ADDED_FILE]: addedMastsCsv(scenario.added) });
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  const at = (value: unknown, path: readonly string[]) => path.reduce((inner, key) => (inner as Record<string, unknown>)[key], value);
  if (pick.list.length === 0) return at(JSON.parse(stdout), pick.take.path) as number | null;
  const items = (at(JSON.parse(stdout), pick.list) as Record<string, unknown>[]).filter((item) => Object.entries(pick.where).every(([field, wanted]) => item[field] === wanted));
  if (pick.take.by === 'count') return items.length;
  const values = items.map((item) => at(item, pick.take.path) as number | null);
  if (pick.take.by === 'sum') return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  expect(values).toHaveLength(1);
  return values[0]!;
}

const codes = bundledInput.communes.map((c) => c.code);
const siteIds = [...new Set(bundledInput.cells!.map((c) => c.siteId))];
const technologies = fc.subarray<Technology>(['2G', '3G', '4G'], { minLength: 1 });
const mastAt = fc.record({ lng: fc.integer({ min: 1044, max: 1054 }), lat: fc.integer({ min: 225, max: 232 }), of: technologies, operator: fc.constantFrom(...OPERATORS), km: fc.option(fc.constantFrom(2, 7)) });
const scenarioAt = fc.record({
  on: fc.constantFrom(null, '2028-01'),
  ends: fc.subarray([{ technology: '2G' as const, operator: null, date: null }, { technology: '4G' as const, operator: 'Nhà mạng B', date: '2027-05' }, { technology: '3G' as const, operator: 'Nhà mạng A', date: '2028-09' }]),
  down: fc.record({ operators: fc.subarray(['Nhà mạng C']), masts: fc.subarray(siteIds.slice(0, 4)), communes: fc.subarray(codes.slice(3, 6)), withoutGridPower: fc.boolean(), microwave: fc.boolean() }),
  roaming: fc.subarray(codes.slice(0, 3)),
  added: fc.array(mastAt, { maxLength: 3 }).map((masts) => masts.map(({ lng, lat, of, operator, km }, i): AddedMast => ({
    id: `new-${i + 1}`, name: `Cột ${i + 1}`, position: [lng / 10, lat / 10], technologies: of, operator, radiusMeters: km && km * 1000, heightM: null, eirpDbm: null, hasElectricity: null, backhaul: null,
  }))),
}).map((part): Scenario => ({ ...NO_SCENARIO, ...part, name: 'thử' }));
const questionAt = fc.record({ of: technologies, operators: fc.option(fc.subarray(OPERATORS, { minLength: 1 })), off: fc.subarray<Technology>(['2G']) }).map(({ of, operators, off }) => questionOf(of, operators, off));

const contextOf = (scenario: Scenario, question: QuestionSpec): ScenarioReceiptContext => ({ settings: DEFAULT_SETTINGS, sources: NO_SOURCES, used, scenario, question, kinds: ['modelled'] });
const under = (scenario: Scenario) => applyScenario(bundledInput, scenario, index);
const rowsOf = (input: GapInput, question: QuestionSpec): GapRow[] => {
  const plan = planGaps(input, DEFAULT_SETTINGS, [question]);
  return plan.communes.map((c) => plan.gapsOf(c).rows[0]!);
};
const settingsOf = ({ of, operators, off }: QuestionSpec): GapSettings => ({ ...DEFAULT_SETTINGS, technologies: [...of], operators: operators && [...operators], off: [...off] });

async function expectRepeated(receipt: ScenarioReceipt | null): Promise<ScenarioReceipt> {
  expect(receipt).not.toBeNull();
  expect(receipt!.beyond).toEqual([]);
  expect(receipt!.inputs.map((i) => i.kind)).toContain('communes');
  expect(await repeated(receipt!)).toBe(receipt!.value);
  return receipt!;
}

describe('receipts at random are repeated by the command', () => {
  test('before, after and difference, and hamlets that change', async () => {
    const subjectAt: fc.Arbitrary<ScenarioSubject> = fc.oneof(
      fc.record({ kind: fc.constant('change' as const), code: fc.option(fc.constantFrom(...codes)), field: fc.constantFrom(...NEED_FIELDS), moment: fc.constantFrom('before' as const, 'after' as const, 'difference' as const) }),
      fc.record({ kind: fc.constant('hamlets' as const), change: fc.constantFrom('losingLast' as const, 'keepingOne' as const, 'gaining' as const), of: fc.constantFrom('hamlets' as const, 'people' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(scenarioAt, questionAt, subjectAt, async (scenario, question, subject) => {
        const input = under(scenario);
        const hamlets = compareHamlets(bundledInput.localities!, hamletServices(bundledInput, settingsOf(question)), hamletServices(input, settingsOf(question)));
        const answers = { before: rowsOf(bundledInput, question), after: rowsOf(input, question), hamlets };
        await expectRepeated(scenarioReceiptOf({ kind: 'changed' }, answers, contextOf(scenario, question)));
        const receipt = await expectRepeated(scenarioReceiptOf(subject, answers, contextOf(scenario, question)));
        expect(receipt.mastsByHand).toBe(scenario.added.length);
        if (receipt.formula.kind === 'change' && receipt.formula.difference !== null) expect(receipt.formula.after! - receipt.formula.before!).toBe(receipt.formula.difference);
      }),
      { numRuns: 4, seed: 20261124 },
    );
  }, 400_000);

  test('proposed masts', async () => {
    await fc.assert(
      fc.asyncProperty(scenarioAt, fc.constantFrom(...OBJECTIVES), fc.subarray<CandidateKind>(['fibre', 'masts'], { minLength: 1 }), fc.boolean(), fc.constantFrom('gain' as const, 'cumulated' as const), fc.integer({ min: 1, max: 3 }), async (scenario, objective, kinds, budget, figure, order) => {
        const question = questionOf(['4G'], ['Nhà mạng A'], []);
        const settings = settingsOf(question);
        const ranking: Extract<Ranking, { kind: 'next' }> = {
          kind: 'next', candidates: kinds, gridMeters: 2000,
          next: { objective, limit: budget ? { budget: 900 } : { masts: 3 }, prices: budget ? { mast: 200, upgrade: 150, fibreKm: 10, solar: 30 } : null, within: codes.slice(0, 20) },
        };
        const input = under(scenario);
        const places = kinds.flatMap((kind) => candidatesOf(kind, input, [], index, { technologies: ['4G'], operators: settings.operators, gridMeters: 2000 })).filter((c) => codes.slice(0, 20).includes(c.communeCode!));
        if (places.length === 0) return;
        const found = finished(nextMasts(input, settings, places, { ...ranking.next, technologies: ['4G'], operator: 'Nhà mạng A' }, stationUnder(bundledInput, scenario, index)));
        if (found.masts.length < order) return;
        const receipt = await expectRepeated(scenarioReceiptOf({ kind: 'next', order, figure }, { next: { found, ranking } }, contextOf(scenario, question)));
        if (receipt.formula.kind !== 'gain') throw new Error('of a gain');
        expect(receipt.formula.before - receipt.formula.after).toBeCloseTo(receipt.value!, 6);
        for (const figure of ['gain', 'bound', 'guarantee', 'candidates'] as const) await expectRepeated(scenarioReceiptOf({ kind: 'found', figure }, { next: { found, ranking } }, contextOf(scenario, question)));
        for (const moment of ['before', 'after', 'difference'] as const) await expectRepeated(scenarioReceiptOf({ kind: 'step', order, field: 'populationGap', moment }, { next: { found, ranking } }, contextOf(scenario, question)));
      }),
      { numRuns: 4, seed: 20261124 },
    );
  }, 400_000);

  test('critical masts and ranks in a band', async () => {
    const scenario: Scenario = { ...NO_SCENARIO, ends: [{ technology: '2G', operator: null, date: null }], added: [] };
    const question = questionOf(['3G', '4G'], null, []);
    const input = under(scenario);
    const masts = finished(criticalMasts(input, settingsOf(question)));
    for (const figure of ['people', 'landKm2'] as const) {
      await expectRepeated(scenarioReceiptOf({ kind: 'critical', siteId: masts[2]!.siteId, figure }, { critical: { masts, most: 15 } }, contextOf(scenario, question)));
    }
    const band = { radiusShare: 0.2, thresholdDb: 5 };
    for (const [i, measure] of NEED_MEASURES.slice(0, 3).entries()) {
      const ranks = finished(rankInBand(input, DEFAULT_SETTINGS, question, measure, band));
      const receipt = await expectRepeated(scenarioReceiptOf({ kind: 'rank', code: codes[7 * i + 2]!, side: (['less', 'asSet', 'more'] as const)[i]! }, { ranks: { ranks, measure, band } }, contextOf(scenario, question)));
      expect(receipt.formula).toMatchObject({ kind: 'rank', larger: receipt.value! - 1 });
    }
  }, 400_000);
});

describe('what a receipt says', () => {
  const scenario: Scenario = { ...NO_SCENARIO, ends: [{ technology: '3G', operator: 'Nhà mạng A', date: '2028-09' }], on: '2029', roaming: ['00694'], down: { ...NO_SCENARIO.down, operators: ['Nhà mạng B'] } };
  const question = questionOf(['4G'], null, ['2G']);

  test('the command names every part of the scenario, and what had ended before it', () => {
    expect(differenceArguments({ sources: NO_SOURCES, question, settings: DEFAULT_SETTINGS, scenario }, '00694')).toEqual([
      'gaps', '--commune', '00694', '--technology', '4G', '--off', '2G,3G:Nhà mạng A@2028-09', '--on', '2029', '--operator-down', 'Nhà mạng B', '--roaming', '00694', '--difference', '--off-before', '2G',
    ]);
  });

  test('what the command cannot write is said', () => {
    expect(scenarioBeyond({ sources: NO_SOURCES, question, settings: DEFAULT_SETTINGS, scenario: { ...scenario, down: { ...scenario.down, masts: ['a,b'] } } })).toEqual(['scenario-name']);
  });

  test('a figure that is not there has no receipt', () => {
    expect(scenarioReceiptOf({ kind: 'next', order: 1, figure: 'gain' }, {}, contextOf(scenario, question))).toBeNull();
    expect(scenarioReceiptOf({ kind: 'critical', siteId: 'S', figure: 'people' }, { critical: { masts: [], most: 15 } }, contextOf(scenario, question))).toBeNull();
  });
});
