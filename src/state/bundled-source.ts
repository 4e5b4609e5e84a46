/** The one place where the page gets the texts of bundled files from: the folder beside it, or itself where it is one file. */
import { Failure } from '../core/failure';
import { PACKED_FILES } from '../formats/bundled-files';
import { fetchText } from './fetch-text';
import { inSingleFile } from './single-file';

/** Put in by the build of the page that lies beside its files. */
declare const PACKED_SHAPES: true;

const asked = new Map<string, Promise<string>>();

/** @param name of a file in `data/`. Rejects where it cannot be had; asked for again, it is tried again. */
export function bundledText(name: string): Promise<string> {
  let text = asked.get(name);
  if (!text) {
    text = textOf(name);
    asked.set(name, text);
    text.catch(() => asked.delete(name));
  }
  return text;
}

/** Lets go of texts that the worker has taken over. */
export function forgetBundledTexts(): void {
  asked.clear();
}

async function textOf(name: string): Promise<string> {
  if (inSingleFile) {
    try {
      return inSingleFile.text(`data/${name}`);
    } catch {
      throw new Failure('missing');
    }
  }
  return fetchText(`./data/${(typeof PACKED_SHAPES !== 'undefined' && PACKED_FILES[name]) || name}`);
}
