import type { ComponentProps } from 'preact';

/** A button that rests while what it started runs, or at an end of its range: one that is disabled would lose the keyboard. */
export function RestingButton({ resting, type = 'button', onClick, ...props }: Omit<ComponentProps<'button'>, 'onClick' | 'disabled'> & { resting: boolean; onClick?: () => void }) {
  return <button {...props} type={type} aria-disabled={resting} onClick={(event) => { if (resting) event.preventDefault(); else onClick?.(); }} />;
}
