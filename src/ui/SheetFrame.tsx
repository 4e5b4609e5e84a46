import type { ComponentChildren } from 'preact';
import { lang } from '../state/language';
import { useHeadingOfOpened } from './heading-of-opened';
import { Waiting } from './Waiting';

interface SheetFrameProps {
  /** Of what the sheet is. */
  title: string;
  onClose: () => void;
  /** Absent: the sheet is still on its way. */
  children?: ComponentChildren;
}

/** What stands where a sheet is not, or not yet: under its name, and to be closed, since the panel may be hidden for it. */
export function SheetFrame({ title, onClose, children }: SheetFrameProps) {
  const { text } = lang.value;
  const waiting = children === undefined;
  const heading = useHeadingOfOpened(null, !waiting);
  return (
    <article class={waiting ? 'sheet-waiting' : 'commune-sheet'} aria-label={text.sheet.label(title)} onKeyDown={(event) => { if (event.key === 'Escape') onClose(); }}>
      <header>
        <h2 ref={heading} tabIndex={-1}>{title}</h2>
        <button type="button" class="plain close" aria-label={text.sheet.close} title={text.sheet.close} onClick={onClose}>×</button>
      </header>
      {waiting && <Waiting />}
      {children}
    </article>
  );
}
