/** Rows of a file of reported figures, and how they take the place of the bundled ones. */
import { foldToKey } from '../core/fold';
import type { Indicator } from '../core/model';
import type { Indicators } from './bundled-files';
import { parseCount, parseMeasure } from './numbers';
import { DuplicateFinder, type RowReader } from './rows';

/** Scope of the bundled figures of Hà Giang. */
export const HOME_SCOPE = 'H\u00e0 Giang province';

/** Folded words of reports → the identifiers that the page has labels for. Other words stay as they are written. */
const KNOWN: ReadonlyMap<string, string> = new Map([
  ['trambts', 'bts_total'], ['tongsotrambts', 'bts_total'], ['sotrambts', 'bts_total'],
  ['tram2g', 'bts_2g'], ['tram3g', 'bts_3g'], ['tram4g', 'bts_4g'], ['tram5g', 'bts_5g'],
  ['xacocapquangdentrungtam', 'communes_with_fibre_to_centre'],
  ['xacobangrongotrungtamvanoidongdan', 'communes_with_broadband_in_centre_and_populated_areas'],
  ['phusongdidong', 'mobile_coverage'], ['tylephusongdidong', 'mobile_coverage'],
  ['nguoidungdienthoaithongminh', 'smartphone_share'], ['tylenguoidungdienthoaithongminh', 'smartphone_share'],
  ['dichvucongtructuyenmucdo4', 'online_services_level_4'],
  ['hosogiaiquyettrenmoitruongdientu', 'electronic_case_handling'],
  ['coquancocongtrangthongtindientu', 'agencies_with_portal'],
  ['vanbanguinhandientu', 'documents_exchanged_electronically'],
  ['ubndhuyenxacophonghoptructuyen', 'district_and_commune_offices_with_video_link'],
  ['thoncosongdidong', 'hamlets_covered'],
]);

const UNITS: ReadonlyMap<string, string> = new Map([
  ['', 'percent'], ['phantram', 'percent'], ['percent', 'percent'], ['tram', 'station'], ['station', 'station'], ['stations', 'station'], ['thon', 'hamlet'], ['hamlet', 'hamlet'], ['hamlets', 'hamlet'],
  ['soxa', 'percent of communes'], ['sothon', 'percent of hamlets'],
]);
const PERCENT: ReadonlyMap<string, number> = new Map([['%', 1]]);
const HOME_SCOPES = new Set(['hagiang', 'tinhhagiang', 'tinhhagiangcu', 'hagiangcu', 'hagiangprovince']);

/** `%` folds to nothing, so that a unit of it alone is ''. */
function unitOf(text: string): string {
  const percent = text.includes('%');
  const key = foldToKey(text);
  const known = UNITS.get(key);
  return known !== undefined && (percent ? known.startsWith('percent') : key !== '' && !known.startsWith('percent of')) ? known : text;
}

/** `2.418` of stations or subscribers is a count with its thousands grouped, as reports write it; of a percentage it is a decimal. */
function valueOf(text: string, unit: string): number | null {
  const count = unit.startsWith('percent') || text.startsWith('0') ? null : parseCount(text);
  return count ?? parseMeasure(text, PERCENT);
}

export function createIndicatorReader(): (reader: RowReader) => Indicator | null {
  const duplicates = new DuplicateFinder();
  return (reader) => {
    const words = reader.required('indicator');
    const valueText = reader.required('value');
    const unit = unitOf(reader.text('unit') === '' && valueText.includes('%') ? '%' : reader.required('unit'));
    const value = valueText === '' ? null : valueOf(valueText, unit);
    if (valueText !== '' && value === null) reader.error('bad-number', 'value', valueText);
    const reportedText = reader.required('reported');
    const scope = reader.text('scope');
    const indicator = {
      indicator: KNOWN.get(foldToKey(words)) ?? words,
      unit,
      scope: HOME_SCOPES.has(foldToKey(scope)) ? HOME_SCOPE : scope,
      reported: (reader.date('reported') ?? '').slice(0, 10),
      source: reader.required('source'),
    };
    const key = JSON.stringify([indicator.indicator, indicator.scope, indicator.reported || reportedText]);
    if (words !== '' && duplicates.check(reader, 'indicator', words, key)) return null;
    if (reader.failed || value === null) return null;
    duplicates.keep(reader, key);
    return { ...indicator, value };
  };
}

/** The latest figure of each indicator for the province itself, or for no area in particular; the rest beside, in the order of the file. */
export function indicatorsOf(rows: readonly Indicator[]): Indicators {
  const latest = new Map<string, Indicator>();
  for (const row of rows) {
    const before = latest.get(row.indicator);
    if ((row.scope === HOME_SCOPE || row.scope === '') && (!before || before.reported < row.reported)) latest.set(row.indicator, row);
  }
  const isLatest = (row: Indicator) => latest.get(row.indicator) === row;
  return { seed: rows.filter(isLatest), other: rows.filter((row) => !isLatest(row)) };
}
