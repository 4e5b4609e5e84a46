/** Rows of old units and of districts as tables to save: names as in the gap rows, what is an assignment or an estimate said in every row. */
import type { DistrictRow } from '../core/districts';
import type { GapRow, Technology } from '../core/model';
import { writeOldCode } from '../core/old-code';
import type { OldUnitRow } from '../core/old-units';
import type { CsvCell } from './write-csv';

type Cell = Exclude<CsvCell, undefined>;

/** What a table is about besides its rows. */
export interface TableSubject {
  technologies: readonly Technology[];
  /** null for all. */
  operators: readonly string[] | null;
  /** Rows of communes that the table's figures come from. */
  rows: readonly GapRow[];
}

function aboutCells({ technologies, operators, rows }: TableSubject): Cell[] {
  return [technologies.join(' '), operators ? operators.join('+') : '*', [...new Set(rows.flatMap((row) => row.source))].join(' '), String(rows.some((row) => row.bundled))];
}

const ABOUT_COLUMNS = ['technology', 'operator', 'source', 'bundled'] as const;

export const OLD_UNIT_COLUMNS = [
  'code', 'name', 'otherNames', 'district', 'communes', 'communeNames', 'split', 'population2019', 'centreLng', 'centreLat', 'centreNote', 'centreSignal', 'centreReachedBy',
  'basis', 'hamlets', 'hamletsAssigned', 'hamletsTrang', 'hamletsLom', 'peopleTrang', 'peopleMissing', 'areaKm2', 'gapKm2', 'gapShare', ...ABOUT_COLUMNS,
] as const;

/**
 * The cells of a unit, in the order of `OLD_UNIT_COLUMNS`.
 * @param nameOf of a commune's code
 * @param reachedBy technologies counted that reach the centre; null where that is not known
 */
export function oldUnitCells(row: OldUnitRow, subject: TableSubject, nameOf: (code: string) => string, reachedBy: readonly Technology[] | null): Cell[] {
  const { unit, land } = row;
  return [
    writeOldCode(unit.code), unit.name, unit.otherNames.join(', '), unit.district, unit.communes.map((c) => c.code).join(' '), unit.communes.map((c) => nameOf(c.code)).join(', '),
    String(unit.communes.length > 1), unit.population, unit.centre?.[0] ?? null, unit.centre?.[1] ?? null, unit.centreNote, row.centre, row.centre === 'reached' ? (reachedBy?.join(' ') ?? null) : null,
    row.basis, row.hamlets, row.hamletsAssigned, row.trang, row.lom, row.peopleTrang, row.peopleMissing, land?.areaKm2 ?? null, land?.gapKm2 ?? null, land?.gapShare ?? null, ...aboutCells(subject),
  ];
}

export const DISTRICT_COLUMNS = [
  'district', 'communes', 'communeCodes', 'communesOfSeveralDistricts', 'areaKm2', 'gapKm2', 'gapShare', 'noDataKm2', 'bts', 'sites', 'population', 'populationGap', 'populationLom', 'populationEstimated',
  'localities', 'localitiesTrang', 'localitiesLom', ...ABOUT_COLUMNS,
] as const;

/** The cells of a district, in the order of `DISTRICT_COLUMNS`. */
export function districtCells({ district, communes, mixed, figures: f }: DistrictRow, subject: TableSubject): Cell[] {
  return [
    district, f.communes, communes.join(' '), mixed.join(' '), f.areaKm2, f.gapKm2, f.gapShare, f.noDataKm2, f.bts, f.sites, f.population, f.populationGap, f.populationLom, String(f.populationEstimated),
    f.localities, f.localitiesTrang, f.localitiesLom, ...aboutCells(subject),
  ];
}
