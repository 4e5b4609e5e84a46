/** Codes of units until 30 June 2025: `old:00733`, since a bare code means a unit of 2025. */

/** The five-digit code behind `old:`, its zeros put back; null where the text is no such code. */
export function readOldCode(text: string): string | null {
  const digits = /^\s*old\s*:\s*'?(\d{1,5})\s*$/i.exec(text.normalize('NFC'));
  return digits ? digits[1]!.padStart(5, '0') : null;
}

/** @param code five digits */
export function writeOldCode(code: string): string {
  return `old:${code}`;
}
