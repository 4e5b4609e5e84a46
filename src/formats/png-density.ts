/** A PNG that says how large it is meant to be on paper (its pHYs chunk; PNG specification, 11.3.4.3). */
import { crc32 } from './archive';

/** Length, name and checksum around a chunk's data. */
const CHUNK_FRAME = 12;
/** The signature and the first chunk, IHDR, of 13 bytes. */
const AFTER_HEADER = 8 + CHUNK_FRAME + 13;
const PHYS = 0x70485973;
const METRE = 1;

/** @param png without such a chunk, as canvases write it */
export function withDensity(png: Uint8Array, dotsPerInch: number): Uint8Array {
  const chunk = new DataView(new ArrayBuffer(CHUNK_FRAME + 9));
  const dotsPerMetre = Math.round(dotsPerInch / 0.0254);
  chunk.setUint32(0, 9);
  chunk.setUint32(4, PHYS);
  chunk.setUint32(8, dotsPerMetre);
  chunk.setUint32(12, dotsPerMetre);
  chunk.setUint8(16, METRE);
  chunk.setUint32(17, crc32(new Uint8Array(chunk.buffer, 4, 13)));
  const whole = new Uint8Array(png.length + chunk.byteLength);
  whole.set(png.subarray(0, AFTER_HEADER));
  whole.set(new Uint8Array(chunk.buffer), AFTER_HEADER);
  whole.set(png.subarray(AFTER_HEADER), AFTER_HEADER + chunk.byteLength);
  return whole;
}
