/** The 193 units until 30 June 2025 with their figures: by their own land where it was loaded, else by centre and hamlets. */
import type { HamletState } from './hamlets';
import type { GapRow, OldUnit } from './model';
import { writeOldCode } from './old-code';
import type { HamletsOfOldUnits, OldUnitHamlet } from './old-unit-hamlets';

/** Signal at the centre: `missing`, its position is not known; `no-data`, the sources do not speak of it. */
export type CentreSignal = 'reached' | 'not' | 'missing' | 'no-data';

export interface OldUnitRow {
  unit: OldUnit;
  centre: CentreSignal;
  /** Whether the figures below are of the unit's own land, or of the hamlets that belong to it. */
  basis: 'land' | 'hamlets';
  /** The row of the unit's own land; null without its geometry. */
  land: GapRow | null;
  /** null where no hamlets are loaded. */
  hamlets: number | null;
  /** Of `hamlets`, those assigned to the nearest centre. */
  hamletsAssigned: number;
  /** null where nothing speaks of any of its hamlets. */
  trang: number | null;
  lom: number | null;
  /** People in trắng hamlets; those without a figure add nothing and are counted in `peopleMissing`. */
  peopleTrang: number | null;
  peopleMissing: number;
}

/** The answer to one question, as far as old units need it. */
export interface OldUnitAnswer {
  rows: readonly GapRow[];
  /** State by hamlet id; null where the question has no data. */
  hamlets: ReadonlyMap<string, HamletState> | null;
  /** Codes of units whose centre is reached; null where the question has no data. */
  oldCentresReached: ReadonlySet<string> | null;
  /** Codes of units whose centre the sources do not speak of. */
  oldCentresUnknown: ReadonlySet<string>;
}

type CentreAnswer = Pick<OldUnitAnswer, 'oldCentresReached' | 'oldCentresUnknown'>;

/** The signal at the centre of a unit that has one. */
export function signalAt(code: string, { oldCentresReached: reached, oldCentresUnknown: unknown }: CentreAnswer): Exclude<CentreSignal, 'missing'> {
  if (!reached || unknown.has(code)) return 'no-data';
  return reached.has(code) ? 'reached' : 'not';
}

export function centreSignal({ centre, code }: OldUnit, answer: CentreAnswer): CentreSignal {
  return centre ? signalAt(code, answer) : 'missing';
}

/**
 * One row a unit, in the order of the units.
 * @param hamlets null where none are loaded
 */
export function oldUnitRows(units: readonly OldUnit[], answer: OldUnitAnswer, hamlets: HamletsOfOldUnits | null): OldUnitRow[] {
  const landByCode = new Map(answer.rows.map((row) => [row.code, row]));
  return units.map((unit): OldUnitRow => {
    const centre = centreSignal(unit, answer);
    const land = landByCode.get(writeOldCode(unit.code)) ?? null;
    return land ? { unit, centre, ...byLand(land) } : { unit, centre, ...byHamlets(hamlets?.byUnit.get(unit.code) ?? null, answer.hamlets) };
  });
}

type Figures = Omit<OldUnitRow, 'unit' | 'centre'>;

function byLand(land: GapRow): Figures {
  return {
    basis: 'land', land, hamlets: land.localities, hamletsAssigned: 0, trang: land.localitiesTrang, lom: land.localitiesLom,
    peopleTrang: land.populationGap, peopleMissing: land.populationMissing ?? 0,
  };
}

function byHamlets(hamlets: readonly OldUnitHamlet[] | null, states: OldUnitAnswer['hamlets']): Figures {
  const known = (hamlets ?? []).filter(({ locality }) => states?.has(locality.localityId));
  const inState = (state: HamletState) => known.filter(({ locality }) => states!.get(locality.localityId) === state);
  const speaks = hamlets !== null && states !== null && (known.length > 0 || hamlets.length === 0);
  const trang = inState('trang');
  return {
    basis: 'hamlets',
    land: null,
    hamlets: hamlets && hamlets.length,
    hamletsAssigned: (hamlets ?? []).filter(({ by }) => by === 'nearest-centre').length,
    trang: speaks ? trang.length : null,
    lom: speaks ? inState('lom').length : null,
    peopleTrang: speaks ? trang.reduce((sum, { locality }) => sum + (locality.population ?? 0), 0) : null,
    peopleMissing: known.filter(({ locality }) => locality.population === null).length,
  };
}
