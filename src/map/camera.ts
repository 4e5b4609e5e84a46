/** Where the camera goes: pure arithmetic on boxes and pixels. */
import { boxOfBoxes, boxOfGeometry } from '../core/box';
import type { Box, Commune } from '../core/model';

/** CSS pixels at each edge of the map that something else covers. */
export interface Padding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export const NO_PADDING: Padding = { top: 0, right: 0, bottom: 0, left: 0 };

/** Hà Giang, until communes are loaded. */
const HOME_BOX: Box = [104.33, 22.16, 105.58, 23.4];

/** Share of the box's extent that the map may be moved beyond it; less would not let the whole fit on wide screens. */
const MARGIN_SHARE = 1.5;

export function boxOfCommunes(communes: readonly Commune[]): Box {
  return communes.length > 0 ? boxOfBoxes(communes.map((c) => boxOfGeometry(c.geometry))) : HOME_BOX;
}

/** The box with room around it, as far as the reader may move. */
export function widened([west, south, east, north]: Box): Box {
  const lng = (east - west) * MARGIN_SHARE;
  const lat = (north - south) * MARGIN_SHARE;
  return [Math.max(-180, west - lng), Math.max(-85, south - lat), Math.min(180, east + lng), Math.min(85, north + lat)];
}

/** What is left of a map of this size, with a little air, never more than is there. */
export function paddingWithAir(covered: Padding, width: number, height: number): Padding {
  const air = Math.max(8, Math.min(40, Math.min(width, height) * 0.05));
  const fit = (a: number, b: number, size: number): [number, number] => {
    const room = size - 2 * air - 60;
    const scale = a + b > room ? Math.max(0, room / (a + b)) : 1;
    return [a * scale + air, b * scale + air];
  };
  const [left, right] = fit(covered.left, covered.right, width);
  const [top, bottom] = fit(covered.top, covered.bottom, height);
  return { top, right, bottom, left };
}

export interface PixelBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Whether a box on the screen lies wholly in the part that nothing covers, and is large enough there to be read. */
export function isWellShown(box: PixelBox, covered: Padding, width: number, height: number): boolean {
  const free = { left: covered.left, top: covered.top, right: width - covered.right, bottom: height - covered.bottom };
  if (box.left < free.left || box.right > free.right || box.top < free.top || box.bottom > free.bottom) return false;
  const share = Math.max((box.right - box.left) / (free.right - free.left), (box.bottom - box.top) / (free.bottom - free.top));
  return share > 0.2;
}
