/** A fresh identifier. `crypto.randomUUID` is missing where a page is not served securely, as on an office's own network. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
