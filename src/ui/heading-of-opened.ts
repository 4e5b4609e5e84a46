import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * For the heading of what has been opened: it takes the keyboard. At once: a frame later the reader may have gone on.
 * @param opened what the heading is of; another takes the keyboard anew @param ready false while something better is to come
 */
export function useHeadingOfOpened(opened: unknown, ready = true) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (ready) heading.current?.focus({ preventScroll: true });
  }, [opened, ready]);
  return heading;
}
