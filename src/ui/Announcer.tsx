import { announced } from '../state/announcements';

/** The page's one place for what screen readers say unasked. */
export function Announcer() {
  return <p class="visually-hidden announcer" role="status">{announced.value}</p>;
}
