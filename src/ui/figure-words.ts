import type { FigureReceipt, FigureUnit, FigureValue } from '../core/figure-receipt';
import { pathText } from '../core/figure-path';
import type { HamletReason } from '../core/hamlet-report';
import type { HamletState } from '../core/hamlets';
import type { LngLat } from '../core/model';
import { lang } from '../state/language';
import type { ReportText } from '../strings';
import { reasonText } from './wording';

type Words = ReportText['receipts'];

/** The name of a figure in the list to choose from. */
export function figureName({ figure, of }: FigureReceipt, words: Words): string {
  return of === null ? words.figures[figure] : `${words.figures[figure]}: ${of}`;
}

export function figureValue({ unit, value }: FigureReceipt, words: Words): string {
  return said(unit, value, words);
}

function said(unit: FigureUnit, value: FigureValue, words: Words): string {
  const { text, format } = lang.value;
  switch (unit) {
    case 'km2': return format.km2(value as number);
    case 'km': return format.km(value as number);
    case 'meters': return format.meters(value as number);
    case 'share': return format.percent(value as number, 2);
    case 'points': return format.points(value as number, 2);
    case 'number': return format.number(value as number, digitsOf(value as number));
    case 'place': return format.position(value as LngLat);
    case 'list': return (value as readonly string[]).join(', ') || words.nothing;
    case 'state': return text.hamlets.state[value as HamletState];
    case 'power': return text.hamlets.hasPower[value ? 'yes' : 'no'];
    case 'reason': return reasonText(value as HamletReason);
    case 'signal': return words.signal[value as keyof typeof words.signal];
    case 'text': return String(value);
  }
}

/** Reported figures have the digits that they were reported with. */
function digitsOf(value: number): number {
  return /\.(\d{1,6})$/.exec(String(value))?.[1]!.length ?? 0;
}

/** How the figure comes about, with its values put in. */
export function makingText(receipt: FigureReceipt, all: Words): string {
  const { format } = lang.value;
  const { making, unit, value } = receipt;
  const words = all.making;
  const exact = (v: number) => format.number(v, Number.isInteger(v) ? 0 : 3);
  const place = (point: LngLat) => `${format.number(point[0], 5)}; ${format.number(point[1], 5)}`;
  const equals = (how: string) => `${figureName(receipt, all)} = ${typeof value === 'number' && (unit === 'km' || unit === 'km2') ? `${exact(value)} ${unit === 'km' ? 'km' : 'km²'}` : said(unit, value, all)}: ${how}`;
  switch (making.by) {
    case 'given': return equals(words.given);
    case 'area': return equals(words.area);
    case 'count': return equals(words.count);
    case 'served': return equals(words.served(format.number(making.operators), format.number(making.of)));
    case 'best': return equals(words.best);
    case 'piece': return equals(words.piece(format.number(making.number)));
    case 'pole': return equals(words.pole);
    case 'distance': return equals(making.to ? words.distance(place(making.from), making.to.name, place(making.to.position)) : words.route(place(making.from)));
    case 'nearest': return equals(words.nearest(place(making.from)));
    case 'state': return equals([
      making.reachedBy.length > 0 ? words.reaches(making.reachedBy.join(', ')) : words.reachesNone,
      making.servedShare === null ? '' : words.disc(format.percent(making.servedShare, 2), format.radius(making.radiusMeters), format.percent(making.least, 0)),
    ].filter(Boolean).join('; '));
    case 'reaching': return equals(words.reaching);
    case 'rank': return equals([
      words.rank(said(making.unit, making.value, all), format.number(making.among)),
      making.above ? words.above(making.above.name, said(making.unit, making.above.value, all)) : '',
      making.below ? words.below(making.below.name, said(making.unit, making.below.value, all)) : '',
    ].filter(Boolean).join('; '));
    case 'hamlets-of-unit': return equals(words.hamletsOfUnit(format.number(making.count)));
    case 'sum-of-communes': return equals(words.sumOfCommunes(format.number(making.communes)));
    case 'sum-of-units': return equals(words.sumOfUnits(format.number(making.units)));
    case 'split-people': return equals(words.splitPeople);
    case 'rows-used': return equals(making.all === null || making.leftOut === null ? words.rowsUsed : words.rowsLess(format.number(making.all), format.number(making.leftOut)));
    case 'left-out': return equals(making.because.length === 0 ? words.leftOutNone : words.leftOut(making.because.map(({ code, rows }) => words.leftOutFor(code, format.number(rows))).join(', ')));
    case 'compared': return equals(words.compared[making.kind]);
    case 'moved': return equals(words.moved);
    case 'ground': return equals(words.ground);
    case 'quotient': return `${figureName(receipt, all)} = ${exact(making.part)} ÷ ${exact(making.whole)} = ${said(unit, value, all)}`;
    case 'difference': return unit === 'points'
      ? `${figureName(receipt, all)} = ${format.percent(making.less, 2)} − ${format.percent(making.than, 2)} = ${said(unit, value, all)}`
      : `${figureName(receipt, all)} = ${exact(making.less)} − ${exact(making.than)} = ${format.signed(value as number)}`;
  }
}

/** Where the figure stands in the command's output. */
export function placeText({ paths }: FigureReceipt, words: Words): string {
  const [first, second] = paths.map(pathText);
  return second === undefined ? words.field(first!) : words.fields(first!, second);
}

/** Why the command could not give the same; empty where it can. */
export function beyondText({ beyond }: FigureReceipt, { sources, receipts }: ReportText): string {
  const told: Partial<Record<typeof beyond[number], string>> = { 'reported-figures': receipts.beyondReported, 'readings-differ': receipts.beyondReadings };
  return [...new Set(beyond.map((b) => told[b] ?? sources.beyond))].join(' ');
}
