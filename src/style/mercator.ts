/**
 * Where places of the earth stand on a flat map: Web Mercator with the same zoom as the map library's, so that an
 * address with a camera in it shows the same ground on either map. At zoom z the world is 512 · 2^z CSS pixels wide.
 */
import type { Box, LngLat, MultiPolygonRings } from '../core/model';

/** What is in the middle, and how large. */
export interface Viewpoint {
  lng: number;
  lat: number;
  zoom: number;
}

/** CSS pixels. */
export interface Extent {
  width: number;
  height: number;
}

interface Covered {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** A sheet's unit is a CSS pixel at this zoom: with one decimal a place is kept to half a metre. */
export const SHEET_ZOOM = 14;
const SHEET_SIDE = 512 * 2 ** SHEET_ZOOM;

const xOf = (lng: number): number => ((lng + 180) / 360) * SHEET_SIDE;
const yOf = (lat: number): number => {
  const sin = Math.sin((lat * Math.PI) / 180);
  return (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * SHEET_SIDE;
};
const lngOf = (x: number): number => (x / SHEET_SIDE) * 360 - 180;
const latOf = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / SHEET_SIDE))) * 180) / Math.PI;

/** Units of the sheet in a CSS pixel at a zoom. */
export const unitsPerPixel = (zoom: number): number => 2 ** (SHEET_ZOOM - zoom);

/** Metres on the ground in a CSS pixel. */
export const metersPerPixel = ({ lat, zoom }: Viewpoint): number => (2 * Math.PI * 6_378_137 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom);

export interface Sheet {
  /** Units from the sheet's origin, x eastwards and y southwards. */
  project(place: LngLat): [x: number, y: number];
  unproject(x: number, y: number): LngLat;
  /** `left top width height` of what a map of this extent shows. */
  viewBox(camera: Viewpoint, extent: Extent): [number, number, number, number];
  /** The `d` of an SVG path of the rings; see `pathOfLines`. */
  pathOfRings(area: MultiPolygonRings, grain?: number): string;
  /**
   * The `d` of an SVG path of lines. Vertices fall on a grid of `grain` units, and those that fall on the one before are
   * left out: neighbours that share a border share it at every grain, wherever their rings begin.
   */
  pathOfLines(lines: readonly (readonly LngLat[])[], grain?: number): string;
}

const FINE_GRAIN = 0.1;

/** A sheet whose origin is a corner of the box, because pictures have few digits. */
export function sheetOf([west, , , north]: Box): Sheet {
  const left = Math.round(xOf(west));
  const top = Math.round(yOf(north));
  const project = ([lng, lat]: LngLat): [number, number] => [xOf(lng) - left, yOf(lat) - top];
  const pointsOf = (line: readonly LngLat[], grain: number): string[] => {
    const points: string[] = [];
    for (const place of line) {
      const [x, y] = project(place);
      const snap = (value: number) => Math.round(Math.round(value / grain) * grain * 10) / 10 + 0;
      const point = `${snap(x)} ${snap(y)}`;
      if (points.at(-1) !== point) points.push(point);
    }
    return points;
  };
  const pathOfLines: Sheet['pathOfLines'] = (lines, grain = FINE_GRAIN) =>
    lines.map((line) => {
      const points = pointsOf(line, grain);
      return points.length > 1 ? `M${points.join('L')}` : '';
    }).join('');
  return {
    project,
    unproject: (x, y) => [lngOf(x + left), latOf(y + top)],
    viewBox(camera, { width, height }) {
      const [x, y] = project([camera.lng, camera.lat]);
      const units = unitsPerPixel(camera.zoom);
      return [x - (width * units) / 2, y - (height * units) / 2, width * units, height * units];
    },
    pathOfRings: (area, grain = FINE_GRAIN) =>
      area.flat().map((ring) => {
        const points = pointsOf(ring, grain);
        if (points.at(-1) === points[0]) points.pop();
        return points.length > 2 ? `M${points.join('L')}Z` : '';
      }).join(''),
    pathOfLines,
  };
}

/** The camera that shows the box as large as it fits in what nothing covers. */
export function cameraOfBox([west, south, east, north]: Box, { width, height }: Extent, covered: Covered, maxZoom: number): Viewpoint {
  const free = { width: Math.max(1, width - covered.left - covered.right), height: Math.max(1, height - covered.top - covered.bottom) };
  const [left, top, right, bottom] = [xOf(west), yOf(north), xOf(east), yOf(south)];
  const fits = Math.min(free.width / Math.max(1e-6, right - left), free.height / Math.max(1e-6, bottom - top));
  const zoom = Math.min(maxZoom, SHEET_ZOOM + Math.log2(fits));
  const units = unitsPerPixel(zoom);
  const x = (left + right) / 2 + ((covered.right - covered.left) / 2) * units;
  const y = (top + bottom) / 2 + ((covered.bottom - covered.top) / 2) * units;
  return { lng: lngOf(x), lat: latOf(y), zoom };
}

/** The camera after the map was pushed by so many CSS pixels. */
export function pushed({ lng, lat, zoom }: Viewpoint, dx: number, dy: number): Viewpoint {
  const units = unitsPerPixel(zoom);
  return { lng: lngOf(xOf(lng) - dx * units), lat: latOf(yOf(lat) - dy * units), zoom };
}

/** Another zoom, with the place under a point (CSS pixels from the middle of the map) staying where it is. */
export function zoomedAt(camera: Viewpoint, zoom: number, dx = 0, dy = 0): Viewpoint {
  const under = pushed(camera, -dx, -dy);
  return pushed({ ...under, zoom }, dx, dy);
}

/** The camera, kept near a box. */
export function heldIn({ lng, lat, zoom }: Viewpoint, [west, south, east, north]: Box, [least, most]: readonly [number, number]): Viewpoint {
  const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
  return { lng: within(lng, west, east), lat: within(lat, south, north), zoom: within(zoom, least, most) };
}

const SCALE_STEPS = [1, 2, 5];

/** The longest round length in metres that is at most so many CSS pixels long. */
export function scaleMeters(metersInPixel: number, mostPixels: number): number {
  const most = metersInPixel * mostPixels;
  const power = 10 ** Math.floor(Math.log10(most));
  return power * SCALE_STEPS.findLast((step) => step * power <= most)!;
}
