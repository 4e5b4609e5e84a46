/** How much memory there is, and whether the page therefore leaves things out. */
import { computed, signal } from '@preact/signals';

/** With so much or less the page leaves things out from the beginning. */
const SMALL_GB = 2;
/** Of machines that do not say: what an old office machine has. */
const USUAL_GB = 4;
/** A table needs some ten times its size while it is read; so much of a file a gigabyte of memory bears. */
const FILE_BYTES_PER_GB = 25_000_000;

/** Memory of the machine in GB as the browser tells it, rounded and at most 8 or so; null where it does not (Firefox). */
export const memoryGb: number | null = (globalThis.navigator as (Navigator & { deviceMemory?: number }) | undefined)?.deviceMemory ?? null;

/**
 * `device`: the machine has little; `failed`: a computation did not get what it needed; `crashed`: the page was torn
 * down in this tab, as Chromium does where memory ends. null: enough, as far as known.
 */
export const memoryShort = signal<'device' | 'failed' | 'crashed' | null>(memoryGb !== null && memoryGb <= SMALL_GB ? 'device' : null);

/** The reader wants all the same. */
export const everythingWanted = signal(false);

/** Whether things are left out: the other map, gap polygons, operators alone, most kept answers. */
export const lean = computed(() => memoryShort.value !== null && !everythingWanted.value);

/** A computation ran out of memory: leave things out from now on, whatever the reader wanted before. */
export function memoryFailed(): void {
  memoryShort.value = 'failed';
  everythingWanted.value = false;
}

/** Stands in the tab's storage while the page is looked at: a page that ends by itself takes it away. */
const AWAKE = 'lomsong.awake';

/** Notices that the page ended without a word the last time, and leaves a sign for the next. */
export function watchForCrash(page: Document, target: Window): void {
  const mark = (awake: boolean) => {
    try {
      if (awake) target.sessionStorage.setItem(AWAKE, '1');
      else target.sessionStorage.removeItem(AWAKE);
    } catch {
      // Without storage a crash leaves no trace.
    }
  };
  try {
    if (target.sessionStorage.getItem(AWAKE) !== null && memoryShort.peek() === null) memoryShort.value = 'crashed';
  } catch {
    // As above.
  }
  // A tab out of sight may be put away by the browser at any time: that is no crash.
  const follow = () => mark(page.visibilityState === 'visible');
  follow();
  page.addEventListener('visibilitychange', follow);
  target.addEventListener('pagehide', () => mark(false));
  target.addEventListener('pageshow', follow);
}

/** Files above this many bytes are read only when the reader says so. */
export function largeFileBytes(gb: number | null = memoryGb): number {
  return (gb ?? USUAL_GB) * FILE_BYTES_PER_GB;
}
