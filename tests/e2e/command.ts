/** The command as a reader runs it from what a receipt shows. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** As a shell takes the line apart, without `npx lomsong`. */
export const argumentsOf = (line: string) => [...line.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map((m) => m[1]?.replace(/\\(.)/g, '$1') ?? m[2]!).slice(2);

/** What the command writes; its status says whether a row of a file has an error. @param folder where the files lie that it names */
export const lomsong = (args: readonly string[], folder = '.') => spawnSync(process.execPath, [path.resolve('bin/lomsong.mjs'), ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 27 }).stdout;
