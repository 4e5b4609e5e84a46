/** Every image of the map as pixels, made from the palette: patterns that tile, and symbols. */
import { TECHNOLOGIES, type Technology } from '../core/model';
import { PALETTES, type ThemeName } from './palette';
import { type Drawing, type PixelImage, rasterise, type Rgb, rgb } from './raster';
import { CENTRE_SHAPE, PROPOSED_SHAPE, type TechnologyShape, TECHNOLOGY_SHAPES } from './technology-shape';

export type { PixelImage } from './raster';

export const ICONS = {
  hatch: 'hatch',
  dots: 'dots',
  fibre: 'fibre',
  largestGap: 'largest-gap',
  hamletCovered: 'hamlet-covered',
  hamletLom: 'hamlet-lom',
  hamletTrang: 'hamlet-trang',
  hamletUnknown: 'hamlet-unknown',
  centreReached: 'centre-reached',
  centreNot: 'centre-not',
  centreUnknown: 'centre-unknown',
  proposedStands: 'proposed-stands',
  proposedToCome: 'proposed-to-come',
} as const;

export const technologyIcon = (technology: Technology): string => `bts-${technology}`;

/** Sides in CSS pixels. */
/** MapLibre stretches patterns up to twice between whole zooms; these look right at both ends. */
const HATCH_PERIOD = 6;
const HATCH_LINE = 1.1;
const DOTS_PERIOD = 6;
const SYMBOL_SIDE = 18;
const NUMBERED_SIDE = 26;
const SMALL_SIDE = 12;
const TARGET_SIDE = 30;

/** All images of a theme by name; the same names and sizes in every theme. */
export const icons = (theme: ThemeName): Map<string, PixelImage> => new Map(iconsInSteps(theme));

/** The images one by one, so that a page can do something else between them. */
export function* iconsInSteps(theme: ThemeName): Generator<[name: string, image: PixelImage]> {
  const palette = PALETTES[theme];
  const ink = rgb(palette.ink);
  const halo = rgb(palette.halo);
  const hamlet = { ink: rgb(palette.hamlet), fill: rgb(palette.hamletFill) };
  const unknown = { ink: rgb(palette.noDataDots), fill: rgb(palette.noData) };
  yield [ICONS.hatch, hatch(rgb(palette.gap))];
  yield [ICONS.dots, dots(rgb(palette.noDataDots))];
  for (const technology of TECHNOLOGIES) {
    yield [technologyIcon(technology), symbol(TECHNOLOGY_SHAPES[technology], rgb(palette.technology[technology]), ink, halo)];
  }
  yield [ICONS.fibre, square(rgb(palette.fibre), rgb(palette.fibreFill), halo)];
  yield [ICONS.hamletCovered, dot(hamlet.ink, hamlet.ink, hamlet.ink, halo)];
  yield [ICONS.hamletLom, dot(hamlet.ink, hamlet.ink, hamlet.fill, halo)];
  yield [ICONS.hamletTrang, dot(hamlet.ink, hamlet.fill, hamlet.fill, halo)];
  yield [ICONS.hamletUnknown, dot(unknown.ink, unknown.fill, unknown.fill, halo)];
  const accent = rgb(palette.accent);
  yield [ICONS.centreReached, symbol(CENTRE_SHAPE, accent, ink, halo)];
  yield [ICONS.centreNot, ring(CENTRE_SHAPE, accent, hamlet.fill, halo)];
  yield [ICONS.centreUnknown, ring(CENTRE_SHAPE, unknown.ink, unknown.fill, halo)];
  yield [ICONS.proposedStands, symbol(PROPOSED_SHAPE, accent, ink, halo, NUMBERED_SIDE)];
  yield [ICONS.proposedToCome, ring(PROPOSED_SHAPE, ink, hamlet.fill, halo, NUMBERED_SIDE)];
  yield [ICONS.largestGap, target(rgb(palette.gap), halo)];
}

/** Diagonals from the left bottom to the right top; x + y counted modulo the side, so copies join. */
function hatch(line: Rgb): PixelImage {
  return rasterise(HATCH_PERIOD, HATCH_PERIOD, (x, y) => {
    const along = (x + y) % HATCH_PERIOD;
    const distance = Math.min(along, HATCH_PERIOD - along) / Math.SQRT2;
    return distance < HATCH_LINE / 2 ? line : null;
  });
}

/** Two dots a tile, one in the middle of four others. */
function dots(color: Rgb): PixelImage {
  const near = (x: number, y: number, cx: number, cy: number) => Math.hypot(x - cx, y - cy) < 0.75;
  const quarter = DOTS_PERIOD / 4;
  return rasterise(DOTS_PERIOD, DOTS_PERIOD, (x, y) => (near(x, y, quarter, quarter) || near(x, y, quarter * 3, quarter * 3) ? color : null));
}

/** Ink around the shape, and a thin halo around the ink so that neighbours stay apart. */
function symbol(shape: TechnologyShape, fill: Rgb, ink: Rgb, halo: Rgb, side = SYMBOL_SIDE): PixelImage {
  return centred(side, (x, y) => {
    const inside = depth(shape, x, y);
    return inside > 0.55 ? fill : inside > -0.55 ? ink : inside > -1.3 ? halo : null;
  });
}

/** The shape as a thick outline, to be told from the filled one without colour. */
function ring(shape: TechnologyShape, ink: Rgb, fill: Rgb, halo: Rgb, side = SYMBOL_SIDE): PixelImage {
  return centred(side, (x, y) => {
    const inside = depth(shape, x, y);
    return inside > 1.5 ? fill : inside > -0.55 ? ink : inside > -1.3 ? halo : null;
  });
}

/** A hollow square, large enough to frame a station on the same place. */
function square(ink: Rgb, fill: Rgb, halo: Rgb): PixelImage {
  return centred(SYMBOL_SIDE, (x, y) => {
    const reach = Math.max(Math.abs(x), Math.abs(y));
    return reach < 4.2 ? fill : reach < 6.2 ? ink : reach < 7.2 ? halo : null;
  });
}

/** A dot whose left and right halves can differ. */
function dot(edge: Rgb, left: Rgb, right: Rgb, halo: Rgb): PixelImage {
  return centred(SMALL_SIDE, (x, y) => {
    const reach = Math.hypot(x, y);
    return reach < 2.8 ? (x < 0 ? left : right) : reach < 4 ? edge : reach < 4.9 ? halo : null;
  });
}

/** A ring with four strokes, open in the middle so that the place itself is seen. */
function target(ink: Rgb, halo: Rgb): PixelImage {
  return centred(TARGET_SIDE, (x, y) => {
    const reach = Math.hypot(x, y);
    const across = Math.min(Math.abs(x), Math.abs(y));
    const drawn = (grow: number) =>
      Math.abs(reach - 7.5) < 1 + grow || (across < 1 + grow && reach > 3.5 - grow && reach < 13 + grow) || reach < 1.4 + grow;
    return drawn(0) ? ink : drawn(1.2) ? halo : null;
  });
}

const centred = (side: number, drawing: Drawing): PixelImage => rasterise(side, side, (x, y) => drawing(x - side / 2, y - side / 2));

/** Distance to the outline, positive inside; shapes are convex or stars around (0, 0). */
function depth(shape: TechnologyShape, x: number, y: number): number {
  if (shape.kind === 'circle') return shape.radius - Math.hypot(x, y);
  let nearest = Infinity;
  let inside = false;
  const { corners } = shape;
  for (let i = 0, j = corners.length - 1; i < corners.length; j = i++) {
    const [ax, ay] = corners[j]!;
    const [bx, by] = corners[i]!;
    const t = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)));
    nearest = Math.min(nearest, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)));
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside ? nearest : -nearest;
}
