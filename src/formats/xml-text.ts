/** Text that XML 1.0 can hold. */

const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** The text in normal form C without control characters and half characters, which no XML parser accepts. */
export function xmlText(text: string): string {
  return text.replace(UNFIT, '').normalize('NFC');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The same, escaped for element content and attributes. */
export function escapeXml(text: string): string {
  return xmlText(text).replace(/[&<>"]/g, (letter) => ESCAPES[letter]!);
}
