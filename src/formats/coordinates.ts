/** One coordinate or a pair of them, as text: decimal degrees, degrees-minutes-seconds, metres. */
import { isGrouped, parseDecimal } from './numbers';

export interface Angle {
  /** Degrees, signed; or metres, where the text is a plain large number. */
  value: number;
  /** Which it is, where a hemisphere letter says so. */
  axis: 'lat' | 'lng' | null;
}

type Hemisphere = readonly [axis: 'lat' | 'lng', sign: 1 | -1];

/** English and Vietnamese; `N` is north (nothing in Vietnam lies south), the word "nam" is south. */
const HEMISPHERES: ReadonlyMap<string, Hemisphere> = new Map<string, Hemisphere>([
  ['n', ['lat', 1]], ['north', ['lat', 1]], ['b', ['lat', 1]], ['bac', ['lat', 1]], ['vd', ['lat', 1]],
  ['s', ['lat', -1]], ['south', ['lat', -1]], ['nam', ['lat', -1]],
  ['e', ['lng', 1]], ['east', ['lng', 1]], ['d', ['lng', 1]], ['dong', ['lng', 1]], ['kd', ['lng', 1]],
  ['w', ['lng', -1]], ['west', ['lng', -1]], ['t', ['lng', -1]], ['tay', ['lng', -1]],
]);

/** Prose that strays into a column of coordinates is not worth matching. */
const LONGEST_ANGLE = 60;
const LONGEST_PAIR = 400;

const NUMBER = String.raw`(\d+(?:[.,]\d+)?)`;
/** After straightening, degrees are followed by °, minutes by ', seconds by ", any of which may be a space or colon. */
const SEXAGESIMAL = new RegExp(String.raw`^([+-]?)\s*${NUMBER}(?:\s*°\s*|\s*[: ]\s*|-)${NUMBER}\s*(?:[': -]\s*(?:${NUMBER}\s*['"]{0,2})?)?$`);
const DEGREES_ONLY = new RegExp(String.raw`^([+-]?)\s*${NUMBER}\s*°?$`);

function straighten(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\u0111/g, 'd')
    .replace(/[\u00a0\u2007\u2009\u202f\s]+/g, ' ')
    .replace(/[\u2212\u2012\u2013\u2014]/g, '-')
    .replace(/''|\u2019\u2019|\u2032\u2032|\u00b4\u00b4|``|[\u2033\u201d\u201c\u02ba\u201f]/g, '"')
    .replace(/[\u2019\u2018\u2032\u00b4\u02b9\u02bc`]/g, "'")
    .replace(/[\u00b0\u00ba\u02da*]/g, '°')
    .replace(/(\d)\s*giay\b/g, '$1"')
    .replace(/(\d)\s*phut\b/g, "$1'")
    .replace(/(\d)\s*(?:do|deg)\b\.?/g, '$1°')
    .replace(/^([a-z]*\s*[+-]?\d+)\s*[od](?=\s*\d)/, '$1°')
    .trim();
}

/**
 * `22.8`, `22,8`, `2530500`, `22°49'30.5"N`, `22° 49,5' B`, `103o10'07"`, `080 14'`, `22.83 N`, `E 104:59:01`.
 * null where it is none of these (minutes and seconds must be below 60).
 */
export function parseAngle(text: string): Angle | null {
  if (text.length > LONGEST_ANGLE) return null;
  const plain = isGrouped(text) ? groupedMetres(text) : parseDecimal(text);
  if (plain !== null) return { value: plain, axis: null };

  let rest = straighten(text);
  let hemisphere: Hemisphere | undefined;
  const tail = /^(.*?[\d°'" ])\s*([a-z]{1,5})\.?$/.exec(rest);
  const head = /^([a-z]{1,5})[.:]?\s*(\d.*)$/.exec(rest);
  if (tail) {
    hemisphere = HEMISPHERES.get(tail[2]!);
    if (!hemisphere) return null;
    rest = tail[1]!.trim();
  } else if (head) {
    hemisphere = HEMISPHERES.get(head[1]!);
    if (!hemisphere) return null;
    rest = head[2]!;
  }

  let degrees: number;
  let sign: string;
  const parts = SEXAGESIMAL.exec(rest);
  if (parts) {
    const [whole, minutes, seconds] = [parts[2], parts[3], parts[4] ?? '0'].map((part) => Number(part!.replace(',', '.')));
    // A fraction is only possible in the last part given.
    if (minutes! >= 60 || seconds! >= 60 || !Number.isInteger(whole) || (parts[4] !== undefined && !Number.isInteger(minutes))) return null;
    degrees = whole! + minutes! / 60 + seconds! / 3600;
    sign = parts[1]!;
  } else {
    const only = DEGREES_ONLY.exec(rest);
    if (!only) return null;
    degrees = Number(only[2]!.replace(',', '.'));
    sign = only[1]!;
  }
  if (sign === '-') degrees = -degrees;
  return hemisphere ? { value: degrees * hemisphere[1], axis: hemisphere[0] } : { value: degrees, axis: null };
}

/** Grouped digits are metres (`2.530.500,25`); anything larger is a degree that lost its mark, and no number. */
function groupedMetres(text: string): number | null {
  const value = parseDecimal(text);
  return value !== null && Math.abs(value) < 10_000_000 ? value : null;
}

/**
 * Two coordinates in one cell: `22.83, 104.98`, `22,83; 104,98`, `49°11'23"N,16°32'13"E`, a map link. In the order
 * written. null where there are not exactly two.
 */
export function parseAnglePair(text: string): [first: Angle, second: Angle] | null {
  if (text.length > LONGEST_PAIR) return null;
  const link = /[@=/](-?\d+\.\d+),\s*\+?(-?\d+\.\d+)/.exec(/^https?:/i.test(text.trim()) ? text : '');
  const bare = link ? `${link[1]};${link[2]}` : text.trim().replace(/^[([]|[)\]]$/g, '');
  for (const separator of [/\s*[;|\n]\s*/, /\s*,\s+/, /\s*,\s*/, /\s+-\s+/, /(?<=[a-z"'])\s+(?=[\da-z])/i, /\s+/]) {
    const parts = bare.split(separator).filter((part) => part !== '');
    if (parts.length !== 2) continue;
    const [first, second] = [parseAngle(parts[0]!), parseAngle(parts[1]!)];
    if (first && second) return [first, second];
  }
  return null;
}
