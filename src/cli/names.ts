/** Names that the user wrote, as the sources have them. */
import type { CommuneLookup } from '../core/commune-lookup';
import { fold } from '../core/fold';
import type { GapInput } from '../core/gaps';
import type { Commune } from '../core/model';
import { canonicalOperator } from '../formats/operator';
import { language } from '../strings/every-language';
import { UsageError } from './io';

/** The communes named, in the order of `communes`; all where none is. */
export function communesWanted(names: readonly string[], communes: readonly Commune[], lookup: CommuneLookup, lang: string): readonly Commune[] {
  if (names.length === 0) return communes;
  const text = language(lang).cli;
  const codes = new Set(names.map((name) => {
    if (communes.some((c) => c.code === name)) return name;
    const found = lookup.resolve(name);
    if (found.kind === 'found') return found.code;
    throw new UsageError(found.kind === 'ambiguous' ? text.ambiguousCommune(name, found.codes.join(', ')) : text.unknownCommune(name));
  }));
  return communes.filter((c) => codes.has(c.code));
}

/**
 * The operators as the sources spell them: case, accents and MCC-MNC codes do not matter, and the last word of a name is
 * enough where it is one operator's alone.
 * @param strange what to do with a name that no source has
 */
export function operatorsAsked(names: readonly string[], { cells, coverage, measurements, added }: GapInput, strange: (name: string, known: string) => void): string[] {
  const known = [...new Set([...(cells ?? []), ...(coverage ?? []), ...(measurements ?? []), ...(added ?? [])].flatMap((row) => row.operator ?? []))].sort();
  return names.flatMap((asked) => {
    const canonical = canonicalOperator(asked);
    // Sources may spell one name in several ways: all of them are meant.
    const found = known.filter((name) => fold(name) === fold(canonical));
    if (found.length > 0) return found;
    const ending = known.filter((name) => fold(name).endsWith(` ${fold(canonical)}`));
    if (new Set(ending.map(fold)).size === 1) return ending;
    strange(asked, known.join(', ') || '–');
    return [canonical];
  });
}
