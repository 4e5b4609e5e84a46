/** Whether the map has been drawn, or could not be: what the page may do in the background waits for it. */
import { signal } from '@preact/signals';

export const mapSettled = signal(false);
