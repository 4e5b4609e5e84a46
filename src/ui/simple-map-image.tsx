/** The simple map as a picture of any size, drawn aside, for machines where the other one cannot draw it. */
import { render } from 'preact';
import type { MapImage, MapImageOptions } from '../map';
import { lang } from '../state/language';
import { cameraOfBox, metersPerPixel, sheetOf } from '../style/mercator';
import { customProperties, PALETTES } from '../style/palette';
import { FINE_GRAIN, SimplePicture } from './SimpleMapDrawing';

const MOST_ZOOM = 17;
const AIR_PX = 12;

/** All that style sheets say of the drawing; a picture is read without them. */
const SAID_BY_STYLE = [
  'fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'stroke-linecap', 'paint-order', 'vector-effect',
  'font-family', 'font-weight', 'text-anchor',
];

/** Throws where the picture cannot be read back. */
export async function drawSimpleMapImage({ scene, theme, layers, box, width, height, pixelRatio }: Omit<MapImageOptions, 'language'>): Promise<MapImage> {
  const camera = cameraOfBox(box, { width, height }, { top: AIR_PX, right: AIR_PX, bottom: AIR_PX, left: AIR_PX }, MOST_ZOOM);
  const container = document.createElement('div');
  Object.assign(container.style, { position: 'fixed', left: '-20000px', top: '0', width: `${width}px`, height: `${height}px`, visibility: 'hidden' });
  for (const [name, value] of customProperties(PALETTES[theme])) container.style.setProperty(name, value);
  document.body.append(container);
  try {
    const { format } = lang.peek();
    render(
      <SimplePicture scene={scene} layers={layers} sheet={sheetOf(box)} camera={camera} extent={{ width, height }} textScale={1} grain={FINE_GRAIN} id="picture" format={(n) => format.number(n)} />,
      container,
    );
    const svg = container.querySelector('svg')!;
    for (const element of svg.querySelectorAll<SVGElement>('*')) {
      const style = getComputedStyle(element);
      for (const property of SAID_BY_STYLE) element.setAttribute(property, style.getPropertyValue(property));
      // Such lines are as wide as they say in pixels of the picture, which are finer than those of a screen.
      if (style.getPropertyValue('vector-effect') === 'non-scaling-stroke') {
        for (const property of ['stroke-width', 'stroke-dasharray']) {
          element.setAttribute(property, style.getPropertyValue(property).replace(/[\d.]+/g, (length) => String(Number(length) * pixelRatio)));
        }
      }
      element.removeAttribute('style');
    }
    svg.setAttribute('width', String(width * pixelRatio));
    svg.setAttribute('height', String(height * pixelRatio));
    const url = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' }));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * pixelRatio);
    canvas.height = Math.round(height * pixelRatio);
    try {
      const image = new Image();
      image.src = url;
      await image.decode();
      const draw = canvas.getContext('2d')!;
      draw.fillStyle = PALETTES[theme].outside;
      draw.fillRect(0, 0, canvas.width, canvas.height);
      draw.drawImage(image, 0, 0, canvas.width, canvas.height);
    } finally {
      URL.revokeObjectURL(url);
    }
    return { canvas, metersPerCssPixel: metersPerPixel(camera) };
  } finally {
    render(null, container);
    container.remove();
  }
}
