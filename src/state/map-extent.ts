/** What part of the world the map shows; null where there is no map, which is told as the whole province. */
import { signal } from '@preact/signals';
import type { Box } from '../core/model';

export const mapExtent = signal<Box | null>(null);
