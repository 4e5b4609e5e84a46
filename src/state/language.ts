/** Text and number forms of the language in view. */
import { computed } from '@preact/signals';
import { language } from '../strings';
import { view } from './view';

export const lang = computed(() => language(view.value.language));
