/** Menus that open over the page close as every menu does: with Escape, which gives the keyboard back to what opened them. */

/** For `onKeyDown` of a `<details>`. */
export function closeOnEscape(event: KeyboardEvent & { currentTarget: HTMLDetailsElement }): void {
  const { currentTarget: menu } = event;
  if (event.key !== 'Escape' || !menu.open) return;
  event.stopPropagation();
  menu.open = false;
  menu.querySelector('summary')?.focus();
}

/** For `onFocusOut` of a `<details>` that covers what the keyboard comes to next. */
export function closeOnLeave(event: FocusEvent & { currentTarget: HTMLDetailsElement }): void {
  const { currentTarget: menu, relatedTarget } = event;
  if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.open = false;
}
