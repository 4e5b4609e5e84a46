/** What the figures in view are made of: modelled as long as anything modelled goes into them. */
import { computed } from '@preact/signals';
import type { DatasetKind, Nature } from '../core/model';
import { known } from './known';
import { view } from './view';

const of = (kind: string): Nature | null => known.value?.datasets.find((d) => d.kind === kind)?.provenance.nature ?? null;

/** Of the coverage that gaps are taken from. */
export const coverageNature = computed((): Nature => {
  const stations = of('sites');
  const claimed = of('coverage');
  if (view.value.coverage === 'measured') return of('measurements') ?? stations ?? 'modelled';
  return (view.value.coverage === 'claimed' || !stations ? claimed : stations) ?? 'modelled';
});

/** Of the stations on the map and in counts. */
export const stationsNature = computed((): Nature => of('sites') ?? 'imported');

/** Of the hamlets. */
export const hamletsNature = computed((): Nature => of('localities') ?? 'imported');

export const fibreNature = computed((): Nature => of('fibre') ?? 'imported');

/** Of a figure that both coverage and hamlets go into. */
export const figuresNature = computed((): Nature => (coverageNature.value === 'modelled' || hamletsNature.value === 'modelled' ? 'modelled' : 'imported'));

/** Whether any modelled data is loaded. */
export const anyModelled = computed(() => known.value?.datasets.some((d) => d.provenance.nature === 'modelled') ?? true);

/** Whether the reported figures are the reader's own, which nothing here was fitted to. */
export const ownIndicators = computed(() => known.value?.datasets.some((d) => d.kind === 'indicators') ?? false);

/** Whether the stations and hamlets in view were made to agree with the reported figures in view. */
export const fittedToReport = computed(() => coverageNature.value === 'modelled' && hamletsNature.value === 'modelled' && view.value.coverage === 'stations' && !ownIndicators.value);

/** Whether the project has data of the reader's own of a kind. */
export function hasOwn(kind: DatasetKind): boolean {
  return known.value?.datasets.some((d) => d.kind === kind && d.provenance.nature === 'imported') ?? false;
}
