/** The map as a sheet to print: A4 across, with title, legend, scale, date and sources, always on white. */
import type { Box } from '../core/model';
import { withDensity } from '../formats/png-density';
import { provenanceLines } from '../formats/provenance-table';
import { lang } from '../state/language';
import { simpleMapReason } from '../state/map-kind';
import { anyModelled } from '../state/nature';
import { project } from '../state/project';
import { scene } from '../state/scene';
import { view } from '../state/view';
import { icons, ICONS, type PixelImage, technologyIcon } from '../style/icons';
import { type Palette, PALETTES } from '../style/palette';
import { HATCH_SPACING } from '../style/share-class';
import { LABEL_FONT } from '../style/style';
import { type LegendItem, legendItems, type Swatch } from './legend-items';
import { loadedProvenance } from './Sources';
import { today } from './today';
import { operatorList, ruleSentence, technologyList } from './wording';

const DOTS_PER_INCH = 288;
const CSS_PIXELS_PER_INCH = 96;
const PIXEL_RATIO = DOTS_PER_INCH / CSS_PIXELS_PER_INCH;
/** A4 across, in CSS pixels of 1/96 inch. */
const PAGE = { width: 1123, height: 794, margin: 30 };
const SIDE_WIDTH = 250;
const TITLE_HEIGHT = 58;
const SOURCES_HEIGHT = 96;
const METERS_PER_CSS_PIXEL_ON_PAPER = 0.0254 / CSS_PIXELS_PER_INCH;
const THEME = 'light';

type Draw = CanvasRenderingContext2D;

/** The PNG's bytes. Throws where the map cannot be drawn. @param box what the reader sees */
export async function mapImage(box: Box): Promise<Uint8Array> {
  const { margin } = PAGE;
  const frame = { x: margin, y: margin + TITLE_HEIGHT, width: PAGE.width - 2 * margin - SIDE_WIDTH - 14, height: PAGE.height - 2 * margin - TITLE_HEIGHT - SOURCES_HEIGHT };
  const { language, layers } = view.peek();
  const options = { scene: scene.peek(), theme: THEME, language, layers, box, width: frame.width, height: frame.height, pixelRatio: PIXEL_RATIO } as const;
  const simple = simpleMapReason.peek() !== null;
  const { canvas: map, metersPerCssPixel } = simple ? await (await import('./simple-map-image')).drawSimpleMapImage(options) : await (await import('../map')).drawMapImage(options);

  const canvas = document.createElement('canvas');
  canvas.width = Math.round(PAGE.width * PIXEL_RATIO);
  canvas.height = Math.round(PAGE.height * PIXEL_RATIO);
  const draw = canvas.getContext('2d')!;
  const palette = PALETTES[THEME];
  draw.scale(PIXEL_RATIO, PIXEL_RATIO);
  draw.fillStyle = palette.surface;
  draw.fillRect(0, 0, PAGE.width, PAGE.height);
  draw.drawImage(map, frame.x, frame.y, frame.width, frame.height);
  draw.strokeStyle = palette.ink;
  draw.strokeRect(frame.x, frame.y, frame.width, frame.height);
  drawTitle(draw, palette);
  const side = { x: frame.x + frame.width + 14, y: frame.y };
  const below = drawLegend(draw, palette, side.x, side.y, legendItems());
  drawScale(draw, palette, side.x, Math.max(below + 16, frame.y + frame.height - 74), metersPerCssPixel);
  drawSources(draw, palette, frame.y + frame.height + 18);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('PNG');
  return withDensity(new Uint8Array(await blob.arrayBuffer()), DOTS_PER_INCH);
}

function font(draw: Draw, color: string, size: number, weight = 400): void {
  draw.font = `${weight} ${size}px "${LABEL_FONT}", "Noto Sans", "Segoe UI", sans-serif`;
  draw.fillStyle = color;
  draw.textBaseline = 'alphabetic';
}

function drawTitle(draw: Draw, palette: Palette): void {
  const { text, format } = lang.value;
  const { technologies, operators, without2G } = view.value;
  font(draw, palette.ink, 22, 600);
  draw.fillText(`${text.overview.headline(technologyList(technologies))} – ${text.place}`, PAGE.margin, PAGE.margin + 22, PAGE.width - 2 * PAGE.margin);
  font(draw, palette.muted, 12);
  const date = project.value!.dataDate;
  const parts = [operatorList(operators), without2G ? text.overview.without2G : null, date ? text.overview.asOf(format.date(date)) : null, text.map.imageMade(format.date(today())), anyModelled.value ? text.nature.modelled : null, view.value.coverage === 'stations' ? text.terrainNote : null];
  draw.fillText(parts.filter(Boolean).join(' · '), PAGE.margin, PAGE.margin + 42, PAGE.width - 2 * PAGE.margin);
}

/** Where the legend ends. */
function drawLegend(draw: Draw, palette: Palette, x: number, y: number, items: readonly LegendItem[]): number {
  const images = icons(THEME);
  font(draw, palette.ink, 14, 600);
  draw.fillText(lang.value.text.map.legend, x, y + 14);
  let at = y + 26;
  for (const { swatch, label } of items) {
    drawSwatch(draw, palette, images, swatch, x, at);
    font(draw, palette.ink, 12);
    for (const line of wrapped(draw, label, SIDE_WIDTH - 36)) {
      draw.fillText(line, x + 36, at + 13);
      at += 16;
    }
    at += 6;
  }
  return at;
}

/** In a box of 26 × 16 at (x, y). */
function drawSwatch(draw: Draw, palette: Palette, images: ReadonlyMap<string, PixelImage>, swatch: Swatch, x: number, y: number): void {
  const [cx, cy] = [x + 13, y + 8];
  const icon = (name: string) => {
    const image = images.get(name)!;
    const [width, height] = [image.width / image.pixelRatio, image.height / image.pixelRatio];
    draw.drawImage(canvasOf(image), cx - width / 2, cy - height / 2, width, height);
  };
  const box = (fill: string, pattern: string | null, line: string | null, dash: number[] = []) => {
    draw.fillStyle = fill;
    draw.fillRect(x, y, 26, 16);
    if (pattern !== null) {
      draw.fillStyle = draw.createPattern(canvasOf(images.get(pattern)!), 'repeat')!;
      draw.save();
      draw.translate(x, y);
      draw.scale(0.5, 0.5);
      draw.fillRect(0, 0, 52, 32);
      draw.restore();
    }
    draw.strokeStyle = line ?? palette.border;
    draw.setLineDash(dash);
    draw.strokeRect(x, y, 26, 16);
    draw.setLineDash([]);
  };
  switch (swatch.kind) {
    case 'area':
      switch (swatch.area) {
        case 'gap': return box(palette.gapFill, ICONS.hatch, palette.gap);
        case 'covered': return box(palette.covered, null, null);
        case 'no-data': return box(palette.noData, ICONS.dots, null);
        case 'coverage': return box(palette.surface, null, palette.claimed, [3, 2]);
        case 'gained': return box(`${palette.accent}40`, null, palette.accent);
        default: return box(`${palette.ink}40`, null, palette.ink, [2, 2]);
      }
    case 'technology': return icon(technologyIcon(swatch.technology));
    case 'share':
      box(palette.gapFill, null, palette.gap);
      draw.save();
      draw.beginPath();
      draw.rect(x, y, 26, 16);
      draw.clip();
      draw.strokeStyle = palette.gap;
      draw.lineWidth = 1.4;
      draw.beginPath();
      for (let at = -16 + HATCH_SPACING[swatch.step] / 2; at < 26; at += HATCH_SPACING[swatch.step] * Math.SQRT2) {
        draw.moveTo(x + at, y + 16);
        draw.lineTo(x + at + 16, y);
      }
      draw.stroke();
      draw.restore();
      return;
    case 'fibre': return icon(ICONS.fibre);
    case 'old-centre': return icon({ reached: ICONS.centreReached, not: ICONS.centreNot, 'no-data': ICONS.centreUnknown }[swatch.signal]);
    case 'district':
      draw.fillStyle = palette.ink;
      draw.fillRect(x, cy - 1.3, 26, 2.6);
      return;
    case 'proposed': return icon(swatch.stands ? ICONS.proposedStands : ICONS.proposedToCome);
    case 'largest': return icon(ICONS.largestGap);
    case 'hamlet': return icon({ covered: ICONS.hamletCovered, lom: ICONS.hamletLom, trang: ICONS.hamletTrang }[swatch.state]);
    case 'route':
      draw.strokeStyle = palette.fibre;
      draw.lineWidth = 2;
      draw.stroke(new Path2D(`M${x} ${cy + 3}l9 -6l8 6l9 -6`));
      draw.lineWidth = 1;
      return;
    case 'level':
      draw.beginPath();
      draw.arc(cx, cy, 4, 0, 2 * Math.PI);
      draw.fillStyle = { usable: palette.technology['4G'], weak: palette.technology['5G'], poor: palette.surface }[swatch.level];
      draw.strokeStyle = { usable: palette.technology['4G'], weak: palette.ink, poor: palette.gap }[swatch.level];
      draw.fill();
      draw.stroke();
      return;
    case 'sign':
      font(draw, palette.ink, 18, 600);
      draw.textAlign = 'center';
      draw.fillText(swatch.sign, cx, cy + 6);
      draw.textAlign = 'left';
  }
}

function canvasOf({ width, height, data }: PixelImage): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')!.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  return canvas;
}

/** A bar of a round length, the ratio on A4, and north. */
function drawScale(draw: Draw, palette: Palette, x: number, y: number, metersPerCssPixel: number): void {
  const { text, format } = lang.value;
  const longest = 150 * metersPerCssPixel;
  const power = 10 ** Math.floor(Math.log10(longest));
  const meters = [5, 2, 1].map((n) => n * power).find((m) => m <= longest)!;
  const width = meters / metersPerCssPixel;
  draw.strokeStyle = palette.ink;
  draw.fillStyle = palette.ink;
  draw.strokeRect(x, y + 18, width, 6);
  draw.fillRect(x, y + 18, width / 2, 6);
  font(draw, palette.ink, 12);
  draw.fillText('0', x, y + 40);
  draw.textAlign = 'center';
  draw.fillText(format.radius(meters), x + width, y + 40);
  draw.textAlign = 'left';
  const ratio = metersPerCssPixel / METERS_PER_CSS_PIXEL_ON_PAPER;
  const round = 10 ** Math.max(0, Math.floor(Math.log10(ratio)) - 1);
  draw.fillText(text.map.imageScale(format.number(Math.round(ratio / round) * round)), x, y + 60);
  const north = x + SIDE_WIDTH - 24;
  draw.beginPath();
  for (const [dx, dy] of [[0, 4], [7, 30], [0, 24], [-7, 30]] as const) draw.lineTo(north + dx, y + dy);
  draw.fill();
  font(draw, palette.ink, 13, 600);
  draw.textAlign = 'center';
  draw.fillText(text.map.northLetter, north, y + 46);
  draw.textAlign = 'left';
}

function drawSources(draw: Draw, palette: Palette, y: number): void {
  const { text } = lang.value;
  font(draw, palette.muted, 9.5);
  const lines = wrapped(draw, `${text.rules.title}: ${ruleSentence()}. ${text.sources.title}: ${provenanceLines(loadedProvenance(), lang.value.code, text.nature).join('; ')}.`, PAGE.width - 2 * PAGE.margin);
  const room = Math.floor((SOURCES_HEIGHT - 18) / 12);
  lines.slice(0, room).forEach((line, i) => draw.fillText(i === room - 1 && lines.length > room ? `${line} …` : line, PAGE.margin, y + i * 12, PAGE.width - 2 * PAGE.margin));
}

function wrapped(draw: Draw, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && draw.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
