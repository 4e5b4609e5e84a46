/** Old units and districts as plain rows: what `lomsong gaps --units …` gives. Fields that the saved tables have too are named as there. */
import type { DistrictOfCommune, DistrictRow } from './districts';
import type { QuestionSpec } from './gaps';
import type { HamletState } from './hamlets';
import type { CoverageKind, GapRow, LngLat, Technology } from './model';
import type { Belonging, OldUnitHamlet } from './old-unit-hamlets';
import { writeOldCode } from './old-code';
import type { CentreSignal, OldUnitRow } from './old-units';
import type { Neighbourhood } from './neighbourhood';
import type { ProvinceFigures } from './province';
import { type FibreThere, fibreThere, type MastThere, mastThere } from './report-record';

/** Of which question a row is, and from what its figures come. */
interface About {
  technology: Technology | 'any';
  /** `*` for all, else as `GapRow` has it. */
  operator: string;
  source: CoverageKind[];
  bundled: boolean;
}

export interface OldUnitRecord extends About {
  /** `old:00733`. */
  code: string;
  name: string;
  otherNames: string[];
  district: string;
  /** Codes of the communes of 2025 that it went to. */
  communes: string[];
  population2019: number;
  centre: LngLat | null;
  centreNote: string;
  centreKmOutside: number;
  centreSignal: CentreSignal;
  /** Technologies counted that reach the centre; null where that is not known. */
  centreReachedBy: Technology[] | null;
  nearestMast: MastThere | null;
  nearestFibre: FibreThere | null;
  basis: 'land' | 'hamlets';
  hamlets: number | null;
  hamletsNamed: number;
  hamletsAssigned: number;
  hamletsTrang: number | null;
  hamletsLom: number | null;
  /** Neither trắng nor lõm. */
  hamletsOther: number | null;
  peopleTrang: number | null;
  peopleMissing: number;
  areaKm2: number | null;
  gapKm2: number | null;
  gapShare: number | null;
  hamletList: { localityId: string; name: string; population: number | null; state: HamletState | null; by: Belonging }[];
}

/** What a unit's row does not hold by itself. */
export interface OldUnitSurroundings {
  question: QuestionSpec;
  /** Rows of the communes loaded, of the question. */
  rows: readonly GapRow[];
  hamlets: readonly OldUnitHamlet[];
  states: ReadonlyMap<string, HamletState> | null;
  reachedBy: Technology[] | null;
  neighbourhood: Neighbourhood;
}

export function oldUnitRecord(row: OldUnitRow, { question, rows, hamlets, states, reachedBy, neighbourhood }: OldUnitSurroundings): OldUnitRecord {
  const { unit, land } = row;
  return {
    code: writeOldCode(unit.code),
    name: unit.name,
    otherNames: unit.otherNames,
    district: unit.district,
    ...aboutOf(question, rows),
    communes: unit.communes.map(({ code }) => code),
    population2019: unit.population,
    centre: unit.centre,
    centreNote: unit.centreNote,
    centreKmOutside: unit.centreKmOutside,
    centreSignal: row.centre,
    centreReachedBy: row.centre === 'reached' || row.centre === 'not' ? reachedBy : null,
    nearestMast: unit.centre && mastThere(neighbourhood.mast(unit.centre)),
    nearestFibre: unit.centre && fibreThere(neighbourhood.fibre(unit.centre)),
    basis: row.basis,
    hamlets: row.hamlets,
    hamletsNamed: hamlets.filter(({ by }) => by === 'named').length,
    hamletsAssigned: row.hamletsAssigned,
    hamletsTrang: row.trang,
    hamletsLom: row.lom,
    hamletsOther: row.hamlets === null || row.trang === null || row.lom === null ? null : row.hamlets - row.trang - row.lom,
    peopleTrang: row.peopleTrang,
    peopleMissing: row.peopleMissing,
    areaKm2: land?.areaKm2 ?? null,
    gapKm2: land?.gapKm2 ?? null,
    gapShare: land?.gapShare ?? null,
    hamletList: hamlets.map(({ locality: { localityId, name, population }, by }) => ({ localityId, name, population, state: states?.get(localityId) ?? null, by })),
  };
}

export interface DistrictRecord extends About, Omit<ProvinceFigures, 'communes'> {
  /** null: communes of no district. */
  district: string | null;
  communes: number;
  communeCodes: string[];
  communesOfSeveralDistricts: number;
  /** Of the communes of several districts: their people of 2019 by the district of their old unit, the most first. */
  mixed: { code: string; people: DistrictOfCommune['people'] }[];
}

export function districtRecord({ district, communes, mixed, figures }: DistrictRow, question: QuestionSpec, rows: readonly GapRow[], of: ReadonlyMap<string, DistrictOfCommune>): DistrictRecord {
  return {
    district,
    ...aboutOf(question, rows),
    communeCodes: communes,
    communesOfSeveralDistricts: mixed.length,
    ...figures,
    mixed: mixed.map((code) => ({ code, people: of.get(code)!.people })),
  };
}

function aboutOf({ technology, operators }: QuestionSpec, rows: readonly GapRow[]): About {
  return { technology, operator: operators ? operators.join('+') : '*', source: [...new Set(rows.flatMap((row) => row.source))], bundled: rows.some((row) => row.bundled) };
}
