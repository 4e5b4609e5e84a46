/** When a page that stays open looks for a new version of itself: the browser does so only when a page is opened. */

/** The page and the window, as far as they matter here. */
export interface Watched {
  page: Pick<Document, 'hidden' | 'addEventListener'>;
  window: Pick<Window, 'addEventListener'>;
}

/** Has `look` called about so often while the page is in sight, and when it comes back into sight or to a network after as long. */
export function lookForNewer(look: () => void, everyMs: number, { page, window }: Watched = { page: document, window: globalThis as unknown as Window }): void {
  let lookedAt = Date.now();
  const update = () => {
    if (page.hidden || Date.now() - lookedAt < everyMs) return;
    lookedAt = Date.now();
    look();
  };
  page.addEventListener('visibilitychange', update);
  window.addEventListener('online', update);
  // Timers of a machine that slept come late; the clock tells how long it was.
  setInterval(update, everyMs / 4);
}
