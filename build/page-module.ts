/** Modules of the page itself, run while it is built: a file is made by the code that reads it. */
import path from 'node:path';
import { runnerImport } from 'vite';
import type * as languages from '../src/strings/every-language';

/** @param name below `src/`, with its ending */
export async function moduleOf<Module>(name: string): Promise<Module> {
  return (await runnerImport<Module>(path.join(import.meta.dirname, '../src', name), { configFile: false, logLevel: 'error' })).module;
}

/** All text of the page, in every language. */
export const everyLanguage = () => moduleOf<typeof languages>('strings/every-language.ts');
