/** Where the page asks the map to go; the map answers by moving. */
import { signal } from '@preact/signals';
import type { LngLat } from '../core/model';

export interface Flight {
  to: LngLat;
  zoom: number;
}

export const flight = signal<Flight | null>(null);

/** Asks the map to show a place. */
export function flyTo(to: LngLat, zoom: number): void {
  flight.value = { to, zoom };
}
