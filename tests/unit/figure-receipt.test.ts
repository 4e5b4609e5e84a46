/** Receipts of all kinds of figures, drawn at random, are repeated with the command that each names: the path leads to the same figure. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NEED_MEASURES } from '../../src/core/commune-rank';
import { planReports, type ReportInput, type ReportScope, togetherQuestion } from '../../src/core/commune-report';
import { type CommandSources, NO_SOURCES } from '../../src/core/command-line';
import { districtRows, districtsOfCommunes } from '../../src/core/districts';
import { figureAt, pathText } from '../../src/core/figure-path';
import { type Citation, citationOf, type FigureContext, type FigureReceipt, type InputKind } from '../../src/core/figure-receipt';
import { type GapRow, TECHNOLOGIES, type Technology } from '../../src/core/model';
import { planGaps, type QuestionSpec } from '../../src/core/gaps';
import { createNeighbourhood } from '../../src/core/neighbourhood';
import { centreSignal, oldUnitRows } from '../../src/core/old-units';
import { type ProvinceRecord, provinceRecord } from '../../src/core/province-record';
import { indicatorFigures, largestFigures, oldUnitsFigures } from '../../src/core/province-receipt';
import { type ReportRecord, reportRecord } from '../../src/core/report-record';
import { bestFigures, centreFigures, communeFigures, gapFigures, gapPiecesFigures, hamletCountFigures, hamletFigures, noDataFigures, rankFigures, reportedFigures, servedFigures } from '../../src/core/report-receipt';
import { compareReported, fittedByModel, REPORTED_BASES, REPORTED_MEANINGS, REPORTED_QUESTIONS } from '../../src/core/reported';
import { activeBtsCounts, fibreCentres } from '../../src/core/reported-counterparts';
import { DEFAULT_SETTINGS, type GapSettings } from '../../src/core/settings';
import { emptyUnitAnswer, hamletsWherever, learnCommune } from '../../src/core/unit-answers';
import { belongingFigures, districtFigures, districtPeopleFigures, hamletsOfUnitFigures, oldUnitFigures, reachFigures } from '../../src/core/unit-receipt';
import { type DistrictRecord, districtRecord, type OldUnitRecord, oldUnitRecord } from '../../src/core/unit-records';
import { createCommuneIndex } from '../../src/core/commune-index';
import { readBundledCoverage, readIndicators, readProvenance } from '../../src/formats/bundled';
import { bundledInput } from './bundled-data';
import { data, run } from './cli-run';

const OPERATORS = ['Nhà mạng A', 'Nhà mạng B', 'Nhà mạng C'];
const provenance = readProvenance(data('provenance.json'));
const indicators = readIndicators(data('indicators.json'));
const used = ([['communes', 'communes.topo.json'], ['old-units', 'old-units.json'], ['sites', 'sites.csv'], ['coverage', 'coverage.geojson'], ['localities', 'localities.csv'], ['fibre', 'fibre.json'], ['indicators', 'indicators.json']] as const)
  .map(([kind, file]): { kind: InputKind; provenance: (typeof provenance)[number] } => ({ kind, provenance: provenance.find((p) => p.file === file)! }));

/** The sources of a run: from the stations, or from polygons with the stations beside them. */
interface World {
  input: ReportInput;
  sources: CommandSources;
  kind: 'modelled' | 'claimed';
}

const WORLDS: World[] = [
  { input: bundledInput, sources: NO_SOURCES, kind: 'modelled' },
  { input: { ...bundledInput, coverage: readBundledCoverage(data('coverage.geojson')) }, sources: { ...NO_SOURCES, sites: 'bundled', localities: 'bundled', coverage: ['bundled'] }, kind: 'claimed' },
];

interface Asked extends World {
  question: QuestionSpec;
  settings: GapSettings;
}

const contextOf = ({ settings, sources }: Asked): FigureContext => ({ settings, sources, used });
const rowsOf = ({ input, settings }: Asked, question: QuestionSpec): GapRow[] => {
  const plan = planGaps(input, settings, [question]);
  return plan.communes.map((c) => plan.gapsOf(c).rows[0]!);
};
const scopeOf = ({ of, operators, off }: QuestionSpec): ReportScope => ({ of, operators, off, each: operators ?? OPERATORS });
const reportedShare = indicators.seed.find((i) => i.indicator === 'mobile_coverage')!.value / 100;

function reportCitation(asked: Asked, code: string): Citation<ReportRecord> {
  const { input, question, settings } = asked;
  const scope = scopeOf(question);
  const plan = planReports(input, settings, scope);
  const commune = plan.communes.find((c) => c.code === code)!;
  const reportedPlan = planGaps(input, settings, REPORTED_QUESTIONS);
  const { candidates } = compareReported(reportedPlan.gapsOf(commune).rows.map((row) => [row]), reportedShare, () => false).province;
  const report = plan.reportOf(commune, 5);
  const output = reportRecord(report, { lom: settings.lom, rows: rowsOf(asked, togetherQuestion(scope)), reported: { share: reportedShare, candidates } });
  return citationOf(output, { report: code }, question, report.together.source, contextOf(asked));
}

function provinceCitation(asked: Asked): Citation<ProvinceRecord> {
  const { input, question, settings, kind } = asked;
  const rows = rowsOf(asked, question);
  const { candidates } = compareReported(REPORTED_QUESTIONS.map((q) => rowsOf(asked, q)), reportedShare, (meaning, basis) => kind === 'modelled' && settings.radiusMeters === DEFAULT_SETTINGS.radiusMeters && fittedByModel(meaning, basis)).province;
  const output = provinceRecord(scopeOf(question), rows, {
    largestGap: planGaps(input, settings, [question]).joinedLargestGap(0),
    bts: activeBtsCounts(input.cells!, question.off),
    fibreCentres: fibreCentres(input.fibre!, input.oldUnits),
    oldUnits: { units: input.oldUnits.length, hamletsOfNone: hamletsWherever(input.oldUnits, input.localities!, createCommuneIndex(input.communes)).without.length },
    reported: { share: reportedShare, candidates },
    indicators: [...indicators.seed, ...indicators.other],
    conflicts: null,
  });
  return citationOf(output, { report: 'province' }, question, [kind], contextOf(asked));
}

function unitCitation(asked: Asked): Citation<readonly OldUnitRecord[]> {
  const { input, question, settings, kind } = asked;
  const alone = question.of.map((t): QuestionSpec => ({ ...question, technology: t, of: [t] }));
  const plan = planGaps(input, settings, [question, ...alone]);
  const answer = emptyUnitAnswer(plan, 0, input.oldUnits);
  for (const commune of plan.communes) learnCommune(answer, plan.gapsOf(commune), 0);
  const hamlets = hamletsWherever(input.oldUnits, input.localities!, createCommuneIndex(input.communes));
  const neighbourhood = createNeighbourhood(input, question, []);
  const records = oldUnitRows(input.oldUnits, answer, hamlets).map((row) => oldUnitRecord(row, {
    question, rows: answer.rows, hamlets: hamlets.byUnit.get(row.unit.code)!, states: answer.hamlets, neighbourhood,
    reachedBy: row.unit.centre && question.of.filter((_, i) => plan.reaches(i + 1, row.unit.centre!)),
  }));
  return citationOf(records, { units: 'old' }, question, [kind], contextOf(asked));
}

type Reach = Pick<OldUnitRecord, 'code' | 'technology' | 'operator' | 'centreSignal'>;

/** What reaches the centres of a few units: each technology, of all operators and of each. */
function reachCitation({ input, question, settings, sources, kind }: Asked): Citation<readonly Reach[]> {
  const everything: QuestionSpec = { technology: 'any', of: TECHNOLOGIES, operators: null, off: question.off };
  const asked = TECHNOLOGIES.flatMap((technology) => [null, ...OPERATORS.map((o) => [o])].map((operators): QuestionSpec => ({ technology, of: [technology], operators, off: question.off })));
  const plan = planGaps(input, settings, asked);
  const records = asked.flatMap(({ technology, operators }, q) => {
    const answer = emptyUnitAnswer(plan, q, input.oldUnits);
    return input.oldUnits.slice(0, 30).map((unit): Reach => ({ code: `old:${unit.code}`, technology, operator: operators?.[0] ?? '*', centreSignal: centreSignal(unit, answer) }));
  });
  return citationOf(records, { units: 'old', byOperator: true }, everything, [kind], { settings, sources, used });
}

function districtCitation(asked: Asked): Citation<readonly DistrictRecord[]> {
  const { input, question, kind } = asked;
  const rows = rowsOf(asked, question);
  const of = districtsOfCommunes(input.communes, input.oldUnits);
  return citationOf(districtRows(rows, input.oldUnits, of).map((row) => districtRecord(row, question, rows, of)), { units: 'districts' }, question, [kind], contextOf(asked));
}

/** The runs of the command that receipts name, as the page has their records. */
interface Citations {
  report: Citation<ReportRecord>;
  province: Citation<ProvinceRecord>;
  units: Citation<readonly OldUnitRecord[]>;
  districts: Citation<readonly DistrictRecord[]>;
  reach: Citation<readonly Reach[]>;
}

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!;
const oldCode = (at: number) => `old:${pick(bundledInput.oldUnits, at).code}`;

/** Every kind of subject that receipts are of; `at` chooses among those of the kind. */
const KINDS: Record<string, (c: Citations, at: number) => FigureReceipt[]> = {
  commune: ({ report }) => [...communeFigures(report), ...noDataFigures(report), ...hamletCountFigures(report), ...gapPiecesFigures(report)],
  served: ({ report }, at) => servedFigures(report, pick(report.output.servedBy, at).operators),
  best: ({ report }) => bestFigures(report),
  gaps: ({ report }, at) => gapFigures(report, 1 + (at % 5)),
  hamlet: ({ report }, at) => hamletFigures(report, pick(report.output.hamlets, at).localityId),
  centre: ({ report }, at) => centreFigures(report, pick(report.output.centres, at).code),
  rank: ({ report }, at) => rankFigures(report, pick(NEED_MEASURES, at)),
  'reported of a commune': ({ report }, at) => reportedFigures(report, pick(REPORTED_MEANINGS, at), pick(REPORTED_BASES, at >> 2)),
  'reported of the province': ({ province }, at) => reportedFigures(province, pick(REPORTED_MEANINGS, at), pick(REPORTED_BASES, at >> 2)),
  indicator: ({ province }, at) => indicatorFigures(province, pick(indicators.seed, at), pick([...TECHNOLOGIES, 'any' as const, null], at)),
  'largest gap': ({ province }) => largestFigures(province),
  'hamlets of all units': ({ units }) => belongingFigures(units),
  'old units': ({ province }) => oldUnitsFigures(province),
  'reach of a unit': ({ reach }) => reachFigures(reach),
  'old unit': ({ units }, at) => oldUnitFigures(units, oldCode(at)),
  'hamlets of a unit': ({ units }, at) => hamletsOfUnitFigures(units, oldCode(at)),
  district: ({ districts }, at) => districtFigures(districts, pick(districts.output, at).district),
  'people of a district': ({ districts }, at) => districtPeopleFigures(districts, pick(districts.output.flatMap((d) => d.mixed), at).code),
};

/** What a reader does who follows the receipt: the command, the places, the operation. */
function repeated(output: unknown, { making, paths }: FigureReceipt): unknown {
  const [first, second] = paths.map((path) => figureAt(output, path));
  if (making.by === 'sum-of-units') return (first as (number | null)[]).reduce<number>((sum, v) => sum + (v ?? 0), 0);
  if (making.by === 'quotient') return (first as number) / (second as number);
  if (making.by === 'difference') return (first as number) - (second as number);
  return first;
}

const questionAt = fc.record({
  of: fc.subarray<Technology>(['2G', '3G', '4G'], { minLength: 1 }),
  operators: fc.option(fc.subarray(OPERATORS, { minLength: 1 })),
  off: fc.subarray<Technology>(['2G', '3G']),
}).map((q): QuestionSpec => ({ ...q, technology: q.of.length === 1 ? q.of[0]! : 'any' }));
const settingsAt = fc.record({
  radiusMeters: fc.constantFrom(DEFAULT_SETTINGS.radiusMeters, { ...DEFAULT_SETTINGS.radiusMeters, '2G': 3100, '4G': 1750.5 }),
  lom: fc.record({ radiusMeters: fc.constantFrom(1000, 1500), share: fc.constantFrom(0.8, 0.55) }),
}).map((part): GapSettings => ({ ...DEFAULT_SETTINGS, ...part }));

test.each([['stations', WORLDS[0]!, 3], ['polygons', WORLDS[1]!, 1]] as const)('receipts of every kind, at random, are repeated by the command: from %s', async (_, world, numRuns) => {
  const drawn: Record<string, number> = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, 0]));
  await fc.assert(
    fc.asyncProperty(questionAt, settingsAt, fc.constantFrom(...bundledInput.communes.map((c) => c.code)), fc.array(fc.nat(10_000), { minLength: 6, maxLength: 6 }), async (question, settings, code, places) => {
      const asked = { ...world, question, settings };
      const citations: Citations = { report: reportCitation(asked, code), province: provinceCitation(asked), units: unitCitation(asked), districts: districtCitation(asked), reach: reachCitation(asked) };
      const outputs = new Map<string, unknown>();
      for (const { argv } of Object.values(citations)) outputs.set(argv.join('\n'), JSON.parse((await run([...argv])).stdout));
      for (const [kind, receiptsOf] of Object.entries(KINDS)) {
        for (const receipt of places.flatMap((at) => receiptsOf(citations, at))) {
          const where = `${kind}: ${receipt.figure} at ${receipt.paths.map(pathText).join(' and ')}`;
          expect(receipt.beyond, where).toEqual([]);
          expect(receipt.inputs.length, where).toBeGreaterThan(0);
          const found = repeated(outputs.get(receipt.argv.join('\n')), receipt);
          if (typeof receipt.value === 'number') expect(Math.abs((found as number) - receipt.value), where).toBeLessThanOrEqual(1e-9 * Math.abs(receipt.value));
          else expect(found, where).toEqual(receipt.value);
          drawn[kind]!++;
        }
      }
    }),
    { numRuns, seed: 20261124 },
  );
  // A single draw may well meet a commune without a gap.
  if (numRuns > 1) expect(Object.entries(drawn).filter(([, receipts]) => receipts === 0)).toEqual([]);
}, 240_000);

describe('what a receipt says', () => {
  const asked: Asked = { ...WORLDS[0]!, question: { technology: '4G', of: ['4G'], operators: null, off: [] }, settings: DEFAULT_SETTINGS };

  test('the mast that a distance is to, and the place in the output', () => {
    const report = reportCitation(asked, '00715');
    const masts = gapFigures(report, 1).filter(({ figure }) => figure === 'operatorMastKm');
    expect(masts.map(({ of }) => of)).toEqual(OPERATORS);
    expect(pathText(masts[0]!.paths[0]!)).toBe('largestGaps[number=1].masts[operator="Nhà mạng A"].km');
    expect(masts[0]!.making).toMatchObject({ by: 'distance', from: report.output.largestGaps[0]!.pole, to: { position: report.output.largestGaps[0]!.masts[0]!.position } });
    expect(masts[0]!.command).toBe('npx lomsong report --commune 00715 --technology 4G --format json');
  });

  test('a state with the share of its disc: below the rule it is lõm, at or above covered', () => {
    const report = reportCitation(asked, '00715');
    for (const { localityId, state, servedShare, reachedBy } of report.output.hamlets) {
      expect(hamletFigures(report, localityId)[0]!.making).toMatchObject({ by: 'state', servedShare, least: 0.8, radiusMeters: 1000 });
      expect(state).toBe(reachedBy.length === 0 ? 'trang' : servedShare! < 0.8 ? 'lom' : 'covered');
    }
  });

  test('a rank with its neighbours, of which one has more and one less', () => {
    const { making } = rankFigures(reportCitation(asked, '00715'), 'land')[0]!;
    if (making.by !== 'rank') throw new Error(making.by);
    expect(making.above!.value).toBeGreaterThan(making.value);
    expect(making.below!.value).toBeLessThan(making.value);
    expect(making.among).toBe(73);
  });

  test('land by operators adds up to the commune', () => {
    const { output } = reportCitation({ ...asked, question: { ...asked.question, technology: 'any', of: TECHNOLOGIES } }, '00715');
    expect(output.servedBy.reduce((sum, s) => sum + s.areaKm2!, 0)).toBeCloseTo(output.areaKm2, 6);
  });
});
