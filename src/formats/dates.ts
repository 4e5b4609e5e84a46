/** Dates as written in Vietnam and in exports → ISO text of the same precision. */

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T _]+(.+))?$/;
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T _,]+(.+))?$/;
const TIME_THEN_DAY = /^(\d{1,2}:\d{2}(?::\d{2})?)\s+(\d{1,2}[-/.]\d{1,2}[-/.]\d{4})$/;
const MONTH_FIRST = /^(\d{1,2})[-/.](\d{4})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
/** Days since the end of 1899, as spreadsheets keep a date that lost its format; 2000 to 2050. */
const SERIAL = /^\d{5}(?:[.,]\d+)?$/;
const SERIALS = { min: 36_526, max: 55_153 };
const SERIAL_OF_1970 = 25_569;
const DAY_MS = 86_400_000;
/** Seconds or milliseconds since 1970, as phones log them; 2001 to 2286 by their length. */
const EPOCH = /^\d{10}(?:\d{3})?(?:\.\d+)?$/;
const YEAR = /^\d{4}$/;
const TIME = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * ISO `yyyy`, `yyyy-mm`, `yyyy-mm-dd` or `yyyy-mm-ddThh:mm[:ss][zone]` from ISO, `dd/mm/yyyy`, `mm/yyyy`, a year, each
 * with `-`, `/` or `.`; the day comes before the month; also from a spreadsheet's serial or seconds since 1970. null where it is no date, or no day of the calendar.
 */
export function parseDate(text: string): string | null {
  if (text.length > 60) return null;
  const trimmed = text.trim();
  const turned = TIME_THEN_DAY.exec(trimmed);
  if (turned) return parseDate(`${turned[2]} ${turned[1]}`);
  let match = YEAR_FIRST.exec(trimmed);
  if (match) return match[3] === undefined ? (match[4] === undefined ? isoMonth(match[1]!, match[2]!) : null) : isoDay(match[1]!, match[2]!, match[3], match[4]);
  match = DAY_FIRST.exec(trimmed);
  if (match) return isoDay(match[3]!, match[2]!, match[1]!, match[4]);
  match = MONTH_FIRST.exec(trimmed);
  if (match) return isoMonth(match[2]!, match[1]!);
  match = COMPACT.exec(trimmed);
  if (match) return isoDay(match[1]!, match[2]!, match[3]!, undefined);
  if (SERIAL.test(trimmed)) {
    const serial = Number(trimmed.replace(',', '.'));
    return serial >= SERIALS.min && serial < SERIALS.max ? isoOf((serial - SERIAL_OF_1970) * DAY_MS) : null;
  }
  if (EPOCH.test(trimmed)) {
    const whole = trimmed.replace(/\..*/, '');
    const date = new Date(Number(whole) * (whole.length === 10 ? 1000 : 1));
    return plausibleYear(date.getUTCFullYear()) ? `${date.toISOString().slice(0, 19)}Z` : null;
  }
  return YEAR.test(trimmed) && plausibleYear(Number(trimmed)) ? trimmed : null;
}

/** A spreadsheet's moment, which has no zone: a day where it is midnight. */
function isoOf(milliseconds: number): string {
  const iso = new Date(Math.round(milliseconds / 1000) * 1000).toISOString().slice(0, 19);
  return iso.endsWith('T00:00:00') ? iso.slice(0, 10) : iso;
}

function plausibleYear(year: number): boolean {
  return year >= 1900 && year <= 2100;
}

function isoMonth(year: string, month: string): string | null {
  const number = Number(month);
  return plausibleYear(Number(year)) && number >= 1 && number <= 12 ? `${year}-${month.padStart(2, '0')}` : null;
}

function isoDay(year: string, month: string, day: string, time: string | undefined): string | null {
  const ym = isoMonth(year, month);
  const number = Number(day);
  if (ym === null || number < 1 || number > new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()) return null;
  const date = `${ym}-${day.padStart(2, '0')}`;
  if (time === undefined) return date;
  const clock = TIME.exec(time.trim());
  if (!clock || Number(clock[1]) > 23 || Number(clock[2]) > 59 || Number(clock[3] ?? 0) > 59) return null;
  const seconds = clock[3] === undefined ? '' : `:${clock[3]}`;
  return `${date}T${clock[1]!.padStart(2, '0')}:${clock[2]}${seconds}${(clock[4] ?? '').toUpperCase()}`;
}
