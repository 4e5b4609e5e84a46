/**
 * A very small rasteriser: a drawing is a function from a place to a colour, looked up several times in each pixel.
 * No canvas and no DOM, so images are made the same everywhere and can be tested.
 */

export interface PixelImage {
  /** In device pixels. */
  width: number;
  height: number;
  /** RGBA, not premultiplied, row by row. */
  data: Uint8ClampedArray;
  /** Device pixels in a CSS pixel. */
  pixelRatio: number;
}

export type Rgb = readonly [red: number, green: number, blue: number];
/** Colour at a place in CSS pixels, or null where nothing is drawn; always the same object for the same colour. */
export type Drawing = (x: number, y: number) => Rgb | null;

/** Samples along each side of a pixel on an edge. */
const SAMPLES = 4;
const PIXEL_RATIO = 2;

export function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Draws `width` × `height` CSS pixels, with (0, 0) at the left top. */
export function rasterise(width: number, height: number, drawing: Drawing): PixelImage {
  const columns = width * PIXEL_RATIO;
  const rows = height * PIXEL_RATIO;
  const data = new Uint8ClampedArray(columns * rows * 4);
  // Colours at the corners of the pixels; where four agree with the middle, the pixel is of one colour.
  const corners = Array.from({ length: (columns + 1) * (rows + 1) }, (_, i) =>
    drawing((i % (columns + 1)) / PIXEL_RATIO, Math.floor(i / (columns + 1)) / PIXEL_RATIO),
  );
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const corner = row * (columns + 1) + column;
      const middle = drawing((column + 0.5) / PIXEL_RATIO, (row + 0.5) / PIXEL_RATIO);
      const at = (row * columns + column) * 4;
      if ([corner, corner + 1, corner + columns + 1, corner + columns + 2].every((i) => corners[i] === middle)) {
        if (middle) data.set([...middle, 255], at);
        continue;
      }
      let red = 0;
      let green = 0;
      let blue = 0;
      let hits = 0;
      for (let i = 0; i < SAMPLES * SAMPLES; i++) {
        const x = (column + ((i % SAMPLES) + 0.5) / SAMPLES) / PIXEL_RATIO;
        const y = (row + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) / PIXEL_RATIO;
        const color = drawing(x, y);
        if (!color) continue;
        red += color[0];
        green += color[1];
        blue += color[2];
        hits++;
      }
      if (hits > 0) data.set([red / hits, green / hits, blue / hits, (255 * hits) / (SAMPLES * SAMPLES)], at);
    }
  }
  return { width: columns, height: rows, data, pixelRatio: PIXEL_RATIO };
}
