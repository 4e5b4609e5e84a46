import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

/** A part that opens where there is something to see in it, and does not close while the keyboard is in it. */
export function Fold({ filled, summary, class: className, children }: { filled: boolean; summary: string; class?: string; children: ComponentChildren }) {
  const part = useRef<HTMLDetailsElement>(null);
  const kept = useRef(false);
  kept.current = filled || (kept.current && part.current!.contains(document.activeElement));
  return (
    <details ref={part} class={className} open={kept.current}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
