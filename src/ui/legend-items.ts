/** What the legend names, as data: the page draws it with elements, the printed map on a canvas. */
import { TECHNOLOGIES, type Technology } from '../core/model';
import { lang } from '../state/language';
import { simpleMapReason } from '../state/map-kind';
import type { FiguresAsked } from '../state/receipts';
import { scene } from '../state/scene';
import { view } from '../state/view';
import type { OldCentreOnMap } from '../style/scene';
import { SHARE_CLASSES, SHARE_CLASS_ENDS, type ShareClass, shareClass } from '../style/share-class';
import { technologyList } from './wording';

export type AreaSwatch = 'gap' | 'covered' | 'no-data' | 'coverage' | 'gained' | 'lost';

export type Swatch =
  | { kind: 'area'; area: AreaSwatch }
  | { kind: 'technology'; technology: Technology }
  | { kind: 'fibre' | 'route' | 'largest' | 'district' }
  | { kind: 'old-centre'; signal: OldCentreOnMap['signal'] }
  | { kind: 'share'; step: ShareClass }
  | { kind: 'hamlet'; state: 'covered' | 'lom' | 'trang' }
  | { kind: 'proposed'; stands: boolean }
  | { kind: 'level'; level: 'usable' | 'weak' | 'poor' }
  /** A character that stands on the map as it is. */
  | { kind: 'sign'; sign: string };

export interface LegendItem {
  swatch: Swatch;
  label: string;
}

export const CHANGE_SIGNS = { added: '+', removed: '−', moved: '→', changed: '~' } as const;
const CONFLICT_SIGNS = { 'claimed-but-poor': '×', 'usable-but-unclaimed': '+' } as const;

/** What the legend's numbers are of; null where it has none. */
export function legendCounted(): Extract<FiguresAsked, { of: 'legend' }> | null {
  const { layers } = view.value;
  const { cells, routes } = scene.value;
  const technologies = layers.includes('bts') ? TECHNOLOGIES.filter((technology) => cells.some((cell) => cell.technology === technology)) : [];
  const counts = (['fibre', 'routes'] as const).filter((count) => layers.includes(count) && (count === 'fibre' || routes.length > 0));
  return technologies.length + counts.length > 0 ? { of: 'legend', technologies, counts } : null;
}

/** Of what the map shows just now, and nothing else. */
export function legendItems(): LegendItem[] {
  const { text, format } = lang.value;
  const { layers, technologies } = view.value;
  const { communes, cells, fibre, routes, hamlets, oldCentres, districts, measurements, conflicts, changes, proposed, largestGapPoint } = scene.value;
  const items: LegendItem[] = [];
  const put = (swatch: Swatch, label: string, shown = true) => {
    if (shown) items.push({ swatch, label });
  };
  const has = (layer: (typeof layers)[number]) => layers.includes(layer);
  const anyState = (...states: (string | null)[]) => communes.some((c) => states.includes(c.state));
  const list = technologyList(technologies);

  if (has('gaps')) {
    // The simple map has shares of whole communes until, and unless, there are polygons.
    const byShare = simpleMapReason.value === null ? [] : communes.filter((c) => c.gap.length === 0).map((c) => shareClass(c.gapShare));
    put({ kind: 'area', area: 'gap' }, text.map.legendGap(list), anyState('gap', 'partial') && (byShare.every((step) => step === null)));
    for (const step of SHARE_CLASSES) {
      const [from, to] = [step === 1 ? 0 : SHARE_CLASS_ENDS[step - 2]!, step === SHARE_CLASSES.length ? 1 : SHARE_CLASS_ENDS[step - 1]!];
      put({ kind: 'share', step }, text.simpleMap.legendShare(list, format.percent(from, 0), format.percent(to, 0)), byShare.includes(step));
    }
    put({ kind: 'area', area: 'covered' }, text.map.legendCovered(list), anyState('covered', 'partial'));
  }
  put({ kind: 'area', area: 'no-data' }, text.map.legendNoData, has('no-data') && (anyState('no-data') || communes.some((c) => c.unknown.length > 0)));
  if (has('bts')) {
    for (const technology of TECHNOLOGIES) {
      const bts = new Set(cells.flatMap((c) => (c.technology === technology ? `${c.siteId} ${c.operator}` : [])));
      put({ kind: 'technology', technology }, text.map.legendBts(technology, format.number(bts.size)), bts.size > 0);
    }
  }
  put({ kind: 'fibre' }, text.map.legendFibre(format.number(fibre.filter((f) => f.position).length)), has('fibre'));
  put({ kind: 'route' }, text.map.legendRoutes(format.number(routes.length)), has('routes') && routes.length > 0);
  for (const state of ['covered', 'lom', 'trang'] as const) put({ kind: 'hamlet', state }, text.map.legendHamlet[state], has('hamlets') && hamlets.some((h) => h.state === state));
  for (const signal of ['reached', 'not', 'no-data'] as const) put({ kind: 'old-centre', signal }, text.oldUnits.centreLegend[signal](list), has('old-centres') && oldCentres.some((c) => c.signal === signal));
  put({ kind: 'district' }, text.oldUnits.districtLegend, districts.length > 0);
  for (const level of ['usable', 'weak', 'poor'] as const) put({ kind: 'level', level }, text.map.legendLevel[level], has('measurements') && measurements.length > 0);
  for (const kind of ['claimed-but-poor', 'usable-but-unclaimed'] as const) {
    put({ kind: 'sign', sign: CONFLICT_SIGNS[kind] }, text.map.legendConflict[kind], has('conflicts') && conflicts.some((c) => c.kind === kind));
  }
  if (has('changes')) {
    for (const kind of ['added', 'removed', 'moved', 'changed'] as const) put({ kind: 'sign', sign: CHANGE_SIGNS[kind] }, text.map.legendChange[kind], changes.some((c) => c.kind === kind));
    for (const kind of ['gained', 'lost'] as const) put({ kind: 'area', area: kind }, text.map.legendChange[kind], changes.some((c) => c.kind === kind));
  }
  for (const stands of [true, false]) put({ kind: 'proposed', stands }, text.next.legend[stands ? 'stands' : 'toCome'], proposed.some((mast) => mast.stands === stands));
  put({ kind: 'area', area: 'coverage' }, text.map.legendCoverage, has('coverage'));
  put({ kind: 'largest' }, text.map.legendLargest, largestGapPoint !== null);
  return items;
}
