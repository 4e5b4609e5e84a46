/**
 * Which version of the page is served from what is kept: a state and its changes, as plain data.
 *
 * The service worker's own life cycle does not decide this. A version is served only after the reader agreed, and it is
 * on trial until a page of it has reported that it came up; a page that did not is followed by the version before.
 * Workbox was looked at: it keeps one set of files, which a new version overwrites, checks no contents and knows no way
 * back, so these few rules are written here.
 */
export interface Versions {
  /** Given to pages; null before anything was kept. */
  serving: string | null;
  /** What to go back to while `serving` is on trial. */
  previous: string | null;
  /** Pages given out since `serving` went on trial without one of them having come up; null once one has. */
  trialLoads: number | null;
  /** When the first of them was given out, in ms; null before. */
  trialSince: number | null;
  /** Being kept, or kept and not agreed to yet. */
  candidates: readonly string[];
  /** Was agreed to and did not come up; the version before took its place. */
  failed: string | null;
}

export const NOTHING_KEPT: Versions = { serving: null, previous: null, trialLoads: null, trialSince: null, candidates: [], failed: null };

/** Loads are no failures while the reader is impatient, opens several tabs or closes one at once: only so many, over so long, speak for themselves. */
export const MOST_TRIAL_LOADS = 3;
export const TRIAL_MS = 60_000;
/** In place of a number of loads: a page said that it does not start. Kept as JSON, which has no infinity. */
const FAILED = 1_000_000;

/** A version begins to be kept: its files must not be cleared away by another. */
export function beganToKeep(versions: Versions, version: string): Versions {
  return versions.candidates.includes(version) ? versions : { ...versions, candidates: [...versions.candidates, version] };
}

/** A version is kept whole, and takes the place of those that were or had begun to be. The first is served at once; every other waits for the reader. */
export function kept(versions: Versions, version: string): Versions {
  return { ...versions, candidates: [version], serving: versions.serving ?? version };
}

/** The reader agreed to a version that is kept whole. */
export function agreed(versions: Versions, version: string): Versions {
  if (versions.serving === version) return versions;
  // A version on trial was never seen to work: what came before it is the way back.
  const previous = versions.trialLoads === null ? versions.serving : versions.previous;
  return { ...versions, serving: version, previous, trialLoads: previous === null ? null : 0, trialSince: null, failed: null };
}

/**
 * A page is about to be given out: that on trial, until one of it has said that it fails, or many were given out for long
 * without a word of any; then the one before.
 * @param now in ms
 */
export function navigated(versions: Versions, now: number): Versions {
  const { trialLoads, trialSince } = versions;
  if (trialLoads === null) return versions;
  if (trialLoads >= FAILED || (trialLoads >= MOST_TRIAL_LOADS && trialSince !== null && now - trialSince >= TRIAL_MS)) return wentBack(versions);
  return { ...versions, trialLoads: trialLoads + 1, trialSince: trialSince ?? now };
}

/** A page of a version on trial says that it does not start: it may still come up, else the next load is of the one before. */
export function didNotStart(versions: Versions, version: string): Versions {
  return version === versions.serving && versions.trialLoads !== null ? { ...versions, trialLoads: FAILED } : versions;
}

/** A page of a version has come up. */
export function cameUp(versions: Versions, version: string): Versions {
  if (version !== versions.serving || versions.trialLoads === null) return versions;
  return { ...versions, previous: null, trialLoads: null, trialSince: null };
}

/** Back to the version before, where there is one. */
export function wentBack(versions: Versions): Versions {
  const { serving, previous } = versions;
  return previous === null ? versions : { ...versions, serving: previous, previous: null, trialLoads: null, trialSince: null, failed: serving };
}

/** Versions whose files are still needed. */
export function needed({ serving, previous, candidates }: Versions): string[] {
  return [serving, previous, ...candidates].filter((version) => version !== null);
}
