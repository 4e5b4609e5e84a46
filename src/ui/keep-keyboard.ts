/** Where what has the keyboard goes away with its own press, the keyboard goes on to what takes its place, else to what stands beside: a browser would leave it nowhere. */

const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
/** These give the keyboard back themselves. */
const THEIR_OWN = '.commune-sheet, .map-list';
/** Others may have a better idea: a dialog that closes, a sheet that opens. */
const FRAMES_FOR_OTHERS = 3;

/** To be called once, for the page's whole life. */
export function keepKeyboard(root: HTMLElement): void {
  let last: Element | null = null;
  /** All stops of the page as they were when `last` got the keyboard, and what `last` stood in. */
  let stops: readonly Element[] = [];
  let around: readonly Element[] = [];
  let byPointer = false;
  const lost = () => document.activeElement === document.body && last !== null && !byPointer && !last.isConnected && !last.closest(THEIR_OWN);

  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element) || !root.contains(target)) return;
    last = target;
    stops = [...root.querySelectorAll(STOPS)];
    around = ancestors(target);
  });
  // A press with the pointer leaves the keyboard where it likes; on a phone, going on to a field would open its keys.
  document.addEventListener('pointerdown', () => { byPointer = true; }, true);
  document.addEventListener('keydown', () => { byPointer = false; }, true);

  const goOn = (framesLeft: number) => requestAnimationFrame(() => {
    if (!lost()) return;
    if (framesLeft > 0) goOn(framesLeft - 1);
    else beside(root, last!, stops, around)?.focus();
  });
  new MutationObserver(() => { if (lost()) goOn(FRAMES_FOR_OTHERS); }).observe(root, { childList: true, subtree: true });
}

/** What stands in the place of an element that has gone, else the nearer of what came after and before it. */
function beside(root: HTMLElement, gone: Element, before: readonly Element[], around: readonly Element[]): HTMLElement | null {
  const now = [...root.querySelectorAll<HTMLElement>(STOPS)].filter(usable);
  const at = before.indexOf(gone);
  const indexOf = new Map<Element, number>(now.map((stop, i) => [stop, i]));
  const kept = (list: readonly Element[]) => list.map((stop) => indexOf.get(stop)).find((i) => i !== undefined);
  const previous = kept(before.slice(0, Math.max(0, at)).reverse()) ?? -1;
  const next = kept(before.slice(at + 1)) ?? now.length;
  if (next - previous > 1) return now[previous + 1]!;
  const shared = (stop: HTMLElement | undefined) => (stop ? around.findIndex((part) => part.isConnected && part.contains(stop)) : Infinity);
  const [after, earlier] = [now[next], now[previous]];
  return (shared(earlier) < shared(after) ? earlier : after) ?? null;
}

function usable(stop: HTMLElement): boolean {
  return !stop.matches(':disabled, [tabindex="-1"]') && stop.getClientRects().length > 0;
}

function ancestors(element: Element): Element[] {
  const found: Element[] = [];
  for (let part = element.parentElement; part; part = part.parentElement) found.push(part);
  return found;
}
