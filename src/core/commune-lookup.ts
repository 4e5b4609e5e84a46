/**
 * From what people write for a commune to its code: codes with or without their zeros, `old:` codes, names old or
 * new, with or without accents, prefix, district.
 */
import type { CommuneIndex } from './commune-index';
import { fold, foldKeepingTones } from './fold';
import type { Commune, LngLat, OldUnit } from './model';

type Resolution =
  | { kind: 'found'; code: string }
  /** Split or of several units, and the position does not decide. */
  | { kind: 'ambiguous'; codes: string[] }
  /** `oldCode` where the text is the bare code of an old unit that no commune bears today. */
  | { kind: 'unknown'; oldCode: string | null };

export interface CommuneLookup {
  /**
   * @param text a code (`00691`, `691`), `old:00733`, or a name ("Xa Lung Cu", "Ta Lung, Meo Vac")
   * @param position decides between the communes of a split unit or of a name that several bear
   * @param index where the position lies; without it a position decides nothing
   */
  resolve(text: string, position?: LngLat | null, index?: CommuneIndex | null): Resolution;
}

/** Words that open a unit's name or a district's, folded. */
const UNIT_PREFIX = /^(?:xa|phuong|thi tran|tt|p|x)(?:\.\s*|\s+)(?=\S)/;
/** The three words with their tones: a name itself may begin with a syllable that only differs in them (Xa Phin, Phuong Do). */
const UNIT_WORDS = ['xa\u0303', 'phu\u031bo\u031b\u0300ng', 'thi\u0323 tra\u0302\u0301n'].map((word) => `${foldKeepingTones(word)} `);
const DISTRICT_PREFIX = /^(?:huyen|thanh pho|thi xa|quan|tp|h)(?:\.\s*|\s+)(?=\S)/;
const PROVINCE = /^(?:tinh\s+)?(?:ha giang|tuyen quang|viet nam)$/;

interface Named {
  /** The communes of today it stands for. */
  codes: string[];
  district: string | null;
}

/** The name with its tones, without the word for its unit. */
function tonedName(name: string): string {
  const toned = foldKeepingTones(name);
  const prefix = UNIT_WORDS.find((word) => toned.startsWith(word));
  return prefix === undefined ? toned : toned.slice(prefix.length);
}

function beginsWithUnit(name: string): boolean {
  const toned = foldKeepingTones(name);
  return UNIT_WORDS.some((word) => toned.startsWith(word));
}

/** Five digits where the text is a number of at most five; null where it is not. */
export function normaliseCommuneCode(text: string): string | null {
  const digits = /^'?(\d{1,5})(?:\.0+)?$/.exec(text.trim());
  return digits ? digits[1]!.padStart(5, '0') : null;
}

/**
 * @param communes those loaded: only their codes are ever found
 * @param oldUnits the units until 30 June 2025, where they belong to these communes; those that went elsewhere are left out
 */
export function createCommuneLookup(communes: readonly Commune[], oldUnits: readonly OldUnit[] = []): CommuneLookup {
  const codes = new Map<string, string>();
  /** Key → what bears the name; keys of both precisions live apart. */
  const byTones = new Map<string, Named[]>();
  const byFold = new Map<string, Named[]>();
  const districts = new Set<string>();
  const oldByCode = new Map<string, Named>();

  const register = (name: string, named: Named): void => {
    const toned = tonedName(name);
    for (const [map, key] of [[byTones, toned], [byFold, fold(toned)]] as const) {
      const list = map.get(key);
      if (!list) map.set(key, [named]);
      else if (!list.includes(named)) list.push(named);
    }
  };

  for (const commune of communes) {
    codes.set(commune.code.trim().toLowerCase(), commune.code);
    register(commune.name, { codes: [commune.code], district: null });
  }
  const known = new Set(communes.map((commune) => commune.code));
  for (const unit of oldUnits) {
    const targets = unit.communes.map((target) => target.code).filter((code) => known.has(code));
    if (targets.length === 0) continue;
    const district = fold(unit.district).replace(DISTRICT_PREFIX, '');
    districts.add(district);
    const named: Named = { codes: targets, district };
    oldByCode.set(unit.code, named);
    for (const name of [unit.name, ...unit.otherNames]) register(name, named);
  }

  const decide = (candidates: string[], position?: LngLat | null, index?: CommuneIndex | null): Resolution => {
    const unique = [...new Set(candidates)];
    if (unique.length === 1) return { kind: 'found', code: unique[0]! };
    const here = position && index ? index.locate(position) : null;
    if (here && unique.includes(here.code)) return { kind: 'found', code: here.code };
    return { kind: 'ambiguous', codes: unique.sort() };
  };

  const findName = (name: string, qualifiers: string[]): Named[] => {
    const folded = fold(name);
    const wanted = qualifiers.filter((part) => !PROVINCE.test(part) || districts.has(part.replace(DISTRICT_PREFIX, '')));
    // From the most to the least exact: without accents, "phuong do" may be a name or a ward called "do".
    const toned = tonedName(name);
    for (const list of [byTones.get(toned), byFold.get(fold(toned)), byFold.get(folded.replace(UNIT_PREFIX, ''))]) {
      if (!list) continue;
      if (wanted.length === 0 || districts.size === 0) return list;
      const inDistrict = list.filter(({ district }) => district !== null && wanted.some((part) => part.replace(DISTRICT_PREFIX, '') === district));
      if (inDistrict.length > 0) return inDistrict;
      // The province's name is also its old city's: it may stand behind any commune.
      if (wanted.every((part) => PROVINCE.test(part))) return list;
    }
    return [];
  };

  return {
    resolve(text, position, index) {
      const trimmed = text.normalize('NFC').trim();
      const asIs = codes.get(trimmed.toLowerCase());
      // Before all else: communes loaded may be old units themselves, under their `old:` codes.
      if (asIs !== undefined) return { kind: 'found', code: asIs };
      const old = /^old\s*:\s*(.+)$/i.exec(trimmed);
      if (old) {
        const unit = oldByCode.get(normaliseCommuneCode(old[1]!) ?? '');
        return unit ? decide(unit.codes, position, index) : { kind: 'unknown', oldCode: null };
      }
      const digits = normaliseCommuneCode(trimmed);
      if (digits !== null) {
        const code = codes.get(digits);
        if (code !== undefined) return { kind: 'found', code };
        return { kind: 'unknown', oldCode: oldByCode.has(digits) ? digits : null };
      }

      const parts = trimmed.split(/\s*[,;()/\n]\s*|\s+[-\u2013\u2014]\s+/).filter((part) => part !== '');
      if (parts.length === 0) return { kind: 'unknown', oldCode: null };
      const prefixed = parts.findIndex(beginsWithUnit);
      const start = prefixed === -1 ? 0 : prefixed;
      const candidates = findName(parts[start]!, parts.slice(start + 1).map(fold));
      if (candidates.length === 0) return { kind: 'unknown', oldCode: null };
      const decided = decide(candidates.flatMap((named) => named.codes), position, index);
      if (decided.kind === 'found') return decided;
      // A name that one commune bears today is that commune's, unless the position speaks for an older bearer.
      const today = new Set(candidates.filter(({ district }) => district === null).flatMap((named) => named.codes));
      return today.size === 1 ? { kind: 'found', code: [...today][0]! } : decided;
    },
  };
}
