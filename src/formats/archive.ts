/** Zip and gzip → the bytes inside, whole or not at all. fflate inflates; what it leaves unchecked is checked here. */
import { Gunzip, unzipSync } from 'fflate';

/** An archive of strangers that unpacks to more would take the machine's memory, and minutes. */
const LARGEST_BYTES = 256 * 1024 * 1024;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** CRC-32 as zip, gzip and PNG have it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = CRC_TABLE[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The text or table in a gzip file, all its members joined. Throws where it breaks off, is damaged or too large. */
export function gunzipWhole(bytes: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  let total = 0;
  const memberStarts: number[] = [];
  const stream = new Gunzip((chunk) => {
    total += chunk.length;
    if (total > LARGEST_BYTES) throw new Error('archive too large');
    chunks.push(chunk.slice());
  });
  stream.onmember = () => memberStarts.push(total);
  // In steps, so that a bomb is seen before it has gone off.
  const STEP = 1 << 16;
  for (let at = 0; at < bytes.length; at += STEP) stream.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  const whole = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  const last = whole.subarray(memberStarts.at(-1) ?? 0);
  const trailer = viewOf(bytes.subarray(bytes.length - 8));
  if (trailer.getUint32(0, true) !== crc32(last) || trailer.getUint32(4, true) !== last.length) throw new Error('gzip is damaged');
  return whole;
}

/**
 * The files in a zip that `wanted` asks for, by name. Throws where the archive breaks off, is damaged or too large.
 * @param wanted by name; folders are never asked for
 * @param largestBytes that all of them together may unpack to
 */
export function unzipWhole(bytes: Uint8Array, wanted: (name: string) => boolean, largestBytes = LARGEST_BYTES): Record<string, Uint8Array> {
  let total = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (name.endsWith('/') || !wanted(name)) return false;
      total += originalSize;
      if (total > largestBytes) throw new Error('archive too large');
      return true;
    },
  });
  const sums = checksumsOf(bytes);
  for (const [name, file] of Object.entries(files)) {
    const sum = sums.get(name);
    if (sum !== undefined && sum !== crc32(file)) throw new Error('zip is damaged');
  }
  return files;
}

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const UTF8_NAME = 0x800;

/** Checksums by name, from the directory at the end of a zip. fflate reads the names by the same two rules. */
function checksumsOf(bytes: Uint8Array): Map<string, number> {
  const view = viewOf(bytes);
  const sums = new Map<string, number>();
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== DIRECTORY_END) end--;
  if (end < 0) return sums;
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= bytes.length && view.getUint32(at, true) === DIRECTORY_ENTRY) {
    const nameLength = view.getUint16(at + 28, true);
    const name = bytes.subarray(at + 46, at + 46 + nameLength);
    const utf8 = (view.getUint16(at + 8, true) & UTF8_NAME) !== 0;
    sums.set(utf8 ? new TextDecoder().decode(name) : Array.from(name, (byte) => String.fromCharCode(byte)).join(''), view.getUint32(at + 16, true));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sums;
}
