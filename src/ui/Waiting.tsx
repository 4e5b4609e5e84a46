import { lang } from '../state/language';

/** In the place of what needs the data, until they are there. */
export function Waiting() {
  return <div class="state" role="status"><span class="spinner" aria-hidden="true" /> {lang.value.text.loading}</div>;
}
