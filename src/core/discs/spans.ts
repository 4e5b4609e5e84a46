/** What is left of a line when others cover spans of it. */

/** Where coverage begins or ends on the line. */
interface Hit {
  /** Whether rounding could not have moved it past another. */
  sure: boolean;
}

export interface Span<H extends Hit> {
  from: number;
  to: number;
  /** null: the line's own end, covered. */
  enter: H | null;
  leave: H | null;
}

export interface Left<H extends Hit> {
  from: number;
  to: number;
  /** Where coverage ended before it and begins after it; null: the line's own end. */
  start: H | null;
  end: H | null;
}

/**
 * The uncovered parts of a line from `from` to `to`, in their order. `spans` are sorted in place. Wherever ends lie so close
 * that rounding may have changed their order, and the order matters, `doubt` is told.
 */
export function leftOver<H extends Hit>(spans: Span<H>[], from: number, to: number, tolerance: number, doubt: (at: number) => void): Left<H>[] {
  spans.sort((a, b) => a.from - b.from);
  const left: Left<H>[] = [];
  let reach = from;
  let last: H | null = null;
  let tied = false;
  const keep = (end: number, hit: H | null) => {
    if (tied || last?.sure === false || hit?.sure === false) doubt(reach);
    if (end - reach < tolerance) doubt(reach);
    left.push({ from: reach, to: end, start: last, end: hit });
  };
  for (const span of spans) {
    const atStart = reach === from && last === null;
    if (span.from > reach) {
      if (span.from - reach <= tolerance) doubt(reach);
      if (span.to - span.from < tolerance) doubt(span.from);
      keep(span.from, span.enter);
      reach = span.to;
      last = span.leave;
      tied = false;
      continue;
    }
    if (left.length > 0 && span.from - left.at(-1)!.to <= tolerance) doubt(span.from);
    if (!atStart && reach - span.from <= tolerance && span.to > reach + tolerance) doubt(reach);
    if (Math.abs(span.to - reach) <= tolerance && !atStart) tied = true;
    else if (span.to > reach) tied = false;
    if (span.to > reach || atStart) {
      reach = span.to;
      last = span.leave;
    }
  }
  if (reach < to) keep(to, null);
  return left;
}
