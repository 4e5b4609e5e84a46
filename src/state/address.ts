/** Keeps the view and the address's hash the same. */
import { effect } from '@preact/signals';
import { hashToView, view, viewToHash } from './view';

/**
 * Reads the address, then writes every change to it (without new history entries) and follows the back button.
 * @param otherwise the view, as the address has it, where the address says nothing
 */
export function followAddress(target: Window, otherwise = ''): () => void {
  view.value = hashToView(target.location.hash || otherwise);
  const onHash = () => {
    if (target.location.hash !== viewToHash(view.peek())) view.value = hashToView(target.location.hash);
  };
  target.addEventListener('hashchange', onHash);
  const stop = effect(() => {
    const hash = viewToHash(view.value);
    if (hash !== (target.location.hash || '#')) target.history.replaceState(null, '', hash);
  });
  return () => {
    stop();
    target.removeEventListener('hashchange', onHash);
  };
}
