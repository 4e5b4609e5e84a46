/**
 * The whole page as one HTML file that opens by double click: scripts, style, fonts, workers and bundled data, deflated and in
 * base64, behind a policy that lets nothing in from outside. The page fills in the reader's project when it exports itself.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { firstViewPlugin } from './first-view.ts';
import { mapStyleSheet, treeshake, unusedParts } from './page-parts.ts';
import { withText } from './page-text.ts';
import { PLACE_OF_PARTS } from './place-of-parts.ts';
import { smallScript, startCheck } from './small-script.ts';

/** Where the hosted page finds the file that it fills in. */
export const SINGLE_FILE_NAME = 'single.html';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Builds the page anew, in one piece, and packs it. Takes some seconds. */
export async function singleFile(): Promise<string> {
  const { script, style, assets } = await bundle();
  const data = Object.fromEntries(['data', 'examples'].flatMap((folder) => readdirSync(path.join(ROOT, 'public', folder)).map((name) => [`${folder}/${name}`, readFileSync(path.join(ROOT, 'public', folder, name), 'utf8')])));
  const [check, loader] = await Promise.all([startCheck({ inOneFile: true }), smallScript('build/single-loader.ts')]);
  const policy = [
    "default-src 'none'",
    // By hash, not by place: the check of the start, the loader, and the script and the style that it unpacks.
    `script-src '${hashOf(check)}' '${hashOf(loader)}' '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    // The fonts in the style, symbols and pictures that the page draws itself, the two workers; MapLibre fetches its own
    // before it starts it, because a page from a file and what it made count as different sites to Chromium.
    'font-src data:', 'img-src data: blob:', 'worker-src blob:', 'connect-src blob:',
    "base-uri 'none'", "form-action 'none'",
  ].join('; ');
  const icon = readFileSync(path.join(ROOT, 'public/icon.svg')).toString('base64');
  const shell = (await withText(readFileSync(path.join(ROOT, 'index.html'), 'utf8')))
    .replace(/\s*<link\b[^>]*>/g, '').replace(/\s*<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/(<meta charset[^>]*>)/, `$1\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .replace('</head>', `  <link rel="icon" href="data:image/svg+xml;base64,${icon}">\n  </head>`)
    .replace('</body>', () => [
      // In front of what may be missing where the file was not copied whole.
      `  <script>${check}</script>`,
      `    <script>${loader}</script>`,
      '    <script type="application/octet-stream" id="lomsong-project"></script>',
      '    <script type="application/octet-stream" id="lomsong-parts"></script>',
      '  </body>',
    ].join('\n'));
  const parts = { 'shell.html': shell, 'page.css': style, 'page.js': script, ...assets, ...data };
  // The loader does the same with the shell that it finds among the parts.
  // With a checksum: a damaged style would be refused by the policy, and the page come up without it.
  return shell.replace(PLACE_OF_PARTS, () => deflateSync(JSON.stringify(parts), { level: 9 }).toString('base64'));
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** One script without chunks, one style with the fonts inside, and the classic workers as files of their own. */
async function bundle(): Promise<{ script: string; style: string; assets: Record<string, string> }> {
  const inOnePiece = { treeshake, output: { codeSplitting: false } };
  const result = await build({
    configFile: false, root: ROOT, base: './', logLevel: 'error', mode: 'production',
    plugins: [mapStyleSheet(), unusedParts(), firstViewPlugin()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      target: 'es2022', write: false, copyPublicDir: false, cssCodeSplit: false, modulePreload: false, chunkSizeWarningLimit: 10_000,
      assetsInlineLimit: (file) => file.endsWith('.woff2'),
      rolldownOptions: inOnePiece,
    },
    // Chromium starts no module worker where the page itself is a file.
    worker: { format: 'iife', rolldownOptions: inOnePiece, plugins: () => [unusedParts()] },
    experimental: {
      // Nothing lies beside the file: what the script would fetch, the loader gives.
      renderBuiltUrl: (name, { hostType }) => (hostType === 'js' ? { runtime: `globalThis.lomsongSingleFile.address(${JSON.stringify(name)})` } : undefined),
    },
  });
  const { output } = (Array.isArray(result) ? result[0]! : result) as Rolldown.RolldownOutput;
  let script = '';
  let style = '';
  const assets: Record<string, string> = {};
  for (const file of output) {
    if (file.type === 'chunk') {
      if (!file.isEntry || script !== '') throw new Error(`${file.fileName}: a second script in the single file`);
      script = file.code;
    } else if (file.fileName.endsWith('.css')) style += file.source;
    else if (/\.(js|json)$/.test(file.fileName)) assets[file.fileName] = String(file.source);
  }
  // Every browser that can unpack the file knows woff2.
  return { script, style: style.replace(/,\s*url\([^)]*\.woff\)\s*format\(["']?woff["']?\)/g, ''), assets };
}
