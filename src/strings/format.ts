/** Numbers and dates in the language's form: 98,6 % and 24/11/2026 in Vietnamese, 98.6 % and 24 November 2026 in English. */
import type { LngLat } from '../core/model';

/** How one comes to a language, and how it writes and sorts. */
export interface Locale {
  /** What a button says, in this language, that leads to it. */
  switchTo: string;
  /** BCP 47; for numbers and the order of names. */
  tag: string;
  /** A year, a month of it or a day. */
  date(year: number, month: number | null, day: number | null): string;
  /** As spreadsheets of the language expect it. */
  csv: { delimiter: ',' | ';' | '\t'; decimal: '.' | ',' };
}

export interface Format {
  /** Grouped; `digits` after the separator. */
  number(value: number, digits?: number): string;
  /** A share 0…1 as a percentage, with a no-break space. */
  percent(share: number, digits?: number): string;
  /** A difference of shares in percentage points, signed. */
  points(share: number, digits?: number): string;
  signed(value: number): string;
  km2(value: number): string;
  km(value: number): string;
  /** A radius that was set, not measured: no more digits than it has. */
  radius(meters: number): string;
  meters(meters: number): string;
  /** ISO date, month or year. */
  date(iso: string): string;
  position(point: LngLat): string;
  /** Alphabetical order: in Vietnamese a, ă, â, b … d, đ, e, ê, and tones after letters; numbers in names by value. */
  compare(a: string, b: string): number;
}

export function createFormat(locale: Locale): Format {
  const { tag } = locale;
  const collator = new Intl.Collator(tag, { numeric: true });
  const formats = new Map<string, Intl.NumberFormat>();
  const numberFormat = (digits: number, sign: boolean) => {
    const key = `${digits} ${sign}`;
    let format = formats.get(key);
    if (!format) {
      format = new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: sign ? 'exceptZero' : 'auto' });
      formats.set(key, format);
    }
    return format;
  };
  const number = (value: number, digits = 0) => numberFormat(digits, false).format(value);
  return {
    number,
    percent: (share, digits = 1) => `${number(share * 100, digits)}\u00a0%`,
    points: (share, digits = 1) => numberFormat(digits, true).format(share * 100).replace('-', '\u2212'),
    signed: (value) => numberFormat(0, true).format(value).replace('-', '\u2212'),
    km2: (value) => `${number(value, value < 10 ? 2 : value < 100 ? 1 : 0)}\u00a0km²`,
    km: (value) => `${number(value, value < 10 ? 2 : 1)}\u00a0km`,
    radius: (meters) => `${new Intl.NumberFormat(tag, { maximumFractionDigits: 3 }).format(meters / 1000)}\u00a0km`,
    meters: (meters) => `${number(meters, meters < 10 ? 1 : 0)}\u00a0m`,
    date(iso) {
      const [year, month, day] = iso.split('-');
      return locale.date(Number(year), month === undefined ? null : Number(month), day === undefined ? null : Number(day));
    },
    position: ([lng, lat]) => `${number(lat, 5)}; ${number(lng, 5)}`,
    compare: collator.compare,
  };
}
