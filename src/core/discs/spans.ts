/** What is left of a line when others cover spans of it: one sweep over typed arrays that are filled again and again. */

/** Where a span begins or ends: a number that the caller understands, or this: the line's own end. */
export const LINE_END = -1;

export class Spans {
  count = 0;
  from = new Float64Array(64);
  to = new Float64Array(64);
  /** What the span begins and ends with; bit 0 and 1 of `unsure`: rounding could have moved its begin or end past another. */
  enter = new Int32Array(64);
  leave = new Int32Array(64);
  unsure = new Uint8Array(64);
  private order = new Int32Array(64);

  clear(): void {
    this.count = 0;
  }

  add(from: number, to: number, enter: number, leave: number, unsure: number): void {
    const i = this.count++;
    if (i === this.from.length) this.grow();
    this.from[i] = from;
    this.to[i] = to;
    this.enter[i] = enter;
    this.leave[i] = leave;
    this.unsure[i] = unsure;
  }

  private grow(): void {
    const size = 2 * this.from.length;
    this.from = widened(this.from, new Float64Array(size));
    this.to = widened(this.to, new Float64Array(size));
    this.enter = widened(this.enter, new Int32Array(size));
    this.leave = widened(this.leave, new Int32Array(size));
    this.unsure = widened(this.unsure, new Uint8Array(size));
    this.order = new Int32Array(size);
  }

  /** Ids of the spans by where they begin; those that begin together in the order in which they came. */
  sorted(): Int32Array {
    const { count, from, order } = this;
    if (count > 64) {
      const ids = Array.from({ length: count }, (_, i) => i).sort((a, b) => from[a]! - from[b]! || a - b);
      order.set(ids);
      return order;
    }
    for (let i = 0; i < count; i++) {
      const at = from[i]!;
      let j = i;
      for (; j > 0 && from[order[j - 1]!]! > at; j--) order[j] = order[j - 1]!;
      order[j] = i;
    }
    return order;
  }
}

/** The longer array, with what the old one holds. */
export function widened<T extends Float64Array | Int32Array | Uint8Array>(old: T, longer: T): T {
  longer.set(old);
  return longer;
}

/** An uncovered part of the line, and what coverage ends before it and begins after it. */
export interface Left {
  from: number;
  to: number;
  start: number;
  end: number;
}

/**
 * The uncovered parts of a line from `from` to `to`, in their order. Wherever ends lie so close that rounding may have
 * changed their order, and the order matters, `doubt` is told.
 */
export function leftOver(spans: Spans, from: number, to: number, tolerance: number, doubt: (at: number) => void): Left[] {
  const left: Left[] = [];
  const order = spans.sorted();
  let reach = from;
  let last = LINE_END;
  let unsure = false;
  let lastEnd = -Infinity;
  const keep = (end: number, hit: number, hitUnsure: boolean) => {
    if (unsure || hitUnsure || end - reach < tolerance) doubt(reach);
    left.push({ from: reach, to: end, start: last, end: hit });
    lastEnd = end;
  };
  for (let k = 0; k < spans.count; k++) {
    const i = order[k]!;
    const spanFrom = spans.from[i]!;
    const spanTo = spans.to[i]!;
    const spanUnsure = (spans.unsure[i]! & 2) !== 0;
    if (spanFrom > reach) {
      if (spanTo - spanFrom < tolerance) doubt(spanFrom);
      keep(spanFrom, spans.enter[i]!, (spans.unsure[i]! & 1) !== 0);
      reach = spanTo;
      last = spans.leave[i]!;
      unsure = spanUnsure;
      continue;
    }
    if (spanFrom - lastEnd <= tolerance) doubt(spanFrom);
    const begun = reach > from;
    if (begun && reach - spanFrom <= tolerance && spanTo > reach + tolerance) doubt(reach);
    if (begun && Math.abs(spanTo - reach) <= tolerance) unsure = true;
    else if (spanTo > reach) unsure = spanUnsure;
    if (spanTo > reach) {
      reach = spanTo;
      last = spans.leave[i]!;
    }
  }
  if (reach < to) keep(to, LINE_END, false);
  return left;
}
