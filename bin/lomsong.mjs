#!/usr/bin/env node
// Runs src/cli. The bundle of it is made when it is missing or older than a source, so that no build step is needed.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const packageFile = path.join(root, 'package.json');

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(file) : statSync(file).mtimeMs);
  }
  return latest;
}

function bundle() {
  const sources = Math.max(...['core', 'formats', 'strings', 'cli'].map((f) => newest(path.join(root, 'src', f))), statSync(packageFile).mtimeMs);
  const place = (folder) => path.join(folder, 'lomsong.cjs');
  const own = path.join(root, '.cache');
  if (existsSync(place(own)) && statSync(place(own)).mtimeMs >= sources) return place(own);
  const { outputFiles } = require('esbuild').buildSync({
    entryPoints: [path.join(root, 'src/cli/main.ts')], bundle: true, platform: 'node', target: 'node20', format: 'cjs', minifySyntax: true, write: false, logLevel: 'warning',
  });
  for (const folder of [own, path.join(tmpdir(), `lomsong-${process.getuid?.() ?? 0}`)]) {
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${place(folder)}.${process.pid}`, outputFiles[0].text);
      renameSync(`${place(folder)}.${process.pid}`, place(folder));
      return place(folder);
    } catch (error) {
      if (folder !== own) throw error;
      // The project's folder is read-only: the temporary one will do.
    }
  }
}

// A reader that stops early (`| head`) is no error.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? 0);
});

const { main } = require(bundle());
process.exitCode = await main(process.argv.slice(2), {
  stdout: (text) => process.stdout.write(text),
  stderr: (line) => process.stderr.write(`${line}\n`),
  readFile: (file) => readFileSync(file),
  writeFile: (file, text) => {
    writeFileSync(`${file}.${process.pid}.part`, text);
    renameSync(`${file}.${process.pid}.part`, file);
  },
  readBundled: (name) => readFileSync(path.join(root, 'public/data', name), 'utf8'),
  version: JSON.parse(readFileSync(packageFile, 'utf8')).version,
});
