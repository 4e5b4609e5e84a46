/** Long computations as generators that yield the share done, 0…1, so that a worker can report it and stop between them. */
export type Steps<Result> = Generator<number, Result>;

/** All steps at once. */
export function finished<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
