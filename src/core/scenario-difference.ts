/** Before → after → difference: of two answers to the same questions, in land, people and hamlets. */
import type { HamletService } from './hamlet-service';
import type { GapRow, Locality } from './model';
import { provinceFigures } from './province';
import { compareText } from './text-order';

/** The figures that a scenario changes; null where a row has none. */
export interface NeedFigures {
  gapKm2: number | null;
  populationGap: number | null;
  populationLom: number | null;
  localitiesTrang: number | null;
  localitiesLom: number | null;
}

const NEED_FIELDS = ['gapKm2', 'populationGap', 'populationLom', 'localitiesTrang', 'localitiesLom'] as const;

export interface NeedChange {
  technology: GapRow['technology'];
  operator: string;
  before: NeedFigures;
  after: NeedFigures;
  /** after − before: what is newly without signal is positive. null where either is. */
  difference: NeedFigures;
}

export interface CommuneChange extends NeedChange {
  code: string;
  name: string;
  /** Land without signal, its people or its hamlets differ. */
  changed: boolean;
}

export interface ScenarioDifference {
  /** A row for each of the rows of both answers, in the order of `after`. */
  communes: CommuneChange[];
  /** One for each question, of all communes together. */
  province: NeedChange[];
}

const NO_FIGURES: NeedFigures = { gapKm2: null, populationGap: null, populationLom: null, localitiesTrang: null, localitiesLom: null };

/** Holds the rows of two answers against each other; a question that only one of them has has no difference. */
export function compareScenario(before: readonly GapRow[], after: readonly GapRow[]): ScenarioDifference {
  const questionOf = (row: GapRow) => `${row.technology}\n${row.operator}`;
  const keyOf = (row: GapRow) => `${row.code}\n${questionOf(row)}`;
  const earlier = new Map(before.map((row) => [keyOf(row), row]));
  const later = new Set(after.map(keyOf));
  const ended = before.filter((row) => !later.has(keyOf(row)));
  const communes = [
    ...after.map((row) => communeChange(row, changeOf(row, earlier.get(keyOf(row)) ?? NO_FIGURES, row))),
    ...ended.map((row) => communeChange(row, changeOf(row, row, NO_FIGURES))),
  ];
  const byQuestion = (rows: readonly GapRow[]) => {
    const groups = new Map<string, GapRow[]>();
    for (const row of rows) groups.set(questionOf(row), [...(groups.get(questionOf(row)) ?? []), row]);
    return groups;
  };
  const [groupsBefore, groupsAfter] = [byQuestion(before), byQuestion(after)];
  const province = [...new Set([...groupsAfter.keys(), ...groupsBefore.keys()])].map((key) => {
    const [was, is] = [groupsBefore.get(key), groupsAfter.get(key)];
    return changeOf((is ?? was)![0]!, was ? provinceFigures(was) : NO_FIGURES, is ? provinceFigures(is) : NO_FIGURES);
  });
  return { communes, province };
}

/** Less land than this is a matter of rounding. */
const LEAST_CHANGE_KM2 = 1e-6;

function communeChange({ code, name }: GapRow, change: NeedChange): CommuneChange {
  const { gapKm2, populationGap, localitiesTrang } = change.difference;
  return { code, name, ...change, changed: Math.abs(gapKm2 ?? 0) > LEAST_CHANGE_KM2 || (populationGap ?? 0) !== 0 || (localitiesTrang ?? 0) !== 0 };
}

function changeOf({ technology, operator }: GapRow, before: NeedFigures, after: NeedFigures): NeedChange {
  return { technology, operator, ...needChange(before, after) };
}

/** The figures alone, and their difference. */
export function needChange(before: NeedFigures, after: NeedFigures): Pick<NeedChange, 'before' | 'after' | 'difference'> {
  const change = { before: { ...NO_FIGURES }, after: { ...NO_FIGURES }, difference: { ...NO_FIGURES } };
  for (const field of NEED_FIELDS) {
    const [was, is] = [before[field], after[field]];
    change.before[field] = was;
    change.after[field] = is;
    change.difference[field] = was === null || is === null ? null : is - was;
  }
  return change;
}

export interface HamletChange {
  localityId: string;
  name: string;
  communeCode: string | null;
  population: number | null;
  operatorsBefore: string[];
  operatorsAfter: string[];
}

/** Hamlets in the order of their ids. */
export interface HamletChanges {
  /** Served before, by no one after. */
  losingLast: HamletChange[];
  /** Served by several operators before, by a single one after. */
  keepingOne: HamletChange[];
  /** Served by no one before, by someone after; not where nothing was known before. */
  gaining: HamletChange[];
}

const NO_SERVICE: HamletService = { served: null, operators: [] };

export function compareHamlets(localities: readonly Locality[], before: ReadonlyMap<string, HamletService>, after: ReadonlyMap<string, HamletService>): HamletChanges {
  const changes: HamletChanges = { losingLast: [], keepingOne: [], gaining: [] };
  for (const { localityId, name, communeCode, population } of [...localities].sort((a, b) => compareText(a.localityId, b.localityId))) {
    const [was, is] = [before.get(localityId) ?? NO_SERVICE, after.get(localityId) ?? NO_SERVICE];
    const change: HamletChange = { localityId, name, communeCode, population, operatorsBefore: was.operators, operatorsAfter: is.operators };
    if (was.served && is.served === false) changes.losingLast.push(change);
    else if (was.served === false && is.served) changes.gaining.push(change);
    else if (was.operators.length > 1 && is.operators.length === 1) changes.keepingOne.push(change);
  }
  return changes;
}
