/** Rows of a sites file → cells. */
import type { Backhaul, BtsStatus, Cell } from '../core/model';
import { foldToKey } from '../core/fold';
import { DuplicateFinder, UNITS, type RowReader } from './rows';
import { parseTechnology } from './technology';

export const STATUS_WORDS: ReadonlyMap<string, BtsStatus> = new Map<string, BtsStatus>([
  ['active', 'active'], ['on', 'active'], ['onair', 'active'], ['hoatdong', 'active'], ['danghoatdong', 'active'], ['dangphatsong', 'active'], ['phatsong', 'active'],
  ['planned', 'planned'], ['plan', 'planned'], ['kehoach', 'planned'], ['dukien', 'planned'], ['quyhoach', 'planned'], ['chuaphatsong', 'planned'],
  ['off', 'off'], ['inactive', 'off'], ['offair', 'off'], ['tat', 'off'], ['dung', 'off'], ['ngunghoatdong', 'off'], ['dunghoatdong', 'off'], ['tamdung', 'off'],
]);

const BACKHAUL_WORDS: ReadonlyMap<string, Backhaul> = new Map<string, Backhaul>([
  ['fibre', 'fibre'], ['fiber', 'fibre'], ['quang', 'fibre'], ['capquang', 'fibre'],
  ['microwave', 'microwave'], ['viba', 'microwave'],
  ['satellite', 'satellite'], ['vsat', 'satellite'], ['vetinh', 'satellite'],
  ['none', 'none'], ['khong', 'none'], ['khongco', 'none'],
]);

/** Above zero, for measures where zero means nothing was entered. */
const POSITIVE = Number.MIN_VALUE;

export function createSiteReader(): (reader: RowReader) => Cell | null {
  const duplicates = new DuplicateFinder();
  return (reader) => {
    const siteId = reader.required('site_id');
    const name = reader.required('name');
    const position = reader.position();
    const technologyText = reader.required('technology');
    const technology = parseTechnology(technologyText);
    if (technologyText !== '' && !technology) reader.error('unknown-technology', 'technology', technologyText);
    reader.required('operator');
    const operator = reader.operator('operator') ?? '';
    const bandMhz = reader.measure('band_mhz', UNITS.mhz, POSITIVE, 100_000);
    const azimuth = reader.measure('azimuth_deg', UNITS.degrees, -360, 360);
    const azimuthDeg = azimuth === null ? null : (azimuth + 360) % 360;
    const cell = {
      siteId,
      name,
      operator,
      bandMhz,
      antennaHeightM: reader.measure('antenna_height_m', UNITS.meters, 0, 1000),
      eirpDbm: reader.measure('eirp_dbm', UNITS.dbm, -50, 120),
      azimuthDeg,
      beamwidthDeg: reader.measure('beamwidth_deg', UNITS.degrees, POSITIVE, 360),
      radiusMeters: reader.measure('radius_m', UNITS.meters, POSITIVE, 200_000),
      status: reader.choice('status', STATUS_WORDS) ?? 'active',
      hasElectricity: reader.yesNo('has_electricity'),
      backhaul: reader.choice('backhaul', BACKHAUL_WORDS),
      asOf: reader.date('as_of'),
    };

    let key: string | null = null;
    if (siteId !== '' && technology && operator !== '') {
      // A band or azimuth that cannot be read still tells two rows apart.
      const band = bandMhz ?? foldToKey(reader.text('band_mhz'));
      const direction = azimuthDeg ?? foldToKey(reader.text('azimuth_deg'));
      key = JSON.stringify([siteId, technology, operator, band, direction]);
      if (duplicates.check(reader, 'site_id', siteId, key)) return null;
    }
    if (reader.failed || !position || !technology || key === null) return null;
    duplicates.keep(reader, key);
    return { ...cell, position, technology };
  };
}
