/** The 193 communes until 30 June 2025: name, census, centre, and where the resolution put them. */
import type { OldUnit } from '../src/core/model';
import { readSource } from './places';
import { csvRows } from './write';

interface CrosswalkRow {
  old_code: string;
  old_name: string;
  old_district: string;
  new_code: string;
  new_name: string;
  part: 'full' | 'partial';
}
interface CentreRow {
  old_code: string;
  lng: string;
  lat: string;
  position: OldUnit['centreNote'];
  km_outside_its_2025_commune: string;
}
interface PopulationRow {
  old_code: string;
  population: string;
  urban: string;
  rural: string;
}

/** Spellings of Resolution 1684/NQ-UBTVQH15 where they differ from the old list of units. */
const RESOLUTION_SPELLINGS: Record<string, string> = {
  '00712': 'Thị trấn Phố Bảng',
  '00736': 'Xã Sà Phìn',
  '00829': 'Xã Sủng Cháng',
  '01060': 'Xã Sán Sả Hồ',
  '01087': 'Xã Nậm Ty',
};

export const CENSUS_TOTAL = 854_679;

export function oldUnits(): OldUnit[] {
  const crosswalk = csvRows<CrosswalkRow>(readSource('communes-crosswalk.csv'));
  const centres = new Map(csvRows<CentreRow>(readSource('commune-centres.csv')).map((row) => [row.old_code, row]));
  const people = new Map(csvRows<PopulationRow>(readSource('population-2019.csv')).map((row) => [row.old_code, row]));
  const units = new Map<string, OldUnit>();
  for (const row of crosswalk) {
    const known = units.get(row.old_code);
    if (known) {
      known.communes.push({ code: row.new_code, part: row.part });
      continue;
    }
    const centre = centres.get(row.old_code);
    const census = people.get(row.old_code);
    if (!centre || !census) throw new Error(`no centre or no census for ${row.old_code}`);
    const other = RESOLUTION_SPELLINGS[row.old_code];
    units.set(row.old_code, {
      code: row.old_code,
      name: row.old_name,
      otherNames: other ? [other] : [],
      district: row.old_district,
      population: Number(census.population),
      urbanPopulation: Number(census.urban),
      ruralPopulation: Number(census.rural),
      centre: centre.lng === '' ? null : [Number(centre.lng), Number(centre.lat)],
      centreNote: centre.position,
      centreKmOutside: Number(centre.km_outside_its_2025_commune || 0),
      communes: [{ code: row.new_code, part: row.part }],
    });
  }
  const list = [...units.values()].sort((a, b) => Number(a.code) - Number(b.code));
  check(list);
  return list;
}

function check(units: readonly OldUnit[]): void {
  const expect = (what: string, found: number, expected: number) => {
    if (found !== expected) throw new Error(`${what}: ${found} instead of ${expected}`);
  };
  expect('old communes', units.length, 193);
  expect('census', sum(units, (u) => u.population), CENSUS_TOTAL);
  expect('urban and rural people', sum(units, (u) => u.urbanPopulation + u.ruralPopulation), CENSUS_TOTAL);
  expect('split communes', units.filter((u) => u.communes.length > 1).length, 3);
  expect('communes of 2025', new Set(units.flatMap((u) => u.communes.map((c) => c.code))).size, 73);
}

const sum = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((total, row) => total + of(row), 0);
