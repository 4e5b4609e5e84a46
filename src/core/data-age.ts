/** How old data is, from the dates alone: the reader's day is given. */

/** Networks change faster than this: older data is said to be old. In whole months. */
export const DATA_AGE_LIMIT_MONTHS = 24;

/**
 * Whole months from a date to a day; 0 where the date is later. A date without day or month counts from the end of its
 * month or year, so that nothing is said to be older than it is for sure.
 *
 * @param date ISO date, month or year
 * @param today ISO date
 */
export function ageInMonths(date: string, today: string): number {
  const [year, month, day] = parts(date);
  const [thisYear, thisMonth, thisDay] = parts(today);
  const months = (thisYear! - year!) * 12 + (thisMonth ?? 12) - (month ?? 12);
  // The last day of a month is never reached within it, so a month counts once the next has begun.
  return Math.max(0, months - ((thisDay ?? 31) < (day ?? 32) ? 1 : 0));
}

/** Whether data is older than the limit on a day. */
export function isOld(date: string, today: string, limitMonths = DATA_AGE_LIMIT_MONTHS): boolean {
  return ageInMonths(date, today) >= limitMonths;
}

function parts(iso: string): number[] {
  return iso.split('-').map(Number);
}
