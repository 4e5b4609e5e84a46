/** Before, after and difference of a scenario as tables. */
import type { CommuneChange, HamletChange, HamletChanges, NeedChange, NeedFigures } from '../core/scenario-difference';
import { type CsvCell, type CsvWriteOptions, writeCsv } from './write-csv';

const FIGURES: readonly (keyof NeedFigures)[] = ['gapKm2', 'populationGap', 'populationLom', 'localitiesTrang', 'localitiesLom'];

/** Each figure before, after, and by how much it differs; of the province, code and name are empty. */
export const CHANGE_COLUMNS: readonly string[] = ['code', 'name', 'technology', 'operator', ...FIGURES.flatMap((figure) => [`${figure}Before`, `${figure}After`, `${figure}Difference`])];

/** The cells of a change, in the order of `CHANGE_COLUMNS`. */
export function changeCells(change: CommuneChange | NeedChange): (string | number | null)[] {
  const [code, name] = 'code' in change ? [change.code, change.name] : [null, null];
  return [code, name, change.technology, change.operator, ...FIGURES.flatMap((figure) => [change.before[figure], change.after[figure], change.difference[figure]])];
}

/** As CSV text; Vietnamese has `;`, decimal commas and a byte order mark. */
export function changesToCsv(changes: readonly CommuneChange[], form: CsvWriteOptions): string {
  const rows: CsvCell[][] = changes.map(changeCells);
  return writeCsv(CHANGE_COLUMNS, rows, form);
}

/** `change` is `losingLast`, `keepingOne` or `gaining`; operators are joined by `+`. */
export const HAMLET_CHANGE_COLUMNS: readonly string[] = ['change', 'localityId', 'name', 'communeCode', 'population', 'operatorsBefore', 'operatorsAfter'];

/** A row for each hamlet that changes, in the order of `HAMLET_CHANGE_COLUMNS`. */
export function hamletChangeCells(changes: HamletChanges): (string | number | null)[][] {
  const cells = (kind: keyof HamletChanges) =>
    changes[kind].map(({ localityId, name, communeCode, population, operatorsBefore, operatorsAfter }: HamletChange) =>
      [kind, localityId, name, communeCode, population, operatorsBefore.join('+'), operatorsAfter.join('+')]);
  return [...cells('losingLast'), ...cells('keepingOne'), ...cells('gaining')];
}
