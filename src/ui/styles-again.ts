/**
 * Asks once more for style sheets of parts that could not be had: the loader of parts asks for each only once, and what is
 * loaded again would come up without its style. Rejects where one fails again.
 */
export async function stylesAgain(): Promise<void> {
  const missing = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].filter(({ sheet }) => sheet === null);
  await Promise.all(missing.map((link) => new Promise<void>((resolve, reject) => {
    const fresh = link.cloneNode() as HTMLLinkElement;
    fresh.onload = () => resolve();
    fresh.onerror = () => reject(new Error(`${fresh.href} failed again`));
    link.replaceWith(fresh);
  })));
}
