/** Where the page asks the map to go; the map answers by moving. */
import { signal } from '@preact/signals';
import type { Box, LngLat } from '../core/model';

export type Flight = { to: LngLat; zoom: number } | { box: Box };

export const flight = signal<Flight | null>(null);

/** Asks the map to show a place. */
export function flyTo(to: LngLat, zoom: number): void {
  flight.value = { to, zoom };
}

/** Asks the map to show an area as large as it fits. */
export function flyToBox(box: Box): void {
  flight.value = { box };
}
