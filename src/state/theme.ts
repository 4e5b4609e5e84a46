/** The theme in force, from the view and the system. */
import { computed, signal } from '@preact/signals';
import type { ThemeName } from '../style/palette';
import { view } from './view';

const darkQuery = typeof matchMedia === 'undefined' ? null : matchMedia('(prefers-color-scheme: dark)');
const systemDark = signal(darkQuery?.matches ?? false);
darkQuery?.addEventListener('change', (event) => {
  systemDark.value = event.matches;
});

export const themeName = computed((): ThemeName => {
  const { theme, contrast } = view.value;
  const shade = theme === 'auto' ? (systemDark.value ? 'dark' : 'light') : theme;
  return contrast ? `${shade}-contrast` : shade;
});
