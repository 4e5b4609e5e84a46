/** How fast a page came over its line, by the browser's own times of what it loaded. */

/** Of a `PerformanceResourceTiming`. */
export interface Loaded {
  /** Bytes on the wire; 0 for what came from a cache. */
  transferSize: number;
  /** Above 0 for what a service worker gave. */
  workerStart: number;
  responseStart: number;
  responseEnd: number;
}

/** Fewer bytes say nothing: they may have come in one piece. */
const LEAST_BYTES = 16_000;
/** Whatever came faster than this says only that the line is no slow one: a hiccup is not a line. */
const LEAST_MS = 700;

/** Kilobits a second while anything was on its way; Infinity where all came in no time to speak of, null where too little came. */
export function measuredKbps(entries: readonly Loaded[]): number | null {
  const loaded = entries.filter((e) => e.transferSize > 0 && e.workerStart === 0 && e.responseStart > 0 && e.responseEnd >= e.responseStart);
  const bytes = loaded.reduce((sum, e) => sum + e.transferSize, 0);
  if (bytes < LEAST_BYTES) return null;
  let [ms, until] = [0, -Infinity];
  // Files that come side by side share the line.
  for (const { responseStart, responseEnd } of loaded.sort((a, b) => a.responseStart - b.responseStart)) {
    ms += Math.max(0, responseEnd - Math.max(until, responseStart));
    until = Math.max(until, responseEnd);
  }
  return ms < LEAST_MS ? Infinity : (8 * bytes) / ms;
}
