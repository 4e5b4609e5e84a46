// After `npm ci`: `npx lomsong` in the project's own folder finds the command of the project itself.
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = path.join(root, 'node_modules/.bin');
mkdirSync(folder, { recursive: true });
const link = path.join(folder, 'lomsong');
rmSync(link, { force: true });
if (process.platform === 'win32') writeFileSync(`${link}.cmd`, '@node "%~dp0\\..\\..\\bin\\lomsong.mjs" %*\r\n');
else symlinkSync('../../bin/lomsong.mjs', link);
