/** Why something could not be done, as a code: whoever shows it has the words. */

/**
 * `unreachable`: no answer; `refused`: the server has no such file for us; `missing`: it is not in the page in one file;
 * `not-the-page`: what came is something else; `worker`: the computing part stopped; `unknown`: the detail is all there is.
 */
export type FailureCode = 'unreachable' | 'refused' | 'missing' | 'not-the-page' | 'worker' | 'unknown';

export interface FailureReason {
  code: FailureCode;
  /** In whatever language it came; to stand after the words. Empty: none. */
  detail: string;
}

export class Failure extends Error {
  readonly reason: FailureReason;

  constructor(code: FailureCode, detail = '') {
    super(detail || code);
    this.reason = { code, detail };
  }
}

/** @param error anything that was thrown */
export function reasonOf(error: unknown): FailureReason {
  if (error instanceof Failure) return error.reason;
  return { code: 'unknown', detail: error instanceof Error ? error.message : String(error) };
}
