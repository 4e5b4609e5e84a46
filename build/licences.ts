/** The licences of all libraries that went into the page or its workers, as one text file beside it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

export const LICENCES_FILE = 'third-party-licenses.txt';

const FONT_LICENCE = path.resolve(import.meta.dirname, '../src/ui/fonts/OFL.txt');

/** Folders of packages, `.../node_modules/name`. */
const packages = new Set<string>();

function note(id: string): void {
  const folder = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
  if (folder) packages.add(folder);
}

/** Notes what goes into a bundle; for the page's and for its workers'. */
export function noteLibraries(): Plugin {
  return {
    name: 'note-libraries',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') Object.keys(file.modules).forEach(note);
    },
  };
}

/** Writes them. To come after {@link noteLibraries}; the workers are made before the page. */
export function licences(): Plugin {
  return {
    name: 'licences',
    apply: 'build',
    generateBundle() {
      const texts = [...packages].filter((folder) => existsSync(path.join(folder, 'package.json'))).map((folder) => {
        const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { name: string; version: string; license?: string };
        const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort();
        return `${name} ${version} (${license ?? 'see below'})\n\n${files.map((file) => readFileSync(path.join(folder, file), 'utf8').trim()).join('\n\n')}\n`;
      });
      texts.push(`Be Vietnam Pro (OFL-1.1)\n\n${readFileSync(FONT_LICENCE, 'utf8').trim()}\n`);
      this.emitFile({ type: 'asset', fileName: LICENCES_FILE, source: texts.sort().join(`\n${'-'.repeat(72)}\n\n`) });
    },
  };
}
