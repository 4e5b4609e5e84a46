/** A scenario's receipt in words: for the dialog and for exports. */
import type { Scenario } from '../core/scenario';
import { ADDED_FILE } from '../core/scenario-command-line';
import type { ScenarioAnswers, ScenarioFormula, ScenarioReceipt, ScenarioSubject } from '../core/scenario-receipt';
import { told as said } from '../core/told';
import { lang } from '../state/language';
import { project } from '../state/project';

const MOST_NAMED = 12;

const words = () => lang.value.text.scenarioReceipt;

/** Name of the figure. */
export function subjectText(subject: ScenarioSubject): string {
  const w = words();
  switch (subject.kind) {
    case 'change':
    case 'step':
      return `${w.fields[subject.field]}, ${w.moments[subject.moment]}`;
    case 'hamlets':
      return subject.of === 'hamlets' ? w.hamlets[subject.change] : w.people(w.hamlets[subject.change]);
    case 'changed':
      return w.changed;
    case 'found':
      return w.found[subject.figure];
    case 'next':
      return w.mast[subject.figure];
    case 'critical':
      return w.critical[subject.figure];
    case 'rank':
      return w.sides[subject.side];
  }
}

/** Where the subject is, by name; null for the province. */
export function placeText(subject: ScenarioSubject, { next }: ScenarioAnswers): string | null {
  const data = project.value!;
  switch (subject.kind) {
    case 'change':
    case 'rank':
      return data.communes.find((c) => c.code === subject.code)?.name ?? null;
    case 'critical':
      return data.cells.find((c) => c.siteId === subject.siteId)?.name ?? subject.siteId;
    case 'next': {
      const mast = next?.found.masts[subject.order - 1];
      return mast ? lang.value.text.next.proposed(lang.value.format.number(subject.order), mast.candidate.name) : null;
    }
    default:
      return null;
  }
}

export function figureText(subject: ScenarioSubject, value: number | null): string {
  const { text, format } = lang.value;
  if (value === null) return text.noData;
  const km2 = ((subject.kind === 'change' || subject.kind === 'step') && subject.field === 'gapKm2') || (subject.kind === 'critical' && subject.figure === 'landKm2');
  if (subject.kind === 'found' && subject.figure === 'guarantee') return format.percent(value, 2);
  return km2 ? format.km2(value) : told(value);
}

function told(value: number | null): string {
  const { text, format } = lang.value;
  if (value === null) return text.noData;
  const size = format.number(Math.abs(value), Number.isInteger(value) ? 0 : 3);
  return value < 0 ? `\u2212${size}` : size;
}

export function formulaText(subject: ScenarioSubject, formula: ScenarioFormula, value: number | null): string {
  const w = words();
  const { text } = lang.value;
  switch (formula.kind) {
    case 'change':
      return w.change(told(formula.before), told(formula.after), told(formula.difference));
    case 'list': {
      const what = subject.kind === 'hamlets' ? w.hamlets[subject.change] : '';
      if (subject.kind === 'hamlets' && subject.of === 'hamlets') return w.list(what, told(formula.hamlets));
      return `${w.listPeople(what, told(formula.people), told(formula.hamlets))}${formula.missing > 0 ? `. ${w.missing(told(formula.missing))}` : ''}`;
    }
    case 'gain':
      return w.gain(w.aims[formula.objective], told(formula.from), told(formula.to), told(formula.before), told(formula.after), told(value));
    case 'counted':
      return w.counted(w.changed, told(formula.count));
    case 'found':
      return w.proven[formula.figure];
    case 'sole':
      return w.sole(w.critical[formula.figure], told(formula.value));
    case 'rank':
      return w.rank(text.need.measures[formula.measure], told(formula.value), told(formula.larger), told(formula.of), told(value));
  }
}

/** What a scenario changes, one line each; that it is nothing, where it is. */
export function scenarioParts({ on, ends, down, roaming, added }: Scenario, off: readonly string[]): string[] {
  const w = words();
  const { format } = lang.value;
  const named = (names: readonly string[]) => `${names.slice(0, MOST_NAMED).join(', ')}${names.length > MOST_NAMED ? ' \u2026' : ''}`;
  const communes = (codes: readonly string[]) => named(codes.map((code) => project.value!.communes.find((c) => c.code === code)?.name ?? code));
  const day = (date: string) => (date.length === 10 ? format.date(date) : date);
  const parts = [
    ...(off.length > 0 ? [w.parts.before2G(off.join(', '))] : []),
    ...ends.map(({ technology, operator, date }) => w.parts.ends(technology, operator ?? w.parts.everyone, date && day(date))),
    ...(on === null ? [] : [w.parts.on(day(on))]),
    ...(down.operators.length > 0 ? [w.parts.operators(named(down.operators))] : []),
    ...(down.masts.length > 0 ? [w.parts.masts(named(down.masts))] : []),
    ...(down.communes.length > 0 ? [w.parts.communes(communes(down.communes))] : []),
    ...(down.withoutGridPower ? [w.parts.noGrid] : []),
    ...(down.microwave ? [w.parts.microwave] : []),
    ...(roaming.length > 0 ? [w.parts.roaming(format.number(roaming.length), communes(roaming))] : []),
    ...(added.length > 0 ? [w.parts.added(format.number(added.length), named(added.map((m) => m.name)))] : []),
  ];
  return parts.length > 0 ? parts : [w.now];
}

/** Sources with their date and whether real or modelled, and the masts that the reader placed. */
export function inputLines({ inputs, mastsByHand }: Pick<ScenarioReceipt, 'inputs' | 'mastsByHand'>): string[] {
  const { code, text, format } = lang.value;
  const sources = inputs.map(({ provenance: p }) => [`${said(p.what, code)} (${text.nature[p.nature]})`, p.date && format.date(p.date), p.nature === 'imported' ? null : said(p.source, code)].filter(Boolean).join(' \u00b7 '));
  return mastsByHand > 0 ? [...sources, words().byHand(format.number(mastsByHand))] : sources;
}

/** Where in the command's output the figure stands, and what the command needs or cannot do. */
export function pickLines({ pick, scenario, beyond }: ScenarioReceipt): string[] {
  const w = words();
  const list = pick.list.join('.');
  const where = Object.entries(pick.where).map(([field, value]) => `${field} = ${value}`).join(', ');
  const field = pick.take.path.join('.');
  return [
    list === '' ? w.pickWhole(field) : pick.take.by === 'count' ? w.pickCount(list, where) : pick.take.by === 'sum' ? w.pickSum(list, field) : w.pick(list, where, field),
    ...(scenario.added.length > 0 ? [w.addFile(ADDED_FILE, told(scenario.added.length))] : []),
    ...beyond.map((code) => w.beyond[code]),
  ];
}
