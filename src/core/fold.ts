/**
 * Text compared the way people type it: accents, case, and the letter that normal form D does not split.
 */

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MARKS = /\p{M}/gu;
const D_STROKE = /\u0111/g;
const SPACES = /[\s\u00a0\u200b\ufeff]+/g;

/** Lower case, no accents, d for d-with-stroke, single spaces, trimmed. Works on NFC and NFD alike. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').toLowerCase().replace(D_STROKE, 'd').replace(SPACES, ' ').trim();
}

/**
 * Lower case with every tone mark moved to the end of its word, so that both ways of placing it (on the first or
 * the second vowel: "hoa`" either way) compare equal, while different tones stay different.
 */
export function foldKeepingTones(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(SPACES, ' ')
    .trim()
    .replace(/[^\s,;()/-]+/g, (word) => {
      const tones = word.match(TONES);
      return tones ? word.replace(TONES, '') + tones.join('') : word;
    });
}

/** Folded text without anything but letters and digits: for comparing headers and short codes. */
export function foldToKey(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}
