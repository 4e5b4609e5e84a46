#!/usr/bin/env node
// Runs src/cli. The bundle of it is made when it is missing or not of these sources, so that no build step is needed.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const packageFile = path.join(root, 'package.json');
const cached = path.join(root, '.cache/lomsong.cjs');

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? filesIn(file) : [file];
  });
}

/** Changes with any source: also where a file went, came with an older date, or was edited during the build. */
function stateOfSources() {
  const sources = ['core', 'formats', 'strings', 'style', 'report', 'cli'].flatMap((folder) => filesIn(path.join(root, 'src', folder)));
  const hash = createHash('sha1');
  for (const file of [...sources.sort(), packageFile, path.join(root, 'package-lock.json')]) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${path.relative(root, file)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** The bundler has no `import.meta.glob`: the one file of the command that uses it gets the languages, files named after a code, one by one. */
const languages = {
  name: 'languages',
  setup(build) {
    build.onLoad({ filter: /[\\/]strings[\\/]every-language\.ts$/ }, ({ path: file }) => {
      const names = readdirSync(path.dirname(file)).filter((name) => /^[a-z]{2,3}\.ts$/.test(name));
      const files = `({ ${names.map((name) => `'./${name}': require('./${name}')`).join(', ')} })`;
      return { contents: readFileSync(file, 'utf8').replace(/import\.meta\.glob\b.*(?=;)/, files), loader: 'ts' };
    });
  },
};

async function bundle() {
  const firstLine = `// ${stateOfSources()}\n`;
  try {
    const code = readFileSync(cached, 'utf8');
    if (code.startsWith(firstLine)) return code;
  } catch {
    // Not made yet.
  }
  const { outputFiles } = await createRequire(import.meta.url)('esbuild').build({
    entryPoints: [path.join(root, 'src/cli/main.ts')], bundle: true, platform: 'node', target: 'node20', format: 'cjs', minifySyntax: true, write: false, logLevel: 'warning', plugins: [languages],
  });
  const code = firstLine + outputFiles[0].text;
  try {
    mkdirSync(path.dirname(cached), { recursive: true });
    replace(cached, code);
  } catch {
    // The project's folder is read-only: the bundle is made anew each time.
  }
  return code;
}

/** Writes a file in one step. A pipe or a device is written to, a link is followed: neither is ever replaced. */
function replace(file, output) {
  const info = statSync(file, { throwIfNoEntry: false });
  if (info && !info.isFile()) return writeFileSync(file, output);
  const target = info ? realpathSync(file) : file;
  const part = `${target}.${process.pid}.part`;
  try {
    writeFileSync(part, output, info && { mode: info.mode });
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

// A reader that stops early (`| head`) is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(process.exitCode ?? 0);
  });
}

const program = new Module(cached);
program.filename = cached;
program.paths = Module._nodeModulePaths(root);
program._compile(await bundle(), cached);
process.exitCode = await program.exports.main(process.argv.slice(2), {
  stdout: (output) => process.stdout.write(output),
  stderr: (line) => process.stderr.write(`${line}\n`),
  readFile: (file) => readFileSync(file),
  writeFile: replace,
  makeFolder: (folder) => mkdirSync(folder, { recursive: true }),
  today: () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10),
  readBundled: (name) => readFileSync(path.join(root, 'public/data', name), 'utf8'),
  version: JSON.parse(readFileSync(packageFile, 'utf8')).version,
});
