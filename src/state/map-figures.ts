/** Receipts of what the map's legend and its list count, as the page has them. */
import { citationOf, type FigureContext, type FigureReceipt, mapCitation } from '../core/figure-receipt';
import { mapCounts } from '../core/map-counts';
import { communeOnMapFigures, hamletOnMapFigures, legendFigures, type MapCount, mapFigures } from '../core/map-receipt';
import type { Box, CoverageKind, GapRow, Technology } from '../core/model';
import { once } from '../core/once';
import { conflicts } from './conflicts';
import { mapExtent } from './map-extent';
import { project } from './project';
import { mainQuestion } from './results';
import { answerOnMap, scenarioOnMap, shownCells } from './scene';

/** Of coverage and readings as they are loaded, whichever of them the figures come from. */
const OF_BOTH: readonly MapCount[] = ['coverage', 'measurements', 'conflicts'];

/** Wherever they stand, as the legend counts. */
export function legendCounts(technologies: readonly Technology[], counts: readonly MapCount[], contextOf: (coverage?: 'both') => FigureContext): FigureReceipt[] {
  return legendFigures(citation(null, contextOf()), technologies, counts);
}

/** Of what is in view. */
export function countsInView(counts: readonly MapCount[], contextOf: (coverage?: 'both') => FigureContext): FigureReceipt[] {
  const [plain, ofBoth] = [once(() => citation(mapExtent.value, contextOf())), once(() => citation(mapExtent.value, contextOf('both')))];
  return counts.flatMap((count) => mapFigures(OF_BOTH.includes(count) ? ofBoth() : plain(), [count]));
}

/** Of a commune as the map has it, under a scenario where one is shown. */
export function communeOnMap(code: string, contextOf: () => FigureContext): FigureReceipt[] {
  const rows = (answerOnMap.value?.rows ?? []).filter((row) => row.code === code);
  return communeOnMapFigures(mapCitation(rows, { commune: code }, mainQuestion.value, scenarioOnMap.value, kindsOf(rows), contextOf()));
}

/** Of a hamlet that says its commune. */
export function hamletOnMap(localityId: string, contextOf: () => FigureContext): FigureReceipt[] {
  const hamlet = project.value!.localities.find((l) => l.localityId === localityId);
  if (!hamlet?.communeCode) return [];
  return hamletOnMapFigures(citationOf({ hamlets: [hamlet] }, { report: hamlet.communeCode }, mainQuestion.value, [], contextOf()), localityId);
}

function citation(box: Box | null, context: FigureContext) {
  const rows = answerOnMap.value?.rows ?? [];
  const map = mapCounts({ ...project.value!, cells: shownCells.value, conflicts: conflicts.value?.points ?? [] }, mainQuestion.value, rows, box);
  return mapCitation({ map }, { box }, mainQuestion.value, scenarioOnMap.value, kindsOf(rows), context);
}

const kindsOf = (rows: readonly GapRow[]): CoverageKind[] => [...new Set(rows.flatMap((row) => row.source))];
