/** `npm run build:single`: writes the page as one file, to hand over on a stick. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { singleFile } from './single-file';

const FILE = 'dist-single/lomsong.html';

mkdirSync('dist-single', { recursive: true });
const html = await singleFile();
writeFileSync(FILE, html);
console.log(`${FILE}: ${Math.round(html.length / 1000)} KB`);
