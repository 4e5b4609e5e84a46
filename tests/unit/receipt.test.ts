/** Every receipt is repeated with the command that it names: the figure must be the same. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beyondCommand, gapsArguments, NO_SOURCES, shellLine } from '../../src/core/command-line';
import { planGaps, type QuestionSpec } from '../../src/core/gaps';
import type { GapRow, Technology } from '../../src/core/model';
import { type Receipt, RECEIPT_QUANTITIES, receiptOf } from '../../src/core/receipt';
import { DEFAULT_SETTINGS, type GapSettings } from '../../src/core/settings';
import { readProvenance } from '../../src/formats/bundled';
import { bundledInput } from './bundled-data';
import { data, run } from './cli-run';

const provenance = readProvenance(data('provenance.json'));
const used = ([['communes', 'communes.topo.json'], ['sites', 'sites.csv'], ['localities', 'localities.csv'], ['fibre', 'fibre.json']] as const)
  .map(([kind, file]) => ({ kind, provenance: provenance.find((p) => p.file === file)! }));

/** What a reader does who follows the receipt: the command, the rows, the fields, the formula. */
async function repeated({ argv, pick, formula }: Receipt): Promise<number | null> {
  const rows = (await run(argv)).rows().filter((r) => r.technology === pick.technology && r.operator === pick.operator && (pick.code === null || r.code === pick.code));
  if (pick.over === 'row') expect(rows).toHaveLength(1);
  const [part, whole] = pick.fields.map((field) => {
    const values = rows.map((r) => r[field]).filter((v) => v !== null);
    return values.length > 0 ? values.reduce((sum, v) => sum + v, 0) : null;
  });
  if (formula.kind === 'field') return part!;
  if (part === null || part === undefined || !whole) return null;
  return formula.kind === 'rest-of-whole' ? 1 - part / whole : part / whole;
}

const technologies = fc.subarray<Technology>(['2G', '3G', '4G', '5G'], { minLength: 1 });
const questionAt = fc.record({
  of: technologies,
  operators: fc.option(fc.subarray(['Nhà mạng A', 'Nhà mạng B', 'Nhà mạng C'], { minLength: 1 })),
  off: fc.subarray<Technology>(['2G', '3G']),
});
const settingsAt = fc.record({
  radiusMeters: fc.constantFrom(DEFAULT_SETTINGS.radiusMeters, { ...DEFAULT_SETTINGS.radiusMeters, '2G': 3100, '4G': 1750.5 }),
  lom: fc.record({ radiusMeters: fc.constantFrom(1000, 1500), share: fc.constantFrom(0.8, 0.55, 1) }),
}).map((part): GapSettings => ({ ...DEFAULT_SETTINGS, ...part }));

describe('receipts at random', () => {
  test('are repeated by the command', async () => {
    await fc.assert(
      fc.asyncProperty(
        questionAt, settingsAt, fc.constantFrom(...RECEIPT_QUANTITIES), fc.option(fc.constantFrom(...bundledInput.communes.map((c) => c.code)), { freq: 4 }),
        async ({ of, operators, off }, settings, quantity, code) => {
          const question: QuestionSpec = { technology: of.length === 1 ? of[0]! : 'any', of, operators, off };
          const plan = planGaps(bundledInput, settings, [question]);
          const rows: GapRow[] = plan.communes.filter((c) => code === null || c.code === code).map((c) => plan.gapsOf(c).rows[0]!);
          const receipt = receiptOf({ code, quantity, question }, rows, { settings, sources: NO_SOURCES, used });
          if (!receipt) {
            expect(code).toBeNull();
            return;
          }
          expect(receipt.beyond).toEqual([]);
          expect(receipt.inputs.length).toBeGreaterThan(0);
          expect(await repeated(receipt)).toBe(receipt.value);
        },
      ),
      { numRuns: 15, seed: 20261124 },
    );
  }, 180_000);
});

describe('what a receipt says', () => {
  const question: QuestionSpec = { technology: 'any', of: ['2G', '4G'], operators: ['Nhà mạng A'], off: ['2G'] };
  const rows = planGaps(bundledInput, DEFAULT_SETTINGS, [question]).gapsOf(bundledInput.communes[0]!).rows;
  const receipt = (quantity: (typeof RECEIPT_QUANTITIES)[number]) => receiptOf({ code: rows[0]!.code, quantity, question }, rows, { settings: DEFAULT_SETTINGS, sources: NO_SOURCES, used })!;

  test('the command as it is typed', () => {
    expect(receipt('gapKm2').command).toBe(`npx lomsong gaps --commune ${rows[0]!.code} --technology 2G,4G --operator "Nhà mạng A" --off 2G --format json`);
  });

  test('only the inputs that the figure has', () => {
    const kinds = (quantity: (typeof RECEIPT_QUANTITIES)[number]) => receipt(quantity).inputs.map((i) => i.kind);
    expect(kinds('areaKm2')).toEqual(['communes']);
    expect(kinds('gapShare')).toEqual(['communes', 'sites']);
    expect(kinds('localities')).toEqual(['communes', 'localities']);
    expect(kinds('peopleCoveredShare')).toEqual(['communes', 'sites', 'localities']);
    expect(kinds('nearestFibreKm')).toEqual(['communes', 'sites', 'fibre']);
  });

  test('the rule in force', () => {
    expect(receipt('localitiesLom').rule).toMatchObject({ technologies: ['2G', '4G'], off: ['2G'], operators: ['Nhà mạng A'], radiusMeters: [{ technology: '4G', meters: 2500 }], lom: { radiusMeters: 1000, share: 0.8 }, measured: null });
  });

  test('what the command cannot do is said', () => {
    expect(beyondCommand({ ...question, operators: ['A, B'] }, { ...DEFAULT_SETTINGS, sectorFactor: 1 })).toEqual(['operator-name', 'sector-factor']);
  });

  test('files and how they are read come along; a shell reads the line as it stands', () => {
    const argv = gapsArguments({ ...NO_SOURCES, sites: 'trạm $1.csv', coverage: ['bundled', 'b.json'], reading: ['--map', 'lat=Vĩ "độ"'] }, question, { ...DEFAULT_SETTINGS, mix: true }, null);
    expect(argv.slice(0, 10)).toEqual(['gaps', '--sites', 'trạm $1.csv', '--coverage', 'bundled', '--coverage', 'b.json', '--map', 'lat=Vĩ "độ"', '--mix']);
    expect(shellLine(argv)).toContain('--sites "trạm \\$1.csv" --coverage bundled --coverage b.json --map "lat=Vĩ \\"độ\\"" --mix');
  });
});
