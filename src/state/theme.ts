/** The theme in force, from the view and the system. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ThemeName } from '../style/palette';
import { view } from './view';

/** Whether the system answers a media query with yes, followed as it changes. */
function systemPrefers(condition: string): ReadonlySignal<boolean> {
  const query = typeof matchMedia === 'undefined' ? null : matchMedia(condition);
  const prefers = signal(query?.matches ?? false);
  query?.addEventListener('change', (event) => {
    prefers.value = event.matches;
  });
  return prefers;
}

const systemDark = systemPrefers('(prefers-color-scheme: dark)');
const systemContrast = systemPrefers('(prefers-contrast: more), (forced-colors: active)');

/** As the reader has chosen, else as the system prefers. */
export const highContrast = computed(() => view.value.contrast ?? systemContrast.value);

export const themeName = computed((): ThemeName => {
  const { theme } = view.value;
  const shade = theme === 'auto' ? (systemDark.value ? 'dark' : 'light') : theme;
  return highContrast.value ? `${shade}-contrast` : shade;
});
