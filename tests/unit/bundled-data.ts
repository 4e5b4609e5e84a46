/** The bundled data as the core takes them, read once. */
import type { ReportInput } from '../../src/core/commune-report';
import { readBundledFibre, readBundledLocalities, readBundledSites, readGazetteer } from '../../src/formats/bundled';
import { data } from './cli-run';

export const gazetteer = readGazetteer(data('communes.topo.json'), data('old-units.json'));

export const bundledInput: ReportInput = {
  communes: gazetteer.communes,
  cells: readBundledSites(data('sites.csv'), gazetteer),
  coverage: null,
  measurements: null,
  localities: readBundledLocalities(data('localities.csv'), gazetteer),
  fibre: readBundledFibre(data('fibre.json')),
  oldUnits: gazetteer.oldUnits,
  bundled: true,
};
