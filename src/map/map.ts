/**
 * The one owner of MapLibre. It follows signals (scene, view, theme, padding, words) and reports what the reader does;
 * it knows no words and holds no state of the page. It never throws: what fails is told through `onFailure`.
 */
import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import { effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { Map as MapLibreMap, type MapOptions, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { boxOfGeometry } from '../core/box';
import type { Box, LngLat } from '../core/model';
import { hasWebGl2, type MapFailure } from '../state/map-kind';
import type { Camera, View } from '../state/view';
import { icons, iconsInSteps, type PixelImage } from '../style/icons';
import { PALETTES, type ThemeName } from '../style/palette';
import type { Scene } from '../style/scene';
import { buildStyle } from '../style/style';
import { breather } from './breather';
import { boxOfCommunes, isWellShown, NO_PADDING, type Padding, paddingWithAir, widened } from './camera';
import { type ControlLabels, MapButtons } from './controls';
import { crosshair } from './crosshair';
import { fontsLoaded } from './fonts';
import { clusterAt, infoAt } from './hit';
import type { MapInfo } from './info';
import { MastMarkers } from './masts';
import { changesBetween } from './restyle';
import { SourceUploads } from './uploads';

interface MapStrings extends ControlLabels {
  /** Name of the map for those who hear it, with its keys. */
  label: string;
}

interface GapMapOptions {
  scene: ReadonlySignal<Scene>;
  view: ReadonlySignal<View>;
  theme: ReadonlySignal<ThemeName>;
  /** What sheets and panels cover at each edge of the container. */
  padding?: ReadonlySignal<Padding>;
  /** Words in the language of the reader; signals read in it are followed. */
  strings: () => MapStrings;
  /** A commune is chosen, or none any more. */
  onSelect: (code: string | null) => void;
  /** What is under the pointer, or in the middle while the map has the keyboard; at most once a frame, and again where that may have changed. */
  onHover: (info: MapInfo | null) => void;
  /** A station, fibre endpoint or hamlet was clicked; null when that is to be closed. */
  onPick: (info: MapInfo | null) => void;
  /** A click places a mast instead of choosing what is there. */
  placing: ReadonlySignal<boolean>;
  onPlace: (position: LngLat) => void;
  /** A mast of the scenario is dragged, at most once a frame; `drop`: let go. */
  onMoveMast: (id: string, position: LngLat, drop: boolean) => void;
  /** The reader has moved the map. */
  onMove: (camera: Camera) => void;
  /** The reader wants the whole province: the view has no camera of its own any more. */
  onWhole: () => void;
  /** What part of the world no sheet covers now, whoever moved the map. */
  onExtent?: (box: Box) => void;
  /** The communes are drawn; the rest follows. */
  onReady?: () => void;
  /** Why there is no map; null when it is back. */
  onFailure: (reason: MapFailure | null, detail: string) => void;
}

/** Text grows by this share with each step of the reader's text size. */
const TEXT_STEP = 0.125;
const COMMUNE_MAX_ZOOM = 12.5;
const MOVE_MS = 500;

setWorkerUrl(workerUrl);

export class GapMap {
  readonly #options: GapMapOptions;
  readonly #container: HTMLElement;
  readonly #crosshair = crosshair();
  readonly #disposals: (() => void)[] = [];
  #destroyed = false;
  #map: MapLibreMap | null = null;
  #buttons: MapButtons | null = null;
  /** The style in force and the theme of its images. */
  #style: StyleSpecification | null = null;
  #styleTheme: ThemeName | null = null;
  #uploads: SourceUploads | null = null;
  #communeStates = new Map<string, string>();
  #selected: string | null = null;
  /** The last commune chosen on the map itself: the reader looks at it already, it needs no flight. */
  #selectedHere: string | null = null;
  /** The reader has moved the map since a commune was chosen: sheets that come and go no longer move it. */
  #movedSinceSelected = false;
  #wheeled = false;
  #masts: MastMarkers | null = null;
  #hovered: string | null = null;
  #hoverFrame = 0;
  #bounds = '';
  #placed = false;
  #camera: Camera | null = null;
  #padding: Padding | null = null;

  constructor(container: HTMLElement, options: GapMapOptions) {
    this.#container = container;
    this.#options = options;
    container.classList.add('gap-map');
    void this.#start();
  }

  /** Takes the map from the page, with all that it holds. */
  destroy(): void {
    this.#destroyed = true;
    for (const dispose of this.#disposals.splice(0)) dispose();
    cancelAnimationFrame(this.#hoverFrame);
    this.#masts?.destroy();
    this.#uploads?.destroy();
    this.#crosshair.remove();
    this.#container.classList.remove('gap-map');
    this.#map?.remove();
    this.#map = null;
  }

  /** Goes to a place. */
  flyTo(to: LngLat, zoom: number): void {
    this.#map?.easeTo({ center: to, zoom, duration: moveMs(), offset: this.#offset() }, { tellPage: true });
  }

  /** Shows an area as large as it fits. */
  flyToBox(box: Box): void {
    this.#fit(box, moveMs(), true, COMMUNE_MAX_ZOOM);
  }

  /** What the reader sees and no sheet covers; null before the map is there. */
  visibleBox(): Box | null {
    const map = this.#map;
    if (!map) return null;
    const { clientWidth, clientHeight } = this.#container;
    const { left, top, right, bottom } = this.#covered();
    const [nw, se] = [map.unproject([left, top]), map.unproject([clientWidth - right, clientHeight - bottom])];
    return [nw.lng, se.lat, se.lng, nw.lat];
  }

  /** Shows all communes. */
  showWhole(animate = true): void {
    this.#fit(boxOfCommunes(this.#scene.communes.map((c) => c.commune)), animate ? moveMs() : 0, false);
  }

  get #scene(): Scene {
    return this.#options.scene.peek();
  }

  async #start(): Promise<void> {
    const theme = this.#options.theme.peek();
    const fonts = fontsLoaded();
    const images = new Map<string, PixelImage>();
    const breathe = breather();
    for (const [name, image] of iconsInSteps(theme)) {
      images.set(name, image);
      await breathe();
    }
    await fonts;
    if (this.#destroyed) return;
    try {
      this.#begin(theme, images);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      this.#map = null;
      this.#options.onFailure(/webgl|gpu/i.test(detail) || !hasWebGl2() ? 'no-webgl' : 'library', detail);
    }
  }

  #begin(theme: ThemeName, images: ReadonlyMap<string, PixelImage>): void {
    const { view } = this.#options;
    const { camera, language, layers, textStep } = view.peek();
    this.#styleTheme = theme;
    this.#style = buildStyle(theme, language, layers, textScale(textStep));
    const box = boxOfCommunes(this.#scene.communes.map((c) => c.commune));
    const options: MapOptions = {
      container: this.#container,
      style: this.#style,
      attributionControl: false,
      // North stays up: a turned map is a trap for two fingers, and the keyboard has no way to see it.
      dragRotate: false,
      touchPitch: false,
      pitchWithRotate: false,
      maxPitch: 0,
      minZoom: 5,
      maxZoom: 17,
      maxBounds: widened(box),
      renderWorldCopies: false,
      fadeDuration: prefersStillness() ? 0 : 200,
      validateStyle: false,
      ...(camera ? { center: [camera.lng, camera.lat], zoom: camera.zoom } : { bounds: box, fitBoundsOptions: { padding: this.#paddingWithAir() } }),
    };
    this.#bounds = box.join();
    const map = new MapLibreMap(options);
    this.#map = map;
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    this.#buttons = new MapButtons({
      zoomIn: (event) => map.zoomIn({ duration: moveMs() }, { originalEvent: event }),
      zoomOut: (event) => map.zoomOut({ duration: moveMs() }, { originalEvent: event }),
      whole: () => {
        this.#movedSinceSelected = true;
        this.#camera = null;
        this.showWhole();
        this.#options.onWhole();
      },
    });
    map.addControl(this.#buttons, 'top-right');
    // Before the style is there: what stands on the page has its name from the start.
    this.#disposals.push(effect(() => {
      const { label, ...labels } = this.#options.strings();
      this.#buttons?.label(labels);
      map.getCanvas().ariaLabel = label;
    }));
    map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 110 }), 'bottom-right');
    this.#container.append(this.#crosshair);
    map.on('error', ({ error }) => this.#fail('library', error.message));
    map.on('webglcontextlost', () => this.#fail('context-lost', ''));
    map.on('webglcontextrestored', () => {
      this.#options.onFailure(null, '');
      map.once('styledata', () => this.#forgetAndUploadAll());
    });
    this.#masts = new MastMarkers(map, this.#options.onMoveMast);
    this.#uploads = new SourceUploads(map, () => this.#scene, () => this.#tellWhenDrawn(map));
    this.#listen(map);
    map.once('style.load', () => {
      for (const [name, image] of images) map.addImage(name, image, { pixelRatio: image.pixelRatio });
      this.#follow(map);
    });
  }

  #fail(reason: MapFailure, detail: string): void {
    if (!this.#destroyed) this.#options.onFailure(reason, detail);
  }

  /** What signals change. */
  #follow(map: MapLibreMap): void {
    const { scene, view, theme, padding } = this.#options;
    const follow = (action: () => void) => this.#disposals.push(effect(action));
    follow(() => {
      const { language, layers, textStep } = view.value;
      this.#restyle(map, theme.value, buildStyle(theme.value, language, layers, textScale(textStep)));
    });
    follow(() => {
      const now = scene.value;
      untracked(() => this.#show(map, now));
    });
    follow(() => {
      const { camera } = view.value;
      const covered = padding?.value ?? NO_PADDING;
      untracked(() => {
        this.#place(map, camera, covered);
        const box = this.visibleBox();
        if (box) this.#options.onExtent?.(box);
      });
    });
  }

  #restyle(map: MapLibreMap, theme: ThemeName, style: StyleSpecification): void {
    const palette = PALETTES[theme];
    const properties = { surface: palette.surface, raised: palette.surfaceRaised, line: palette.line, ink: palette.ink, muted: palette.muted, accent: palette.accent, focus: palette.focus };
    for (const [name, color] of Object.entries(properties)) this.#container.style.setProperty(`--gap-map-${name}`, color);
    if (theme !== this.#styleTheme) {
      for (const [name, image] of icons(theme)) map.updateImage(name, image);
    }
    for (const { layer, kind, name, value } of changesBetween(this.#style!, style)) {
      if (kind === 'paint') map.setPaintProperty(layer, name as never, value as never, { validate: false });
      else map.setLayoutProperty(layer, name as never, value as never, { validate: false });
    }
    this.#style = style;
    this.#styleTheme = theme;
  }

  #show(map: MapLibreMap, scene: Scene): void {
    this.#uploads?.follow();
    for (const { commune, state } of scene.communes) {
      const now = state ?? '';
      if (this.#communeStates.get(commune.code) === now) continue;
      this.#communeStates.set(commune.code, now);
      map.setFeatureState({ source: 'communes', id: commune.code }, { state: now });
    }
    this.#masts?.show(scene.added);
    this.#followBounds(map, scene);
    this.#select(map, scene.selected);
  }

  /** The land is enough: waiting until all is quiet would last as long as results keep coming. */
  #tellWhenDrawn(map: MapLibreMap): void {
    const tell = () => {
      if (!map.isSourceLoaded('communes')) return;
      map.off('sourcedata', tell);
      map.once('render', () => this.#options.onReady?.());
      map.triggerRepaint();
    };
    map.on('sourcedata', tell);
    tell();
  }

  #forgetAndUploadAll(): void {
    const map = this.#map;
    if (!map) return;
    this.#uploads?.forget();
    this.#communeStates = new Map();
    this.#hovered = null;
    if (this.#selected !== null) map.setFeatureState({ source: 'communes', id: this.#selected }, { selected: true });
    this.#show(map, this.#scene);
  }

  #followBounds(map: MapLibreMap, scene: Scene): void {
    const box = boxOfCommunes(scene.communes.map((c) => c.commune));
    if (box.join() === this.#bounds) return;
    this.#bounds = box.join();
    map.setMaxBounds(widened(box));
    if (!this.#options.view.peek().camera && !scene.selected) this.showWhole(false);
  }

  #select(map: MapLibreMap, code: string | null): void {
    if (code === this.#selected) return;
    if (this.#selected !== null) map.setFeatureState({ source: 'communes', id: this.#selected }, { selected: false });
    this.#selected = code;
    if (this.#selectedHere !== code) this.#selectedHere = null;
    if (code === null) return;
    map.setFeatureState({ source: 'communes', id: code }, { selected: true });
    this.#movedSinceSelected = false;
    // An address with a camera of its own says where to look.
    if (!this.#placed && this.#options.view.peek().camera) return;
    this.#showCommune(map, code, this.#placed ? moveMs() : 0);
  }

  #showCommune(map: MapLibreMap, code: string, durationMs: number): void {
    const commune = this.#scene.communes.find((c) => c.commune.code === code)?.commune;
    if (!commune) return;
    const box = boxOfGeometry(commune.geometry);
    const { clientWidth, clientHeight } = this.#container;
    const leftTop = map.project([box[0], box[3]]);
    const rightBottom = map.project([box[2], box[1]]);
    const shown = { left: leftTop.x, top: leftTop.y, right: rightBottom.x, bottom: rightBottom.y };
    const covered = this.#covered();
    if (isWellShown(shown, covered, clientWidth, clientHeight)) return;
    if (this.#selectedHere === code) {
      // The reader already looks at it: keep the scale, and only bring it out from under a sheet.
      const middle = { x: (shown.left + shown.right) / 2, y: (shown.top + shown.bottom) / 2 };
      if (middle.x > covered.left && middle.x < clientWidth - covered.right && middle.y > covered.top && middle.y < clientHeight - covered.bottom) return;
      map.easeTo({ center: [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2], duration: durationMs, offset: this.#offset() }, { tellPage: this.#options.view.peek().camera !== null });
      return;
    }
    this.#fit(box, durationMs, this.#options.view.peek().camera !== null, COMMUNE_MAX_ZOOM);
  }

  /** `tellPage`: the camera of the view, which the page keeps in the address, would be wrong otherwise. */
  #fit([west, south, east, north]: Box, durationMs: number, tellPage: boolean, maxZoom?: number): void {
    this.#map?.fitBounds(
      [[west, south], [east, north]],
      { padding: this.#paddingWithAir(), duration: durationMs, linear: true, ...(maxZoom ? { maxZoom } : {}) },
      { tellPage },
    );
  }

  /** Where the view wants the camera; null: the whole, or the commune whose sheet is open. */
  #place(map: MapLibreMap, camera: Camera | null, covered: Padding): void {
    const first = !this.#placed;
    const moved = first || camera !== this.#camera;
    const uncovered = first || !samePadding(covered, this.#padding);
    this.#placed = true;
    this.#camera = camera;
    this.#padding = covered;
    this.#placeCrosshair();
    if (moved && camera) {
      const { lng, lat } = map.getCenter();
      const near = Math.abs(lng - camera.lng) < 1e-5 && Math.abs(lat - camera.lat) < 1e-5 && Math.abs(map.getZoom() - camera.zoom) < 0.01;
      if (!near) map.jumpTo({ center: [camera.lng, camera.lat], zoom: camera.zoom });
      return;
    }
    if (!moved && !uncovered) return;
    if (this.#selected !== null) {
      if (moved || !this.#movedSinceSelected) this.#showCommune(map, this.#selected, first ? 0 : moveMs());
    } else if (!camera && (moved || !first)) this.showWhole(!first);
  }

  #covered(): Padding {
    return this.#options.padding?.peek() ?? NO_PADDING;
  }

  #paddingWithAir(): Padding {
    // The map learns of its container's new size a little later, and counts with its own until then.
    const { clientWidth, clientHeight } = this.#map?.getCanvas() ?? this.#container;
    return paddingWithAir(this.#covered(), clientWidth, clientHeight);
  }

  /** What the reader does. */
  #listen(map: MapLibreMap): void {
    const { onSelect, onHover, onPick, onMove } = this.#options;
    const canvas = map.getCanvas();
    const tellExtent = () => {
      const box = this.visibleBox();
      if (box) this.#options.onExtent?.(box);
    };
    map.on('moveend', tellExtent);
    map.on('resize', tellExtent);
    map.once('idle', tellExtent);

    map.on('wheel', () => {
      this.#wheeled = true;
    });
    map.on('moveend', (event) => {
      const { originalEvent, tellPage } = event as { originalEvent?: Event; tellPage?: boolean };
      const byReader = originalEvent !== undefined || this.#wheeled;
      if (byReader) this.#movedSinceSelected = true;
      if (byReader || tellPage) {
        // The wheel's last step comes without its event, and while it turns there are several ends.
        this.#wheeled = this.#wheeled && map.isZooming();
        const { lng, lat } = map.getCenter();
        onMove({ lng, lat, zoom: map.getZoom() });
      }
      tellOfMiddle();
    });
    map.on('zoom', () => this.#buttons?.enable(map.getZoom() < map.getMaxZoom() - 1e-3, map.getZoom() > map.getMinZoom() + 1e-3));
    map.on('resize', () => {
      if (!this.#placed || this.#options.view.peek().camera) return;
      if (this.#selected === null) this.showWhole(false);
    });

    let pointer: { x: number; y: number } | null = null;
    const tellOfPointer = () => {
      if (!pointer) return;
      const info = infoAt(map, this.#scene, pointer);
      this.#hover(map, info?.communeCode ?? null);
      canvas.style.cursor = info ? 'pointer' : '';
      onHover(info);
    };
    const tellOfMiddle = () => {
      if (canvas.matches(':focus-visible')) onHover(this.#infoAtCrosshair(map));
    };
    // A finger's tap is followed by a mouse that never leaves again.
    let byFinger = false;
    canvas.addEventListener('pointerdown', (event) => {
      byFinger = event.pointerType === 'touch';
    });
    canvas.addEventListener('pointermove', (event) => {
      if (event.pointerType !== 'touch' && event.isTrusted) byFinger = false;
    });
    map.on('mousemove', (event) => {
      if (byFinger) return;
      pointer = event.point;
      this.#hoverFrame ||= requestAnimationFrame(() => {
        this.#hoverFrame = 0;
        if (!map.isMoving()) tellOfPointer();
      });
    });
    // What is there may be drawn, or have another share, only after the reader has come to it.
    map.on('idle', () => {
      if (pointer) tellOfPointer();
      else tellOfMiddle();
    });
    const leave = () => {
      pointer = null;
      this.#hover(map, null);
      onHover(null);
    };
    map.on('mouseout', leave);
    map.on('movestart', (event) => {
      leave();
      // What was picked has moved from under its words.
      if ('originalEvent' in event && event.originalEvent) onPick(null);
    });

    map.on('click', (event) => {
      if (this.#options.placing.peek()) {
        this.#options.onPlace([event.lngLat.lng, event.lngLat.lat]);
        return;
      }
      const info = infoAt(map, this.#scene, event.point);
      if (info?.kind === 'cluster') void this.#openCluster(map, event.point, event.originalEvent);
      else if (info?.kind === 'commune' || info?.kind === 'gap') {
        onPick(null);
        this.#choose(info.communeCode);
      } else {
        onPick(info);
        if (!info) onSelect(null);
      }
    });

    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && this.#options.placing.peek()) {
        const { x, y } = this.#crosshairPoint();
        const { lng, lat } = map.unproject([x, y]);
        this.#options.onPlace([lng, lat]);
      } else if (event.key === 'Enter') {
        const code = this.#infoAtCrosshair(map)?.communeCode ?? null;
        if (code !== null) this.#choose(code);
      } else if (event.key === 'Escape') {
        onPick(null);
        onSelect(null);
      }
    };
    const onFocus = () => {
      this.#placeCrosshair();
      if (canvas.matches(':focus-visible')) pointer = null;
      tellOfMiddle();
    };
    const onBlur = () => onHover(null);
    canvas.addEventListener('keydown', onKey);
    canvas.addEventListener('focus', onFocus);
    canvas.addEventListener('blur', onBlur);
    map.on('resize', () => this.#placeCrosshair());
  }

  #choose(code: string | null): void {
    this.#selectedHere = code;
    this.#options.onSelect(code);
  }

  #hover(map: MapLibreMap, code: string | null): void {
    if (code === this.#hovered) return;
    if (this.#hovered !== null) map.setFeatureState({ source: 'communes', id: this.#hovered }, { hover: false });
    this.#hovered = code;
    if (code !== null) map.setFeatureState({ source: 'communes', id: code }, { hover: true });
  }

  async #openCluster(map: MapLibreMap, point: { x: number; y: number }, originalEvent: Event): Promise<void> {
    const cluster = await clusterAt(map, point);
    if (cluster && !this.#destroyed) map.easeTo({ ...cluster, duration: moveMs() }, { originalEvent });
  }

  /** The middle of what no sheet covers. */
  #crosshairPoint(): { x: number; y: number } {
    const { clientWidth, clientHeight } = this.#container;
    const { left, right, top, bottom } = this.#covered();
    return { x: (left + clientWidth - right) / 2, y: (top + clientHeight - bottom) / 2 };
  }

  /** From the middle of the container to the middle of what is free. */
  #offset(): [x: number, y: number] {
    const { x, y } = this.#crosshairPoint();
    return [x - this.#container.clientWidth / 2, y - this.#container.clientHeight / 2];
  }

  #placeCrosshair(): void {
    const { x, y } = this.#crosshairPoint();
    this.#crosshair.style.left = `${x}px`;
    this.#crosshair.style.top = `${y}px`;
  }

  #infoAtCrosshair(map: MapLibreMap): MapInfo | null {
    this.#placeCrosshair();
    return infoAt(map, this.#scene, this.#crosshairPoint());
  }
}

const textScale = (textStep: number): number => 1 + textStep * TEXT_STEP;

const prefersStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
const moveMs = (): number => (prefersStillness() ? 0 : MOVE_MS);

function samePadding(a: Padding, b: Padding | null): boolean {
  return b !== null && a.top === b.top && a.right === b.right && a.bottom === b.bottom && a.left === b.left;
}
