/** Masts placed by hand as a sites file, in the command's own form whatever the language. */
import type { AddedMast } from '../core/scenario';
import { writeCsv } from './write-csv';

const COLUMNS = ['site_id', 'name', 'lat', 'lng', 'technology', 'operator', 'radius_m', 'antenna_height_m', 'eirp_dbm', 'has_electricity', 'backhaul'];

/** A row for each technology of each mast. */
export function addedMastsCsv(added: readonly AddedMast[]): string {
  const rows = added.flatMap((m) => m.technologies.map((t) => [m.id, m.name, m.position[1], m.position[0], t, m.operator, m.radiusMeters, m.heightM, m.eirpDbm, m.hasElectricity, m.backhaul]));
  return writeCsv(COLUMNS, rows);
}
