import { useLayoutEffect } from 'preact/hooks';
import { lang } from '../state/language';
import { ReceiptFrame } from './ReceiptFrame';
import { SheetFrame } from './SheetFrame';

/** A part of the page that could not be fetched. */
export interface Failure {
  /** So far, all in vain. */
  tries: number;
  /** Just being fetched once more. */
  trying: boolean;
  again: () => void;
}

/** Stands in its place: says so, and offers to try again. @param says what is missing, where there are words for it */
export function FailedPart({ tries, trying, again, says }: Failure & { says?: string }) {
  const { text } = lang.value;
  // Of the layout: asked before a dialog around it takes the keyboard.
  useLayoutEffect(() => {
    const before = document.activeElement;
    // What had the keyboard goes with this; the part that has come in its place may take it afterwards.
    return () => queueMicrotask(() => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    });
  }, []);
  return (
    <div class="state part-failed">
      <p key={tries} role="alert">{says ?? text.part.failed} {tries > 1 && text.part.still}</p>
      <p class="actions">
        <button type="button" class="primary" onClick={again}>{text.retry}</button>
        {/* Firefox answers from memory what once failed, without asking again, until the page is new. */}
        {tries > 1 && <button type="button" class="plain bordered" onClick={() => location.reload()}>{text.part.reload}</button>}
        {trying && <span class="spinner" aria-hidden="true" />}
      </p>
    </div>
  );
}

/** In the place of a sheet, which can be closed as the sheet could. */
export function FailedSheet({ title, onClose, ...failure }: Failure & { title: string; onClose: () => void }) {
  return <SheetFrame title={title} onClose={onClose}><FailedPart {...failure} /></SheetFrame>;
}

/** In the place of a dialog. */
export function FailedDialog({ onClose, ...failure }: Failure & { onClose: () => void }) {
  return <ReceiptFrame id="failed-title" title={lang.value.text.part.title} asked={null} onClose={onClose}><FailedPart {...failure} /></ReceiptFrame>;
}
