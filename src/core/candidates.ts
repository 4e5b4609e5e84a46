/** Places where a new mast may stand, from what the project knows. */
import type { CommuneIndex } from './commune-index';
import type { GapInput } from './gaps';
import { metersPerDegree } from './geodesic';
import type { Cell, LngLat, OldUnit, Technology } from './model';
import { compareText } from './text-order';

export const CANDIDATE_KINDS = ['hamlets', 'centres', 'fibre', 'masts', 'grid'] as const;
export type CandidateKind = (typeof CANDIDATE_KINDS)[number];

export interface Candidate {
  /** Of the hamlet, unit, endpoint or mast; of a grid by row and column. */
  id: string;
  name: string;
  position: LngLat;
  /** null outside the communes loaded. */
  communeCode: string | null;
  /** A mast that stands there already. */
  existing: boolean;
  /** null where it is not known. */
  hasElectricity: boolean | null;
  /** Fibre is at the mast already. */
  hasFibre: boolean;
  /** The rows that would be built, where a file says them; null: the technologies asked, at the radius of each. */
  cells: readonly Cell[] | null;
}

export interface CandidateQuestion {
  /** Of `masts`: those that lack one of these, of any of `operators`. */
  technologies: readonly Technology[];
  /** null for all. */
  operators: readonly string[] | null;
  /** Of `grid`: the side of its squares. */
  gridMeters: number;
}

/** Those inside the communes loaded, by their ids: the order of files never matters. */
export function candidatesOf(kind: CandidateKind, input: GapInput, oldUnits: readonly OldUnit[], index: CommuneIndex, question: CandidateQuestion): Candidate[] {
  const places = kind === 'grid' ? gridPlaces(index, question.gridMeters) : PLACES[kind](input, oldUnits, question).sort((a, b) => compareText(a.id, b.id));
  return places.flatMap((place): Candidate[] => {
    const communeCode = index.locate(place.position)?.code ?? null;
    return communeCode === null ? [] : [{ existing: false, hasElectricity: null, hasFibre: false, cells: null, ...place, communeCode }];
  });
}

/** One a mast of a sites file, in the order of the file; its rows are what would be built. */
export function candidatesOfCells(cells: readonly Cell[], index: Pick<CommuneIndex, 'locate'>): Candidate[] {
  return [...bySite(cells)].map(([id, rows]): Candidate => ({
    id,
    name: rows[0]!.name,
    position: rows[0]!.position,
    communeCode: index.locate(rows[0]!.position)?.code ?? null,
    existing: false,
    hasElectricity: powerOf(rows),
    hasFibre: rows.some((row) => row.backhaul === 'fibre'),
    // Planned is what it will be there for.
    cells: rows.map((row) => ({ ...row, status: 'active' })),
  }));
}

type Place = Pick<Candidate, 'id' | 'name' | 'position'> & Partial<Candidate>;

const PLACES: Record<Exclude<CandidateKind, 'grid'>, (input: GapInput, oldUnits: readonly OldUnit[], question: CandidateQuestion) => Place[]> = {
  hamlets: ({ localities }) => (localities ?? []).map(({ localityId: id, name, position, hasElectricity }) => ({ id, name, position, hasElectricity })),
  centres: (_, oldUnits) => oldUnits.flatMap(({ code, name, centre }) => (centre ? [{ id: `old:${code}`, name, position: centre }] : [])),
  fibre: ({ fibre }) => (fibre ?? []).flatMap(({ fibreId: id, name, position, status }) => (position && status === 'active' ? [{ id, name, position, hasFibre: true }] : [])),
  masts: mastsLacking,
};

/** Active masts that lack one of the technologies asked. */
function mastsLacking({ cells, added }: GapInput, _: readonly OldUnit[], { technologies, operators }: CandidateQuestion): Place[] {
  return [...bySite([...(cells ?? []), ...(added ?? [])].filter((cell) => cell.status === 'active'))].flatMap(([id, rows]) => {
    const has = (technology: Technology) => rows.some((row) => row.technology === technology && (operators === null || operators.includes(row.operator)));
    if (technologies.every(has)) return [];
    const { name, position } = rows[0]!;
    return [{ id, name, position, existing: true, hasElectricity: powerOf(rows), hasFibre: rows.some((row) => row.backhaul === 'fibre') }];
  });
}

function bySite(cells: readonly Cell[]): Map<string, Cell[]> {
  const sites = new Map<string, Cell[]>();
  for (const cell of cells) {
    const rows = sites.get(cell.siteId);
    if (rows) rows.push(cell);
    else sites.set(cell.siteId, [cell]);
  }
  return sites;
}

function powerOf(rows: readonly Cell[]): boolean | null {
  return rows.find((row) => row.hasElectricity !== null)?.hasElectricity ?? null;
}

/** Middles of equal squares over the box of the communes, from south to north and west to east. */
function gridPlaces({ box }: CommuneIndex, sideMeters: number): Place[] {
  if (!box) return [];
  const [west, south, east, north] = box;
  const scale = metersPerDegree((south + north) / 2);
  const [width, height] = [sideMeters / scale.lng, sideMeters / scale.lat];
  const places: Place[] = [];
  for (let row = 0; south + row * height < north; row++) {
    for (let column = 0; west + column * width < east; column++) {
      const id = `G${String(row + 1).padStart(3, '0')}-${String(column + 1).padStart(3, '0')}`;
      places.push({ id, name: id, position: [west + (column + 0.5) * width, south + (row + 0.5) * height] });
    }
  }
  return places;
}
