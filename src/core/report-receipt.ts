/** Receipts of the figures of a commune's report: who serves, gaps, hamlets, centres, ranks, the reported share. */
import type { NeedMeasure } from './commune-rank';
import { type Citation, cite, citeDifference, citeQuotient, type FigureMaking, type FigureReceipt, type FigureUnit, known } from './figure-receipt';
import type { FigurePath } from './figure-path';
import type { LngLat } from './model';
import type { ProvinceRecord } from './province-record';
import type { ReportedBasis, ReportedMeaning } from './reported';
import type { FibreThere, HamletRecord, MastThere, ReportRecord } from './report-record';

type Report = Citation<ReportRecord>;

const HAMLETS = ['communes', 'localities', 'cover'] as const;
const LAND = ['communes', 'cover'] as const;

/** Of the commune as a whole. */
export function communeFigures(report: Report): FigureReceipt[] {
  return known([
    cite(report, { figure: 'areaKm2', unit: 'km2', from: ['communes'] }, { by: 'area' }, ['areaKm2']),
    cite(report, { figure: 'population', unit: 'number', from: ['communes'] }, { by: 'given' }, ['commune', 'population']),
    ...hamletCountFigures(report),
  ]);
}

/** Land that no source speaks of. */
export function noDataFigures(report: Report): FigureReceipt[] {
  return known([
    citeQuotient(report, { figure: 'noDataShare', unit: 'share', from: LAND }, ['together', 'noDataKm2'], ['areaKm2']),
    cite(report, { figure: 'noDataKm2', unit: 'km2', from: LAND }, { by: 'area' }, ['together', 'noDataKm2']),
  ]);
}

/** What exactly so many operators serve. */
export function servedFigures(report: Report, operators: number): FigureReceipt[] {
  const row: FigurePath = ['servedBy', { operators }];
  const making: FigureMaking = { by: 'served', operators, of: report.output.servedBy.length - 1 };
  return known([
    cite(report, { figure: 'servedHamlets', unit: 'number', from: HAMLETS }, making, [...row, 'hamlets']),
    cite(report, { figure: 'servedPeople', unit: 'number', from: HAMLETS }, making, [...row, 'people']),
    cite(report, { figure: 'servedKm2', unit: 'km2', from: LAND }, making, [...row, 'areaKm2']),
    citeQuotient(report, { figure: 'servedShare', unit: 'share', from: LAND }, [...row, 'areaKm2'], ['areaKm2']),
  ]);
}

/** Land by its best technology. */
export function bestFigures(report: Report): FigureReceipt[] {
  return known((report.output.best ?? []).flatMap(({ technology }) => [
    citeQuotient(report, { figure: 'bestShare', unit: 'share', from: LAND, of: technology }, ['best', { technology }, 'areaKm2'], ['areaKm2']),
    cite(report, { figure: 'bestKm2', unit: 'km2', from: LAND, of: technology }, { by: 'best' }, ['best', { technology }, 'areaKm2']),
  ]));
}

/** A gap and what is nearest to its deepest point. @param number 1 for the largest */
export function gapFigures(report: Report, number: number): FigureReceipt[] {
  const gap = report.output.largestGaps.find((g) => g.number === number);
  if (!gap) return [];
  const at: FigurePath = ['largestGaps', { number }];
  return known([
    cite(report, { figure: 'gapKm2', unit: 'km2', from: LAND }, { by: 'piece', number }, [...at, 'areaKm2']),
    cite(report, { figure: 'pole', unit: 'place', from: LAND }, { by: 'pole' }, [...at, 'pole']),
    gap.nearestHamlet && cite(report, { figure: 'hamletKm', unit: 'km', from: [...LAND, 'localities'], of: gap.nearestHamlet.name }, { by: 'distance', from: gap.pole, to: gap.nearestHamlet }, [...at, 'nearestHamlet', 'km']),
    mastFigure(report, gap.pole, gap.nearestMast, at),
    ...gap.masts.map(({ operator, name, siteId, position }) => position && cite(report, { figure: 'operatorMastKm', unit: 'km', from: [...LAND, 'sites'], of: operator }, distance(gap.pole, { name: name || siteId!, position }), [...at, 'masts', { operator }, 'km'])),
    fibreFigure(report, gap.pole, gap.nearestFibre, at),
  ]);
}

export function gapPiecesFigures(report: Report): FigureReceipt[] {
  return known([cite(report, { figure: 'gapPieces', unit: 'number', from: LAND }, { by: 'count' }, ['gapPieces'])]);
}

/** Hamlets by state. */
export function hamletCountFigures(report: Report): FigureReceipt[] {
  const count = (figure: 'hamletsTrang' | 'hamletsLom' | 'hamletsCovered' | 'hamletsUnknown' | 'hamlets', key: string) => cite(report, { figure, unit: 'number', from: figure === 'hamlets' ? ['communes', 'localities'] : HAMLETS }, { by: 'count' }, ['hamletCounts', key]);
  return known([count('hamletsTrang', 'trang'), count('hamletsLom', 'lom'), count('hamletsCovered', 'covered'), count('hamletsUnknown', 'unknown'), count('hamlets', 'all')]);
}

/** All that the list says of a hamlet. */
export function hamletFigures(report: Report, localityId: string): FigureReceipt[] {
  const hamlet = report.output.hamlets.find((h) => h.localityId === localityId);
  if (!hamlet) return [];
  const at: FigurePath = ['hamlets', { localityId }];
  const of = hamlet.name;
  const given = (figure: 'people' | 'households' | 'power' | 'reportedState', unit: FigureUnit, key: keyof HamletRecord) => cite(report, { figure, unit, from: ['localities'], of }, { by: 'given' }, [...at, key]);
  const reached = (figure: 'operatorCount' | 'operators' | 'bestTechnology', unit: FigureUnit, key: keyof HamletRecord) => cite(report, { figure, unit, from: ['localities', 'cover'], of }, { by: 'reaching' }, [...at, key]);
  const state: FigureMaking = { by: 'state', reachedBy: hamlet.reachedBy, servedShare: hamlet.servedShare, radiusMeters: report.output.lom.radiusMeters, least: report.output.lom.share };
  return known([
    cite(report, { figure: 'state', unit: 'state', from: HAMLETS, of }, state, [...at, 'state']),
    cite(report, { figure: 'discShare', unit: 'share', from: HAMLETS, of }, state, [...at, 'servedShare']),
    given('reportedState', 'state', 'reportedState'),
    reached('operatorCount', 'number', 'operatorCount'),
    reached('operators', 'list', 'operators'),
    reached('bestTechnology', 'text', 'bestTechnology'),
    given('people', 'number', 'population'),
    given('households', 'number', 'households'),
    given('power', 'power', 'hasElectricity'),
    mastFigure(report, hamlet.position, hamlet.nearestMast, at, of),
    fibreFigure(report, hamlet.position, hamlet.nearestFibre, at, of),
    cite(report, { figure: 'reason', unit: 'reason', from: HAMLETS, of }, state, [...at, 'reason']),
  ]);
}

/** The centre of an old commune. @param code `old:00733` */
export function centreFigures(report: Report, code: string): FigureReceipt[] {
  const centre = report.output.centres.find((c) => c.code === code);
  if (!centre) return [];
  const at: FigurePath = ['centres', { code }];
  return known([
    cite(report, { figure: 'population2019', unit: 'number', from: ['old-units'] }, { by: 'given' }, [...at, 'population']),
    centre.kmOutside > 0 ? cite(report, { figure: 'kmOutside', unit: 'km', from: ['old-units', 'communes'] }, { by: 'given' }, [...at, 'kmOutside']) : null,
    centre.position && fibreFigure(report, centre.position, centre.nearestFibre, at, undefined, 'old-units'),
    cite(report, { figure: 'reachedBy', unit: 'list', from: ['old-units', 'cover'] }, { by: 'reaching' }, [...at, 'reachedBy']),
    centre.position && mastFigure(report, centre.position, centre.nearestMast, at, undefined, 'old-units'),
  ]);
}

const RANK_UNITS: Record<NeedMeasure, FigureUnit> = { people: 'number', land: 'km2', share: 'share', hamlets: 'number' };

/** The commune's place by a measure, and what puts it there. */
export function rankFigures(report: Report, measure: NeedMeasure): FigureReceipt[] {
  const rank = report.output.ranks.find((r) => r.measure === measure);
  if (!rank || rank.value === null) return [];
  const at: FigurePath = ['ranks', { measure }];
  const from = measure === 'land' || measure === 'share' ? LAND : HAMLETS;
  const making: FigureMaking = { by: 'rank', value: rank.value, above: rank.above, below: rank.below, among: rank.of, unit: RANK_UNITS[measure] };
  return known([
    cite(report, { figure: 'rank', unit: 'number', from }, making, [...at, 'rank']),
    cite(report, { figure: 'rankValue', unit: RANK_UNITS[measure], from }, making, [...at, 'value']),
    citeQuotient(report, { figure: 'rankShare', unit: 'share', from }, [...at, 'value'], [...at, 'total']),
    rank.tied > 0 ? cite(report, { figure: 'tied', unit: 'number', from }, making, [...at, 'tied']) : null,
  ]);
}

/** The reported coverage held against one basis, of a commune or of the province. */
export function reportedFigures(of: Citation<Pick<ReportRecord | ProvinceRecord, 'reported'>>, meaning: ReportedMeaning, basis: ReportedBasis): FigureReceipt[] {
  const candidate: FigurePath = ['reported', 'candidates', { meaning, basis }];
  const from = basis === 'land' ? LAND : HAMLETS;
  const found = of.output.reported?.candidates.find((c) => c.meaning === meaning && c.basis === basis);
  return known([
    found?.fitted ? null : citeDifference(of, { figure: 'reportedDifference', unit: 'points', from: [...from, 'indicators'] }, [...candidate, 'share'], ['reported', 'share']),
    cite(of, { figure: 'reportedShare', unit: 'share', from: ['indicators'] }, { by: 'given' }, ['reported', 'share']),
  ]);
}

function distance(from: LngLat, to: { name: string; position: LngLat } | null): FigureMaking {
  return { by: 'distance', from, to };
}

function mastFigure(report: Report, from: LngLat, mast: MastThere | null, at: FigurePath, of?: string, place: 'localities' | 'old-units' = 'localities'): FigureReceipt | null {
  return mast && cite(report, { figure: 'mastKm', unit: 'km', from: [place, ...LAND, 'sites'], ...(of === undefined ? {} : { of }) }, distance(from, { name: mast.name || mast.siteId, position: mast.position }), [...at, 'nearestMast', 'km']);
}

function fibreFigure(report: Report, from: LngLat, fibre: FibreThere | null, at: FigurePath, of?: string, place: 'localities' | 'old-units' = 'localities'): FigureReceipt | null {
  return fibre && cite(report, { figure: 'fibreKm', unit: 'km', from: [place, 'fibre', 'routes'], ...(of === undefined ? {} : { of }) }, distance(from, fibre.position && { name: fibre.name || fibre.fibreId!, position: fibre.position }), [...at, 'nearestFibre', 'km']);
}
