/** A map drawn as SVG, for machines without WebGL or with little memory: what the other map shows, and the same keys. */
import { type ReadonlySignal, untracked, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { boxOfGeometry } from '../core/box';
import type { Box, LngLat } from '../core/model';
import type { MapInfo } from '../map';
import { boxOfCommunes, isWellShown, NO_PADDING, type Padding, paddingWithAir, widened } from '../map/camera';
import { lang } from '../state/language';
import type { Camera, View } from '../state/view';
import { placeOfName } from '../style/features';
import { cameraOfBox, type Extent, heldIn, metersPerPixel, pushed, scaleMeters, sheetOf, unitsPerPixel, zoomedAt } from '../style/mercator';
import type { Scene } from '../style/scene';
import { type Direction, nextTowards } from '../style/towards';
import { RestingButton } from './RestingButton';
import { Chosen, drawnAsCovered, type DrawnMap, FINE_GRAIN, Ground, Names, Patterns, Symbols, type SymbolInfo, useLand } from './SimpleMapDrawing';

/** What the page asks of a map, whichever it is. */
export interface ShownMap {
  flyTo(to: LngLat, zoom: number): void;
  flyToBox(box: Box): void;
  visibleBox(): Box | null;
}

interface SimpleMapProps {
  scene: ReadonlySignal<Scene>;
  view: ReadonlySignal<View>;
  padding?: ReadonlySignal<Padding>;
  placing: ReadonlySignal<boolean>;
  label: string;
  /** Vertices are left out and lines straightened where memory is short. */
  coarse: boolean;
  onSelect: (code: string | null) => void;
  onHover: (info: MapInfo | null) => void;
  onPick: (info: MapInfo | null) => void;
  onPlace: (position: LngLat) => void;
  onMoveMast: (id: string, position: LngLat, drop: boolean) => void;
  onMove: (camera: Camera) => void;
  onWhole: () => void;
  /** The part of the world in sight, after each movement. */
  onExtent?: (box: Box) => void;
  onReady?: (map: ShownMap) => void;
}

const ZOOMS = [5, 17] as const;
const COMMUNE_MAX_ZOOM = 12.5;
const BUTTON_STEP = 1;
const PUSH_PX = 100;
/** A hand that trembles does not drag. */
const DRAG_FROM_PX = 4;
const WHEEL_PX_OF_A_ZOOM = 300;
/** After the last movement symbols are placed anew and the address is written. */
const SETTLE_MS = 200;
const SCALE_PX = 110;
const TEXT_STEP = 0.125;
/** About 50 m. */
const COARSE_GRAIN = 12;

const DIRECTIONS: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
const PUSHES: Record<Direction, readonly [number, number]> = { left: [PUSH_PX, 0], right: [-PUSH_PX, 0], up: [0, PUSH_PX], down: [0, -PUSH_PX] };

export function SimpleMap({ scene, view, padding, placing, label, coarse, onSelect, onHover, onPick, onPlace, onMoveMast, onMove, onWhole, onExtent, onReady }: SimpleMapProps) {
  const { text, format } = lang.value;
  const id = useId();
  const container = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const extent = useSignal<Extent>({ width: 0, height: 0 });
  const camera = useSignal<Camera>({ lng: 0, lat: 0, zoom: 8 });
  /** Where symbols and names were placed last. */
  const settled = useSignal<Camera>(camera.peek());
  const hovered = useSignal<string | null>(null);
  const focused = useSignal<string | null>(null);
  /** The commune that the tabulator leads to. */
  const stop = useSignal<string | null>(null);
  const box = useComputed(() => boxOfCommunes(scene.value.communes.map((c) => c.commune)));
  const boxKey = useComputed(() => box.value.join());
  const sheet = useMemo(() => sheetOf(box.peek()), [boxKey.value]);
  const grain = coarse ? COARSE_GRAIN : FINE_GRAIN;
  const now = useRef({ placed: false, camera: null as Camera | null, selected: null as string | null, chosenHere: null as string | null, moved: false, bounds: '' }).current;
  /** Runs while the reader moves the map: until then the page does not know where to. */
  const settling = useRef(0);

  const covered = () => padding?.peek() ?? NO_PADDING;
  const show = (to: Camera) => {
    camera.value = to;
    settled.value = to;
  };
  const fit = (to: Box, maxZoom: number, tell: boolean) => {
    const { width, height } = extent.peek();
    const found = cameraOfBox(to, { width, height }, paddingWithAir(covered(), width, height), maxZoom);
    show(found);
    if (tell) told(found);
  };
  const told = (to: Camera) => {
    now.camera = to;
    onMove(to);
  };
  /** Finds what is told of the place under the pointer or where the keyboard is. */
  const place = useRef<(() => MapInfo | null) | null>(null);
  const tell = (find: (() => MapInfo | null) | null) => {
    place.current = find;
    onHover(find?.() ?? null);
  };
  /** The reader moves the map. */
  const move = (to: Camera, atOnce = false) => {
    const held = heldIn(to, widened(box.peek()), ZOOMS);
    now.moved = true;
    if (hovered.peek() !== null || !atOnce) tell(null);
    camera.value = held;
    clearTimeout(settling.current);
    if (atOnce) settled.value = held;
    settling.current = window.setTimeout(() => {
      settling.current = 0;
      settled.value = camera.peek();
      told(camera.peek());
    }, SETTLE_MS);
  };
  const whole = () => {
    clearTimeout(settling.current);
    settling.current = 0;
    fit(box.peek(), ZOOMS[1], false);
  };

  const pixelOf = (place: LngLat) => {
    const [left, top] = sheet.viewBox(camera.peek(), extent.peek());
    const units = unitsPerPixel(camera.peek().zoom);
    const [x, y] = sheet.project(place);
    return { x: (x - left) / units, y: (y - top) / units };
  };
  const placeAt = ({ x, y }: { x: number; y: number }): LngLat => {
    const [left, top] = sheet.viewBox(camera.peek(), extent.peek());
    const units = unitsPerPixel(camera.peek().zoom);
    return sheet.unproject(left + x * units, top + y * units);
  };
  const visibleBox = (): Box => {
    const { width, height } = extent.peek();
    const { left, right, top, bottom } = covered();
    const [nw, se] = [placeAt({ x: left, y: top }), placeAt({ x: width - right, y: height - bottom })];
    return [nw[0], se[1], se[0], nw[1]];
  };
  const showCommune = (code: string) => {
    const commune = scene.peek().communes.find((c) => c.commune.code === code)?.commune;
    if (!commune) return;
    const [west, south, east, north] = boxOfGeometry(commune.geometry);
    const [leftTop, rightBottom] = [pixelOf([west, north]), pixelOf([east, south])];
    const shown = { left: leftTop.x, top: leftTop.y, right: rightBottom.x, bottom: rightBottom.y };
    const { width, height } = extent.peek();
    if (isWellShown(shown, covered(), width, height)) return;
    const tell = view.peek().camera !== null;
    if (now.chosenHere === code) {
      // The reader already looks at it: only bring it out from under a sheet.
      const middle = { x: (shown.left + shown.right) / 2, y: (shown.top + shown.bottom) / 2 };
      const { left, right, top, bottom } = covered();
      if (middle.x > left && middle.x < width - right && middle.y > top && middle.y < height - bottom) return;
      const to = pushed(camera.peek(), (left + width - right) / 2 - middle.x, (top + height - bottom) / 2 - middle.y);
      show(to);
      if (tell) told(to);
      return;
    }
    fit([west, south, east, north], COMMUNE_MAX_ZOOM, tell);
  };

  useLayoutEffect(() => {
    const measure = () => {
      const { clientWidth, clientHeight } = container.current!;
      extent.value = { width: clientWidth, height: clientHeight };
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(container.current!);
    return () => observer.disconnect();
  }, []);

  // Where the view wants the camera: its own, else the chosen commune, else the whole.
  useSignalEffect(() => {
    const { camera: wanted } = view.value;
    const { selected } = scene.value;
    const bounds = boxKey.value;
    void padding?.value;
    const { width, height } = extent.value;
    untracked(() => {
      if (width === 0 || height === 0) return;
      const first = !now.placed;
      const chosen = selected !== now.selected;
      const whither = wanted !== now.camera;
      const other = bounds !== now.bounds;
      Object.assign(now, { placed: true, selected, camera: wanted, bounds });
      if (chosen) {
        now.moved = false;
        if (now.chosenHere !== selected) now.chosenHere = null;
      }
      if (wanted && (first || whither)) show(wanted);
      if (first && !wanted) whole();
      if (selected !== null && !(first && wanted)) {
        if (chosen || (whither && !wanted) || !now.moved) showCommune(selected);
      } else if (!wanted && !chosen && (whither || other || (!first && settling.current === 0))) whole();
    });
  });

  useSignalEffect(() => {
    void settled.value;
    const { width, height } = extent.value;
    untracked(() => { if (width > 0 && height > 0) onExtent?.(visibleBox()); });
  });

  useEffect(() => {
    onReady?.({
      flyTo: (to, zoom) => { const next = { lng: to[0], lat: to[1], zoom }; now.moved = true; show(next); told(next); },
      flyToBox: (to) => { now.moved = true; fit(to, COMMUNE_MAX_ZOOM, true); },
      visibleBox,
    });
    return () => clearTimeout(settling.current);
  }, [sheet]);

  // What is there may have another share only after the reader has come to it.
  useSignalEffect(() => {
    void scene.value;
    const frame = requestAnimationFrame(() => {
      const info = place.current?.();
      if (info) onHover(info);
    });
    return () => cancelAnimationFrame(frame);
  });

  // What the pointer does.
  const pointers = useRef(new Map<number, { x: number; y: number }>()).current;
  const gesture = useRef({ from: { x: 0, y: 0 }, dragging: false, mast: null as string | null, dropped: false, frame: 0 }).current;
  const pointOf = (event: { clientX: number; clientY: number }) => {
    const { left, top } = container.current!.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const fromMiddle = ({ x, y }: { x: number; y: number }): [number, number] => [x - extent.peek().width / 2, y - extent.peek().height / 2];
  const infoAt = (target: Element | null, point: { x: number; y: number }): MapInfo | null => {
    if (!target || !svg.current?.contains(target)) return null;
    const lngLat = placeAt(point);
    const land = target.closest('[data-code]') ?? document.elementsFromPoint(point.x + container.current!.getBoundingClientRect().left, point.y + container.current!.getBoundingClientRect().top).find((e) => e.hasAttribute('data-code'));
    const code = land?.getAttribute('data-code') ?? null;
    const symbol = target.closest('[data-info]');
    if (symbol) return { lngLat, point, communeCode: code, ...(JSON.parse(symbol.getAttribute('data-info')!) as SymbolInfo) } as MapInfo;
    return code === null ? null : communeInfo(code, lngLat, point);
  };
  const communeInfo = (code: string, lngLat: LngLat, point: { x: number; y: number }): MapInfo | null => {
    const commune = scene.peek().communes.find((c) => c.commune.code === code);
    return commune ? { kind: 'commune', lngLat, point, communeCode: code, name: commune.commune.name, state: commune.state, gapShare: commune.gapShare, gapKm2: commune.gapKm2 } : null;
  };
  const middleOfFree = () => {
    const { width, height } = extent.peek();
    const { left, right, top, bottom } = covered();
    return { x: (left + width - right) / 2, y: (top + height - bottom) / 2 };
  };
  const infoInMiddle = () => {
    const point = middleOfFree();
    const { left, top } = container.current!.getBoundingClientRect();
    return infoAt(document.elementsFromPoint(point.x + left, point.y + top).find((e) => e.hasAttribute('data-code')) ?? null, point);
  };
  const choose = (code: string | null) => {
    now.chosenHere = code;
    if (code !== null) stop.value = code;
    onSelect(code);
  };
  const zoomBy = (step: number, point: [number, number] = fromMiddle(middleOfFree()), atOnce = true) => {
    const { zoom } = camera.peek();
    move(zoomedAt(camera.peek(), Math.min(ZOOMS[1], Math.max(ZOOMS[0], zoom + step)), ...point), atOnce);
  };

  const onPointerDown = (event: PointerEvent) => {
    const point = pointOf(event);
    pointers.set(event.pointerId, point);
    if (pointers.size === 1) Object.assign(gesture, { from: point, dragging: false, mast: (event.target as Element).closest('[data-mast]')?.getAttribute('data-mast') ?? null });
  };
  const onPointerMove = (event: PointerEvent) => {
    const point = pointOf(event);
    const before = pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== 'touch') hover(event.target as Element, point);
      return;
    }
    if (!gesture.dragging) {
      if (Math.hypot(point.x - gesture.from.x, point.y - gesture.from.y) < DRAG_FROM_PX && pointers.size === 1) return;
      gesture.dragging = true;
      svg.current!.setPointerCapture(event.pointerId);
      onPick(null);
    }
    const other = [...pointers].find(([key]) => key !== event.pointerId)?.[1];
    pointers.set(event.pointerId, point);
    if (gesture.mast !== null) {
      const { mast } = gesture;
      gesture.frame ||= requestAnimationFrame(() => {
        gesture.frame = 0;
        const last = pointers.get(event.pointerId);
        if (last) onMoveMast(mast, placeAt(last), false);
      });
      return;
    }
    if (!other) {
      move(pushed(camera.peek(), point.x - before.x, point.y - before.y));
      return;
    }
    const [was, is] = [before, point].map((p) => Math.max(1, Math.hypot(p.x - other.x, p.y - other.y)));
    const middle = { x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 };
    move(pushed(zoomedAt(camera.peek(), camera.peek().zoom + Math.log2(is! / was!), ...fromMiddle(middle)), (point.x - before.x) / 2, (point.y - before.y) / 2));
  };
  const onPointerEnd = (event: PointerEvent) => {
    const last = pointers.get(event.pointerId);
    pointers.delete(event.pointerId);
    if (gesture.mast !== null && gesture.dragging && last) {
      cancelAnimationFrame(gesture.frame);
      gesture.frame = 0;
      onMoveMast(gesture.mast, placeAt(last), true);
    }
    gesture.dropped = gesture.dragging;
    if (pointers.size === 0) gesture.mast = null;
  };
  const hover = (target: Element | null, point: { x: number; y: number }) => {
    hovered.value = infoAt(target, point)?.communeCode ?? null;
    tell(() => infoAt(target, point));
  };
  const onClick = (event: MouseEvent) => {
    // The click that ends a drag means nothing.
    if (gesture.dropped) {
      gesture.dropped = false;
      return;
    }
    // A screen reader's click has no place of its own.
    const code = (event.target as Element).closest('[data-code]')?.getAttribute('data-code') ?? null;
    if (placing.peek()) {
      onPlace(event.detail === 0 && code !== null ? placeOfName(scene.peek().communes.find((c) => c.commune.code === code)!.commune.geometry).position : placeAt(pointOf(event)));
      return;
    }
    const point = pointOf(event);
    const info = infoAt(event.target as Element, point);
    if (info?.kind === 'cluster') zoomBy(2, fromMiddle(point));
    else if (!info || info.kind === 'commune') {
      onPick(null);
      choose(code);
    } else {
      onPick(info);
    }
  };
  useEffect(() => {
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const pixels = event.deltaMode === 0 ? event.deltaY : event.deltaY * 40;
      zoomBy(-pixels / WHEEL_PX_OF_A_ZOOM, fromMiddle(pointOf(event)), false);
    };
    const element = svg.current!;
    // Preact's own listener would be passive: the page would be scrolled or zoomed as well.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, []);

  // What the keyboard does: on the map itself, and on a commune.
  const places = () => scene.peek().communes.map(({ commune }) => ({ code: commune.code, ...pixelOf(placeOfName(commune.geometry).position) }));
  const onKeyDown = (event: KeyboardEvent) => {
    const code = (event.target as Element).getAttribute('data-code');
    const direction = DIRECTIONS[event.key];
    const done = () => { event.preventDefault(); event.stopPropagation(); };
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === '+' || event.key === '=') zoomBy(BUTTON_STEP);
    else if (event.key === '-') zoomBy(-BUTTON_STEP);
    else if (event.key === 'Escape') {
      onPick(null);
      onSelect(null);
    } else if (code !== null) {
      if (direction) {
        const all = places();
        const next = nextTowards(all, all.find((p) => p.code === code)!, direction);
        if (next) focusCommune(next.code);
        done();
      } else if (event.key === 'Enter' || event.key === ' ') {
        if (placing.peek()) onPlace(placeOfName(scene.peek().communes.find((c) => c.commune.code === code)!.commune.geometry).position);
        else choose(code);
        done();
      }
    } else if (direction) {
      move(pushed(camera.peek(), ...PUSHES[direction]), true);
      done();
      requestAnimationFrame(() => tell(infoInMiddle));
    } else if (event.key === 'Enter') {
      if (placing.peek()) onPlace(placeAt(middleOfFree()));
      else {
        const info = infoInMiddle();
        if (info?.communeCode) choose(info.communeCode);
      }
    }
  };
  const focusCommune = (code: string) => {
    stop.value = code;
    svg.current!.querySelector<SVGElement>(`[data-code="${CSS.escape(code)}"]`)?.focus();
  };
  const onFocusIn = (event: FocusEvent) => {
    const target = event.target as Element;
    const code = target.getAttribute('data-code');
    if (!target.matches(':focus-visible')) return;
    focused.value = code;
    if (code === null) {
      if (target === svg.current) tell(infoInMiddle);
      return;
    }
    const middle = placeOfName(scene.peek().communes.find((c) => c.commune.code === code)!.commune.geometry).position;
    const point = pixelOf(middle);
    const { width, height } = extent.peek();
    const { left, right, top, bottom } = covered();
    // Focus that is out of sight is brought into sight.
    if (point.x < left || point.x > width - right || point.y < top || point.y > height - bottom) move({ ...camera.peek(), lng: middle[0], lat: middle[1] }, true);
    tell(() => communeInfo(code, middle, pixelOf(middle)));
  };
  const onFocusOut = () => {
    focused.value = null;
    tell(null);
  };

  const viewBox = useComputed(() => sheet.viewBox(camera.value, extent.value).map((n) => Math.round(n * 100) / 100).join(' '));
  const { communes, selected } = scene.value;
  const { layers, textStep } = view.value;
  const drawn: DrawnMap = { scene: scene.value, layers, sheet, camera: settled.value, extent: extent.value, textScale: 1 + textStep * TEXT_STEP, grain, id, format: (n) => format.number(n) };
  const land = useLand(drawn);
  const tabbed = [stop.value, selected].find((code) => communes.some((c) => c.commune.code === code)) ?? communes[0]?.commune.code;
  const nameOf = ({ commune, state, gapShare }: Scene['communes'][number]) =>
    gapShare !== null ? text.map.tip.commune(commune.name, format.percent(gapShare)) : state === 'no-data' ? text.map.tip.communeNoData(commune.name) : commune.name;
  const free = covered();
  return (
    <div ref={container} class="simple-map">
      <svg
        ref={svg} class={`simple-map-drawing${placing.value ? ' simple-map-placing' : ''}`} viewBox={viewBox} role="group" aria-label={`${label} ${text.simpleMap.keys}`} tabindex={0}
        onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={onPointerEnd} onPointerCancel={onPointerEnd}
        onPointerLeave={() => { hovered.value = null; tell(null); }} onClick={onClick} onKeyDown={onKeyDown} onFocusIn={onFocusIn} onFocusOut={onFocusOut}
      >
        <Patterns {...drawn} />
        <g>
          {communes.map((commune) => {
            const { code } = commune.commune;
            return (
              <path
                key={code} class={drawnAsCovered(commune.state, layers) ? 'simple-commune simple-commune-covered' : 'simple-commune'} d={land.get(code)} data-code={code} role="button" tabindex={code === tabbed ? 0 : -1}
                aria-label={nameOf(commune)} aria-pressed={code === selected}
              />
            );
          })}
        </g>
        <Ground {...drawn} land={land} />
        <Outline class="simple-hover" d={hovered.value === null ? undefined : land.get(hovered.value)} />
        <Chosen d={selected === null ? undefined : land.get(selected)} />
        <Symbols {...drawn} />
        <Names {...drawn} />
        <Outline class="simple-focus-halo" d={focused.value === null ? undefined : land.get(focused.value)} />
        <Outline class="simple-focus" d={focused.value === null ? undefined : land.get(focused.value)} />
      </svg>
      <svg class="simple-crosshair" style={{ left: `${(free.left + extent.value.width - free.right) / 2}px`, top: `${(free.top + extent.value.height - free.bottom) / 2}px` }} viewBox="-13.5 -13.5 27 27" aria-hidden="true">
        <path d="M-11 0h7M4 0h7M0-11v7M0 4v7" /><path d="M-11 0h7M4 0h7M0-11v7M0 4v7" />
      </svg>
      <div class="simple-map-buttons">
        <RestingButton aria-label={text.map.zoomIn} title={text.map.zoomIn} resting={camera.value.zoom >= ZOOMS[1]} onClick={() => zoomBy(BUTTON_STEP)}><svg viewBox="0 0 20 20" aria-hidden="true"><path d="M10 4.500v11M4.500 10h11" /></svg></RestingButton>
        <RestingButton aria-label={text.map.zoomOut} title={text.map.zoomOut} resting={camera.value.zoom <= ZOOMS[0]} onClick={() => zoomBy(-BUTTON_STEP)}><svg viewBox="0 0 20 20" aria-hidden="true"><path d="M4.500 10h11" /></svg></RestingButton>
        <button
          type="button" aria-label={text.map.whole} title={text.map.whole}
          onClick={() => { clearTimeout(settling.current); now.moved = true; now.camera = null; whole(); onWhole(); }}
        ><svg viewBox="0 0 20 20" aria-hidden="true"><path d="M7.500 4H4v3.500M12.500 4H16v3.500M7.500 16H4v-3.500M12.500 16H16v-3.500" /></svg></button>
      </div>
      <ScaleBar camera={settled.value} />
    </div>
  );
}

function Outline({ class: name, d }: { class: string; d: string | undefined }) {
  return d ? <path class={`simple-outline ${name}`} d={d} /> : null;
}

function ScaleBar({ camera }: { camera: Camera }) {
  const { format } = lang.value;
  const inPixel = metersPerPixel(camera);
  const meters = scaleMeters(inPixel, SCALE_PX);
  return <p class="simple-scale" style={{ width: `${meters / inPixel}px` }}>{format.radius(meters)}</p>;
}
