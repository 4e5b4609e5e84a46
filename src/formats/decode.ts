/** Bytes → text: UTF-8, UTF-16 with its mark, else one of the two old Vietnamese encodings. */
import { fold } from '../core/fold';

export type Encoding = 'utf-8' | 'utf-16' | 'windows-1258' | 'TCVN3';

export type Decoded =
  | {
      kind: 'text';
      /** Normal form C, without a byte order mark; line ends as in the file. */
      text: string;
      encoding: Encoding;
      /** UTF-8 with some bytes that are none: they are read as U+FFFD. */
      damaged: boolean;
    }
  | { kind: 'binary' }
  /** UTF-8 that ends inside a character. */
  | { kind: 'breaks-off' };

/**
 * TCVN 5712 from 0xA0 on, as the ABC fonts (`.VnTime`) have it; 0x80-0x9F are read as windows-1252 has them, because
 * files in this encoding were made with fonts on a western Windows. (Code points from glibc's TCVN5712-1.)
 */
const TCVN3_FROM_A0 = (
  '00a0 0102 00c2 00ca 00d4 01a0 01af 0110 0103 00e2 00ea 00f4 01a1 01b0 0111 1eb0 ' +
  '0300 0309 0303 0301 0323 00e0 1ea3 00e3 00e1 1ea1 1eb2 1eb1 1eb3 1eb5 1eaf 1eb4 ' +
  '1eae 1ea6 1ea8 1eaa 1ea4 1ec0 1eb7 1ea7 1ea9 1eab 1ea5 1ead 00e8 1ec2 1ebb 1ebd ' +
  '00e9 1eb9 1ec1 1ec3 1ec5 1ebf 1ec7 00ec 1ec9 1ec4 1ebe 1ed2 0129 00ed 1ecb 00f2 ' +
  '1ed4 1ecf 00f5 00f3 1ecd 1ed3 1ed5 1ed7 1ed1 1ed9 1edd 1edf 1ee1 1edb 1ee3 00f9 ' +
  '1ed6 1ee7 0169 00fa 1ee5 1eeb 1eed 1eef 1ee9 1ef1 1ef3 1ef7 1ef9 00fd 1ef5 1ed0'
)
  .split(' ')
  .map((code) => String.fromCharCode(Number.parseInt(code, 16)));

/** Signatures of containers and pictures that hold no text. */
const BINARY_SIGNATURES = ['PK\u0003\u0004', '\u001f\u008b', '%PDF', '\u0089PNG', '\u00d0\u00cf\u0011\u00e0', 'SQLite format 3', 'Rar!', '7z\u00bc\u00af', '\u00ff\u00d8\u00ff'];

/** The shape of a Vietnamese syllable without its accents. */
const SYLLABLE = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/;

/** The text of a file. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be');
  if (looksBinary(bytes)) return { kind: 'binary' };
  const utf8 = decodeUtf8(bytes);
  if (utf8) return utf8;

  const candidates: { text: string; encoding: Encoding; damaged: boolean }[] = [
    { text: normalise(new TextDecoder('windows-1258').decode(bytes)), encoding: 'windows-1258', damaged: false },
    { text: normalise(decodeTcvn3(bytes)), encoding: 'TCVN3', damaged: false },
    { text: normalise(new TextDecoder('utf-8').decode(bytes)), encoding: 'utf-8', damaged: true },
  ];
  let best = candidates[0]!;
  let bestScore = -Infinity;
  for (const candidate of candidates) {
    const score = plausibility(candidate.text);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return { kind: 'text', ...best };
}

function decodeUtf8(bytes: Uint8Array): Decoded | null {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text: string;
  try {
    text = decoder.decode(bytes, { stream: true });
  } catch {
    return null;
  }
  try {
    decoder.decode();
    return { kind: 'text', text: normalise(text), encoding: 'utf-8', damaged: false };
  } catch {
    // A lone high byte at the end of plain ASCII is more likely a letter of an old encoding.
    return /[^\u0000-\u007f]/.test(text) ? { kind: 'breaks-off' } : null;
  }
}

function normalise(text: string): string {
  return (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).normalize('NFC');
}

function decodeUtf16(bytes: Uint8Array, label: 'utf-16le' | 'utf-16be'): Decoded {
  const text = new TextDecoder(label).decode(bytes);
  return text.includes('\u0000') ? { kind: 'binary' } : { kind: 'text', text: normalise(text), encoding: 'utf-16', damaged: false };
}

function looksBinary(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  if (BINARY_SIGNATURES.some((signature) => head.startsWith(signature))) return true;
  let controls = 0;
  for (const byte of bytes) {
    if (byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1a || byte === 0x1e) continue;
    if (byte === 0) return true;
    controls++;
  }
  return controls * 100 > bytes.length;
}

function decodeTcvn3(bytes: Uint8Array): string {
  const western = new TextDecoder('windows-1252').decode(bytes);
  let text = '';
  let copied = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0xa0) continue;
    text += western.slice(copied, i) + TCVN3_FROM_A0[byte - 0xa0]!;
    copied = i + 1;
  }
  text += western.slice(copied);
  // The capitals with tones are only in a second font: the byte is the small letter's, the word is in capitals.
  return text.replace(/[\p{L}]{2,}/gu, (word) => (/[A-Z]/.test(word) && !/[a-z]/.test(word) && (word.match(/[A-Z]/g)?.length ?? 0) > 1 ? word.toUpperCase() : word));
}

/** Words with accents that are possible Vietnamese syllables, less those that are not. */
function plausibility(text: string): number {
  let score = 0;
  let words = 0;
  for (const [word] of text.matchAll(/[^\s,;|"'()./:0-9-]*[^\u0000-\u007f][^\s,;|"'()./:0-9-]*/g)) {
    score += SYLLABLE.test(fold(word)) && isOneTone(word) ? 1 : -1;
    if (++words === 5000) break;
  }
  return score;
}

function isOneTone(word: string): boolean {
  return (word.normalize('NFD').match(/[\u0300\u0301\u0303\u0309\u0323]/g)?.length ?? 0) <= 1;
}
