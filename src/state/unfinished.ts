/** What the reader is at and would lose if the page were loaded anew: a file not used yet, a letter or a note being filled in. */
import { computed, signal } from '@preact/signals';

const holders = signal(0);

export const unfinished = computed(() => holders.value > 0);

/** From now on something would be lost, until the function returned is called. */
export function hold(): () => void {
  let held = true;
  holders.value = holders.peek() + 1;
  return () => {
    if (held) holders.value = holders.peek() - 1;
    held = false;
  };
}
