/** The map as a picture of any size, drawn aside: what is on the screen stays as it is. */
import { Map as MapLibreMap } from 'maplibre-gl';
import type { GeoJSONSource } from 'maplibre-gl';
import type { Box } from '../core/model';
import type { Layer } from '../style/layers';
import { RECIPES, SOURCES } from '../style/features';
import { icons } from '../style/icons';
import type { ThemeName } from '../style/palette';
import type { Scene } from '../style/scene';
import { buildStyle } from '../style/style';

export interface MapImageOptions {
  scene: Scene;
  theme: ThemeName;
  language: string;
  layers: readonly Layer[];
  /** What must be in the picture. */
  box: Box;
  /** CSS pixels; the picture has `pixelRatio` times as many each way. */
  width: number;
  height: number;
  pixelRatio: number;
}

export interface MapImage {
  canvas: HTMLCanvasElement;
  /** On the ground, along a parallel through the middle. */
  metersPerCssPixel: number;
}

/** Sources and labels that hang are no reason to wait for ever. */
const PATIENCE_MS = 60_000;

/** Throws where there is no WebGL, or the picture does not come about in time. */
export async function drawMapImage({ scene, theme, language, layers, box, width, height, pixelRatio }: MapImageOptions): Promise<MapImage> {
  const container = document.createElement('div');
  Object.assign(container.style, { position: 'fixed', left: '-20000px', top: '0', width: `${width}px`, height: `${height}px`, visibility: 'hidden' });
  document.body.append(container);
  const map = new MapLibreMap({
    container, style: buildStyle(theme, language, layers), pixelRatio, interactive: false, attributionControl: false, fadeDuration: 0, renderWorldCopies: false, validateStyle: false,
    bounds: [[box[0], box[1]], [box[2], box[3]]], fitBoundsOptions: { padding: 12 }, maxCanvasSize: [width * pixelRatio, height * pixelRatio],
    canvasContextAttributes: { preserveDrawingBuffer: true, antialias: false },
  });
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('timeout')), PATIENCE_MS);
      map.on('error', ({ error }) => reject(error));
      map.once('style.load', () => {
        for (const [name, image] of icons(theme)) map.addImage(name, image, { pixelRatio: image.pixelRatio });
        for (const name of SOURCES) void map.getSource<GeoJSONSource>(name)?.setData(RECIPES[name].features(scene));
        for (const { commune, state } of scene.communes) map.setFeatureState({ source: 'communes', id: commune.code }, { state: state ?? '' });
        map.once('idle', () => {
          clearTimeout(timer);
          resolve();
        });
      });
    });
    const drawn = map.getCanvas();
    const canvas = document.createElement('canvas');
    canvas.width = drawn.width;
    canvas.height = drawn.height;
    canvas.getContext('2d')!.drawImage(drawn, 0, 0);
    const { distanceMeters } = await import('../core/geodesic');
    const [west, east] = [map.unproject([0, height / 2]), map.unproject([width, height / 2])];
    return { canvas, metersPerCssPixel: distanceMeters([west.lng, west.lat], [east.lng, east.lat]) / width };
  } finally {
    map.remove();
    container.remove();
  }
}
