/** A copy of the project with a third language that is English but for a few marked sentences. */
import { cpSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Sentences of English and what the made-up language has in their place. */
const MARKED = [
  ["appTitle: '", "appTitle: 'TYZ-PAGE "], ["title: 'REPORT'", "title: 'TYZ-REPORT'"], ['The file has no rows of data.', 'TYZ-ISSUE.'], ['lomsong – ', 'TYZ-COMMAND – '],
  ["communes: 'Communes', scenarios:", "communes: 'TYZ-TAB', scenarios:"], ["noScript: '", "noScript: 'TYZ-NO-SCRIPT "],
] as const;

/** @param parts files and folders of the project that are needed. Returns the folder, to be taken away by the caller. */
export function copyWithLanguage(parts: readonly string[]): string {
  const copy = realpathSync(mkdtempSync(path.join(tmpdir(), 'lomsong-language-')));
  for (const part of parts) cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  let text = readFileSync(path.join(copy, 'src/strings/en.ts'), 'utf8').replace("'Switch to English'", "'Tyz!'").replace("decimal: '.'", "decimal: ','");
  for (const [english, marked] of MARKED) {
    if (text.split(english).length !== 2) throw new Error(`"${english}" is not in English once`);
    text = text.replace(english, marked);
  }
  writeFileSync(path.join(copy, 'src/strings/tyz.ts'), text);
  return copy;
}
