/** HTML that is XML as well: what is put into it is escaped, unless it is markup itself. */
import { escapeXml } from '../formats/xml-text';

export class Markup {
  constructor(readonly source: string) {}
}

export type Part = Markup | string | number | null | undefined | false | readonly Part[];

function sourceOf(part: Part): string {
  if (part instanceof Markup) return part.source;
  if (part === null || part === undefined || part === false) return '';
  return typeof part === 'object' ? part.map(sourceOf).join('') : escapeXml(String(part));
}

/** A template whose values are text, numbers, markup, or lists of these; attributes stand in double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((text, i) => text + (i < parts.length ? sourceOf(parts[i]) : '')).join(''));
}

export function joined(parts: readonly Part[], separator: Part): Markup {
  return new Markup(parts.map(sourceOf).join(sourceOf(separator)));
}
