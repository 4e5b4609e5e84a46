/** Numbers as people write them: point or comma, grouped thousands, a unit behind. */

const PLAIN = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i;
/** At least two groups, or one group and a decimal mark that differs from the group's. */
const GROUPED = /^[+-]?\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d+)?|(?:,\d{3}){2,}(?:\.\d+)?|\.\d{3},\d+|,\d{3}\.\d+|(?: \d{3})+(?:[.,]\d+)?|(?:'\d{3})+(?:[.,]\d+)?)$/;
const GROUPED_WHOLE = /^[+-]?\d{1,3}(?:\.\d{3})+$|^[+-]?\d{1,3}(?:,\d{3})+$/;
/** A double written out in full, with room for spaces and a unit. */
const LONGEST_NUMBER = 400;
const UNIT = /\s*([a-z%\u00b0/\u00b2]+\.?)$/i;

/** Heights are often told in words: `Cao 50m`. */
const HEIGHT_WORD = /^\s*(?:(?:chi\u1ec1u\s+)?cao|height|h)\s*[:=]?\s*(?=\d)/i;

function straighten(text: string): string {
  return text
    .trim()
    .replace(/[\u2212\u2012\u2013\u2014]/g, '-')
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ');
}

/**
 * A decimal in either notation (`22.8`, `22,8`, `7.07E-2`), thousands grouped where that is beyond doubt
 * (`2.530.500,25`). null where it is not a number, or not a finite one.
 */
export function parseDecimal(text: string): number | null {
  if (text.length > LONGEST_NUMBER) return null;
  const straight = straighten(text);
  let value: number;
  if (PLAIN.test(straight)) value = Number(straight.replace(',', '.'));
  else if (GROUPED.test(straight)) value = Number(ungroup(straight));
  else return null;
  return Number.isFinite(value) ? value : null;
}

function ungroup(text: string): string {
  const bare = text.replace(/[ ']/g, '');
  const lastPoint = bare.lastIndexOf('.');
  const lastComma = bare.lastIndexOf(',');
  const decimal = Math.max(lastPoint, lastComma);
  if (decimal === -1) return bare;
  const mark = bare[decimal]!;
  // A mark that occurs twice groups thousands.
  if (bare.indexOf(mark) !== decimal) return bare.replace(/[.,]/g, '');
  return bare.slice(0, decimal).replace(/[.,]/g, '') + '.' + bare.slice(decimal + 1);
}

/** Whether the text is grouped digits such as `115.259.760`: a large number, or one that lost its decimal mark. */
export function isGrouped(text: string): boolean {
  return GROUPED.test(straighten(text));
}

/**
 * A measure with or without its unit (`-72 dBm`, `228m`, `2,5 km`, `Cao 50m`).
 * @param units folded unit → factor; '' is not needed for "no unit"
 */
export function parseMeasure(text: string, units: ReadonlyMap<string, number>): number | null {
  if (text.length > LONGEST_NUMBER) return null;
  const bare = text.normalize('NFC').replace(HEIGHT_WORD, '');
  const plain = parseDecimal(bare);
  if (plain !== null) return plain;
  const unit = UNIT.exec(bare);
  if (!unit) return null;
  const factor = units.get(unit[1]!.toLowerCase());
  if (factor === undefined) return null;
  const value = parseDecimal(bare.slice(0, unit.index));
  return value === null ? null : value * factor;
}

/** A count of things: whole, not negative, thousands grouped by one mark or another (`1.234` is 1234 here). */
export function parseCount(text: string): number | null {
  const straight = straighten(text);
  const value = GROUPED_WHOLE.test(straight) ? Number(straight.replace(/[.,]/g, '')) : parseDecimal(straight);
  return value !== null && Number.isInteger(value) && value >= 0 ? value : null;
}
