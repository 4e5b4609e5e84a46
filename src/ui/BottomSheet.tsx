import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { lang } from '../state/language';

const HEIGHTS = ['peek', 'half', 'full'] as const;
type Height = (typeof HEIGHTS)[number];

/** The panel of a phone: three heights, by dragging its handle, pressing it, or with the arrow keys. */
export function BottomSheet({ children, grows }: { children: ComponentChildren; grows: string | null }) {
  const { text } = lang.value;
  const height = useSignal<Height>('half');
  const dragged = useSignal<number | null>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const start = useRef<{ y: number; height: number; moved: boolean } | null>(null);

  // Opening a commune must be seen, whatever the height was.
  useEffect(() => {
    if (grows !== null && height.peek() === 'peek') height.value = 'half';
    sheet.current?.querySelector('.bottom-sheet-body')?.scrollTo(0, 0);
  }, [grows]);

  const step = (by: number) => {
    height.value = HEIGHTS[Math.max(0, Math.min(2, HEIGHTS.indexOf(height.value) + by))]!;
  };
  const onPointerDown = (event: PointerEvent) => {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    start.current = { y: event.clientY, height: sheet.current!.offsetHeight, moved: false };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!start.current) return;
    const by = start.current.y - event.clientY;
    if (Math.abs(by) > 6) start.current.moved = true;
    if (start.current.moved) dragged.value = Math.max(56, Math.min(innerHeight, start.current.height + by));
  };
  const onPointerUp = () => {
    if (start.current?.moved && dragged.value !== null) {
      const share = dragged.value / innerHeight;
      height.value = share < 0.25 ? 'peek' : share < 0.7 ? 'half' : 'full';
    }
    dragged.value = null;
  };
  const onClick = () => {
    if (!start.current?.moved) height.value = height.value === 'peek' ? 'half' : height.value === 'half' ? 'full' : 'peek';
    start.current = null;
  };
  return (
    <div ref={sheet} class={`bottom-sheet bottom-sheet-${height.value}`} style={dragged.value === null ? undefined : { height: `${dragged.value}px`, transition: 'none' }}>
      <button
        type="button" class="bottom-sheet-handle" aria-label={`${text.sheetHandle.label}: ${text.sheetHandle[height.value === 'peek' ? 'half' : height.value === 'half' ? 'full' : 'peek']}`}
        onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={onPointerUp} onPointerCancel={onPointerUp} onClick={onClick}
        onKeyDown={(event) => {
          if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
            event.preventDefault();
            step(event.key === 'ArrowUp' ? 1 : -1);
          }
        }}
      >
        <span aria-hidden="true" />
      </button>
      <div class="bottom-sheet-body">{children}</div>
    </div>
  );
}
