import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { lang } from '../state/language';

/** A dialog over the page, such as receipts stand in. @param asked what it is about: asked anew, a closed dialog opens again */
export function ReceiptFrame({ id, title, asked, onClose, children }: { id: string; title: string; asked: unknown; onClose: () => void; children: ComponentChildren }) {
  const { text } = lang.value;
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, [asked]);
  return (
    <dialog ref={dialog} class="receipt" aria-labelledby={id} onClose={onClose}>
      <header role="none">
        <h2 id={id}>{title}</h2>
        <button type="button" class="plain close" aria-label={text.sheet.close} title={text.sheet.close} onClick={() => dialog.current?.close()}>×</button>
      </header>
      {children}
    </dialog>
  );
}

/** The command that gives the figure again, to be copied. */
export function CommandToCopy({ command }: { command: string }) {
  const { text } = lang.value;
  const said = useSignal('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(command);
      said.value = text.receipt.copied;
    } catch {
      said.value = text.header.shareFailed;
    }
  };
  return (
    <>
      <code class="command">{command}</code>
      <p><button type="button" class="plain bordered" onClick={() => void copy()}>{text.receipt.copy}</button> <span role="status">{said.value}</span></p>
    </>
  );
}
