/** The inline script of the single file that unpacks the parts, offers them to the page, then starts the page. What fails is told by the check of the start. */
import type { SingleFile } from '../src/state/single-file';
import { PLACE_OF_PARTS } from './place-of-parts';

const scope = globalThis as { lomsongSingleFile?: SingleFile };
const textOf = (id: string): string => document.getElementById(id)!.textContent!.trim();
const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

async function start(): Promise<void> {
  const packed = textOf('lomsong-parts');
  const parts = JSON.parse(await new Response(new Blob([bytesOf(packed)]).stream().pipeThrough(new DecompressionStream('deflate'))).text()) as Record<string, string>;
  const baked = textOf('lomsong-project');
  const part = (name: string): string => {
    const text = parts[name];
    if (text === undefined) throw new Error(`${name} is not in this file`);
    return text;
  };
  const addresses = new Map<string, string>();
  scope.lomsongSingleFile = {
    text: part,
    address(name) {
      const known = addresses.get(name);
      if (known) return known;
      const isScript = name.endsWith('.js');
      const blob = URL.createObjectURL(new Blob([part(name)], { type: isScript ? 'text/javascript' : 'text/plain' }));
      // By this ending MapLibre knows a classic worker; what stands behind # takes no part in finding the blob.
      const made = isScript ? `${blob}#worker.cjs` : blob;
      addresses.set(name, made);
      return made;
    },
    template: () => part('shell.html').replace(PLACE_OF_PARTS, () => packed),
    project: baked === '' ? null : bytesOf(baked),
  };
  // As they are: the policy knows both by their hashes.
  const style = document.createElement('style');
  style.textContent = part('page.css');
  document.head.append(style);
  const script = document.createElement('script');
  script.type = 'module';
  script.textContent = part('page.js');
  document.body.append(script);
}

// The parts stand behind it.
addEventListener('DOMContentLoaded', () => void start());
