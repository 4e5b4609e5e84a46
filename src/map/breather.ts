/** Own work in one task before the browser gets its turn. */
const TASK_BUDGET_MS = 10;

/** Gives the browser its turn where the budget of a task is used up. */
export function breather(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < TASK_BUDGET_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    begun = performance.now();
  };
}
