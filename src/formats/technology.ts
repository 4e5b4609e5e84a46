/** Technology names as operators write them. What is not surely one of the four stays unknown. */
import { fold } from '../core/fold';
import type { Technology } from '../core/model';

const GENERATION: ReadonlyMap<string, Technology> = new Map(Object.entries({
  '2g': '2G', gsm: '2G', gprs: '2G', edge: '2G', dcs: '2G', geran: '2G',
  '3g': '3G', umts: '3G', wcdma: '3G', hspa: '3G', hsdpa: '3G', hsupa: '3G', utran: '3G', utra: '3G',
  '4g': '4G', lte: '4G', eutran: '4G', eutra: '4G', ltea: '4G',
  '5g': '5G', nr: '5G', '5gnr': '5G', ngran: '5G',
} as const));

/** Words that say more about a technology without changing which it is. */
const MODIFIERS = new Set(['fdd', 'tdd', 'a', 'advanced', 'pro', 'sa', 'nsa', 'mhz', 'mang', 'tram', 'band', 'plus', 'vung', 'phu', 'song', 'coverage', 'network', 'layer', 'lop', 'cell', 'cells', 'va', 'and']);

/** The technologies that a text names, each once; none where a word is not understood (`NB-IoT`, `LTE-M`, `CDMA`). */
export function parseTechnologies(text: string): Technology[] {
  if (text.length > 60) return [];
  const words = fold(text).replace(/e-utra/g, 'eutra').match(/[a-z0-9]+/g);
  const found = new Set<Technology>();
  for (const word of words ?? []) {
    const technology = GENERATION.get(word) ?? GENERATION.get(word.replace(/\d{3,4}$/, ''));
    if (technology) found.add(technology);
    else if (!MODIFIERS.has(word) && !(found.size > 0 && /^\d{3,4}(?:mhz)?$/.test(word))) return [];
  }
  return [...found];
}

/** 2G…5G from `4g`, `LTE-A`, `GSM 900`, `5G NSA`. null where not exactly one technology is named, or a word is not understood. */
export function parseTechnology(text: string): Technology | null {
  const [technology, ...more] = parseTechnologies(text);
  return technology !== undefined && more.length === 0 ? technology : null;
}
