/** The page's web fonts: asked for once the table stands, so that text never waits for them. */
let asked: Promise<unknown> | null = null;

/** Resolves once they are declared; a browser loads each where its letters occur. */
export function declareFonts(): Promise<unknown> {
  return (asked ??= import('./fonts.css').catch((error: unknown) => console.info(error)));
}
