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
const MODIFIERS = new Set(['fdd', 'tdd', 'a', 'advanced', 'pro', 'sa', 'nsa', 'mhz', 'mang', 'tram', 'band', 'plus', 'vung', 'phu', 'song', 'coverage', 'network', 'layer', 'lop', 'cell', 'cells']);

/**
 * 2G…5G from `4g`, `LTE-A`, `GSM 900`, `5G NSA`. null where nothing or more than one technology is named, or where
 * a word is not understood (`NB-IoT`, `LTE-M`, `CDMA`).
 */
export function parseTechnology(text: string): Technology | null {
  if (text.length > 60) return null;
  const words = fold(text).replace(/e-utra/g, 'eutra').match(/[a-z0-9]+/g);
  if (!words) return null;
  let found: Technology | null = null;
  for (const word of words) {
    const technology = GENERATION.get(word) ?? GENERATION.get(word.replace(/\d{3,4}$/, ''));
    if (technology) {
      if (found !== null && found !== technology) return null;
      found = technology;
    } else if (!MODIFIERS.has(word) && !(found !== null && /^\d{3,4}(?:mhz)?$/.test(word))) {
      return null;
    }
  }
  return found;
}
