/** Buttons on the map: zoom, and the whole province. Their words come from the page. */
import type { IControl } from 'maplibre-gl';

export interface ControlLabels {
  zoomIn: string;
  zoomOut: string;
  whole: string;
}

export interface ControlActions {
  zoomIn(event: Event): void;
  zoomOut(event: Event): void;
  whole(): void;
}

const ICON_PATHS = {
  zoomIn: 'M10 4.500v11M4.500 10h11',
  zoomOut: 'M4.500 10h11',
  whole: 'M7.500 4H4v3.500M12.500 4H16v3.500M7.500 16H4v-3.500M12.500 16H16v-3.500',
};

export class MapButtons implements IControl {
  readonly #root = document.createElement('div');
  readonly #buttons: Record<keyof ControlActions, HTMLButtonElement>;

  constructor(actions: ControlActions) {
    this.#root.className = 'maplibregl-ctrl gap-map-controls';
    const group = document.createElement('div');
    group.className = 'maplibregl-ctrl-group gap-map-buttons';
    const button = (name: keyof ControlActions): HTMLButtonElement => {
      const element = document.createElement('button');
      element.type = 'button';
      element.append(icon(ICON_PATHS[name]));
      element.addEventListener('click', (event) => actions[name](event));
      group.append(element);
      return element;
    };
    this.#buttons = { zoomIn: button('zoomIn'), zoomOut: button('zoomOut'), whole: button('whole') };
    this.#root.append(group);
  }

  onAdd(): HTMLElement {
    return this.#root;
  }

  onRemove(): void {
    this.#root.remove();
  }

  label(labels: ControlLabels): void {
    for (const name of ['zoomIn', 'zoomOut', 'whole'] as const) {
      this.#buttons[name].title = labels[name];
      this.#buttons[name].ariaLabel = labels[name];
    }
  }

  /** Greys out what leads nowhere; it keeps the keyboard. */
  enable(canZoomIn: boolean, canZoomOut: boolean): void {
    this.#buttons.zoomIn.ariaDisabled = String(!canZoomIn);
    this.#buttons.zoomOut.ariaDisabled = String(!canZoomOut);
  }
}

function icon(path: string): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(space, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
