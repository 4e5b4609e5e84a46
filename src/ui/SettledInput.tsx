import { useLayoutEffect, useRef } from 'preact/hooks';

interface SettledInputProps {
  type: 'text' | 'number';
  value: string;
  onSettle: (input: HTMLInputElement) => void;
  class?: string;
  min?: number;
  max?: number;
  step?: number | 'any';
}

/** A field that takes effect when the reader is done with it. What is being typed stays, whatever else changes on the page; only another value takes its place. */
export function SettledInput({ type, value, onSettle, ...props }: SettledInputProps) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    input.current!.value = value;
  }, [value]);
  const shared = { ...props, ref: input, onChange: () => onSettle(input.current!) };
  return type === 'number' ? <input type="number" {...shared} /> : <input type="text" {...shared} />;
}
