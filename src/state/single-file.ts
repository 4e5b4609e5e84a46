import { fetchText } from './fetch-text';

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

/** The page in one file, without a project. Large: to be fetched when it is wanted. @throws Failure where it cannot be had: `unreachable` where it is neither kept nor to be had from the server */
export async function singleFileTemplate(): Promise<string> {
  if (inSingleFile) return inSingleFile.template();
  return fetchText('./single.html');
}

/** Where a link to a bundled file leads. */
export const bundledAddress = (name: string): string => inSingleFile?.address(name) ?? `./${name}`;
