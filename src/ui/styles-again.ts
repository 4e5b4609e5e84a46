const failed = new Set<HTMLLinkElement>();

// Heard on its way down: such an event does not come up.
addEventListener('error', ({ target }) => {
  if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failed.add(target);
}, true);

/**
 * Asks once more for style sheets of parts that could not be had: the loader of parts asks for each only once, and what is
 * loaded again would come up without its style. Those on their way stay: someone waits for them. Rejects where one fails again.
 */
export async function stylesAgain(): Promise<void> {
  const links = [...failed];
  failed.clear();
  await Promise.all(links.map((link) => new Promise<void>((resolve, reject) => {
    const fresh = link.cloneNode() as HTMLLinkElement;
    fresh.onload = () => resolve();
    fresh.onerror = () => reject(new Error(`${fresh.href} failed again`));
    link.replaceWith(fresh);
  })));
}
