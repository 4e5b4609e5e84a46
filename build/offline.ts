/** What the built page needs to be kept whole and to work without a network: the list of its files, the service worker, the check of its start. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { PACKED_FILES } from '../src/formats/bundled-files.ts';
import { LICENCES_FILE } from './licences.ts';
import { SINGLE_FILE_NAME } from './single-file.ts';
import { smallScript, startCheck } from './small-script.ts';

/** Never asked for by the page: the worker itself, files packed beforehand for servers or speaking to them, fonts for browsers that cannot run the page. */
const LEFT_OUT = /^sw\.js$|\.(br|gz|zst|map|woff)$|(^|\/)(\.[^/]*|_headers|_redirects)$/;
/** Nor these: what it asks for packed instead, licences of libraries. */
const FOR_OTHERS: readonly string[] = [...Object.keys(PACKED_FILES).map((file) => `data/${file}`), LICENCES_FILE];
const START_CHECK = 'start-check.js';
/** Large and seldom asked for: kept after all the rest, and only where the line is good. */
const LATER: readonly string[] = [SINGLE_FILE_NAME];
const ROOT = path.resolve(import.meta.dirname, '..');

function filesBelow(folder: string, below = ''): string[] {
  return readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below ? `${below}/${entry.name}` : entry.name;
    return entry.isDirectory() ? filesBelow(folder, name) : [name];
  }).sort();
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/**
 * Writes `start-check.js` and `sw.js` into the built folder and the version into its `index.html`. To be the last plugin:
 * the list holds the files as they are then.
 */
export function offline(): Plugin {
  let folder = '';
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      folder = path.resolve(config.root, config.build.outDir);
    },
    // Deferred scripts run in the order they stand: this one before the page's own.
    transformIndexHtml: (html) => html.replace('<script type="module"', `<script defer src="./${START_CHECK}"></script>\n    $&`),
    closeBundle: {
      order: 'post', sequential: true,
      // Where the build failed there is nothing to list, and its own error is the one to be read.
      handler: (error?: Error) => (error ? undefined : keepList(folder)),
    },
  };
}

/** Of a folder as it is: also for one that was changed after it had been built. */
export async function keepList(folder: string): Promise<void> {
  writeFileSync(path.join(folder, START_CHECK), await startCheck({ inOneFile: false }));
  const page = path.join(folder, 'index.html');
  const html = readFileSync(page, 'utf8').replace(/\n? *<meta name="version"[^>]*>/, '');
  const names = filesBelow(folder).filter((name) => !FOR_OTHERS.includes(name) && !LEFT_OUT.test(name));
  const listed = () => names.map((name) => {
    const bytes = readFileSync(path.join(folder, name));
    return [name, sha256(bytes), bytes.length] as const;
  });
  writeFileSync(page, html);
  const { version: release } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const version = `${release}+${sha256(Buffer.from(JSON.stringify(listed()))).slice(0, 8)}`;
  writeFileSync(page, html.replace('</title>', `</title>\n    <meta name="version" content="${version}">`));
  const all = listed();
  const files = all.filter(([name]) => !LATER.includes(name));
  const later = all.filter(([name]) => LATER.includes(name));
  writeFileSync(path.join(folder, 'sw.js'), await smallScript('src/offline/service-worker.ts', { BUILD: JSON.stringify({ version, files, later }) }));
}
