/** The nginx example of docs/hosting.md as far as answers depend on it: which place answers a path, with which headers. */
import { readFileSync } from 'node:fs';

interface Directive {
  name: string;
  words: string[];
  inside: Directive[];
}

export interface Place {
  /** null: it answers with what lies in `folder`. */
  redirect: string | null;
  folder: string;
  headers: Record<string, string>;
}

const HOSTING = readFileSync('docs/hosting.md', 'utf8');

export const hostingExample = (language: string): string => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(HOSTING)![1]!;

/** Every value that the page's documentation gives to a header, whatever server it is for. */
export function documentedValues(header: string): string[] {
  return [...HOSTING.matchAll(new RegExp(`^\\s*(?:add_header |Header set )?${header}:? +"?([^"\\n|]+?)"?;?$`, 'gm'))].map((m) => m[1]!);
}

function parse(text: string): Directive[] {
  const words = [...text.replace(/^\s*#.*$|\s#.*$/gm, '').matchAll(/"([^"]*)"|([;{}])|([^\s;{}]+)/g)];
  let at = 0;
  const block = (): Directive[] => {
    const found: Directive[] = [];
    let said: string[] = [];
    while (at < words.length) {
      const [, quoted, mark, plain] = words[at++]!;
      if (mark === '}') break;
      if (!mark) said.push(quoted ?? plain!);
      else {
        const [name, ...rest] = said;
        found.push({ name: name!, words: rest, inside: mark === '{' ? block() : [] });
        said = [];
      }
    }
    return found;
  };
  return block();
}

/** By path, as nginx decides: an exact place before all, else the longest beginning; headers are inherited where a place has none of its own. */
export function nginxPlaces(): (path: string) => Place | null {
  const places: (Place & { exact: boolean; path: string })[] = [];
  const gather = (inside: Directive[], above: Place) => {
    const one = (name: string) => inside.find((d) => d.name === name)?.words;
    const own = Object.fromEntries(inside.filter((d) => d.name === 'add_header').map(({ words: [name, value] }) => [name!.toLowerCase(), value!]));
    const here: Place = { redirect: one('return')?.[1]!.replace('$is_args$args', '') ?? null, folder: one('alias')?.[0] ?? above.folder, headers: Object.keys(own).length > 0 ? own : above.headers };
    for (const { name, words, inside: below } of inside) {
      if (name === 'server') gather(below, here);
      if (name === 'location') places.push({ ...gather(below, here), exact: words[0] === '=', path: words.at(-1)! });
    }
    return here;
  };
  gather(parse(hostingExample('nginx')), { redirect: null, folder: '', headers: {} });
  return (path) => places.find((p) => p.exact && p.path === path) ?? places.filter((p) => !p.exact && path.startsWith(p.path)).sort((a, b) => b.path.length - a.path.length)[0] ?? null;
}
