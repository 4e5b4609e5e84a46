/** Small scripts of their own beside the page's, for browsers a little older, so that they can say what is wrong. */
import path from 'node:path';
import { build } from 'esbuild';
import { everyLanguage } from './page-module.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

/** @param entry from the project's folder */
export async function smallScript(entry: string, define: Record<string, string> = {}): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [path.join(ROOT, entry)], bundle: true, write: false, minify: true, format: 'iife', target: 'es2020', define, logLevel: 'error' });
  return outputFiles[0]!.text.trim();
}

/** The check of the page's start, with its text in every language. @param inOneFile what fails is the file itself */
export async function startCheck({ inOneFile }: { inOneFile: boolean }): Promise<string> {
  const { LANGUAGE_CODES, language } = await everyLanguage();
  const texts = LANGUAGE_CODES.map((code) => {
    const { failed, fileFailed, reload, back } = language(code).start;
    return { code, failed: inOneFile ? fileFailed : failed, reload, back };
  });
  return smallScript('src/offline/start-check.ts', { START_TEXT: JSON.stringify(texts) });
}
