/** What the page finds where everything is in one HTML file: its parts, itself as a template, and the reader's project. */
export interface SingleFile {
  /** A bundled file such as `data/sites.csv`. @throws where it is not in the file */
  text(name: string): string;
  /** The same as something to link to, or to start a worker from. */
  address(name: string): string;
  /** This very page without a project. */
  template(): string;
  /** The project it was exported with, as a project file; null where it came from the build. */
  project: Uint8Array | null;
}

/** null: the page lies in a folder, with its files beside it. */
export const inSingleFile = (globalThis as { lomsongSingleFile?: SingleFile }).lomsongSingleFile ?? null;

/** A file from the page's folder, `base`, or from the page itself. @throws where it cannot be had */
export async function bundledText(base: string, name: string): Promise<string> {
  if (inSingleFile) return inSingleFile.text(name);
  const response = await fetch(`${base}${name}`);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.text();
}

/** The page in one file, without a project. Large: to be fetched when it is wanted. @throws where it cannot be had */
export async function singleFileTemplate(base: string): Promise<string> {
  return inSingleFile ? inSingleFile.template() : bundledText(base, 'single.html');
}

/** Where a link to a bundled file leads. */
export const bundledAddress = (name: string): string => inSingleFile?.address(name) ?? `./${name}`;
