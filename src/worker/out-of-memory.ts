/** How engines say that there is no memory left: V8 and SpiderMonkey have no error of their own for it. */
const SAID = /out of memory|allocation (?:size )?(?:failed|overflow)|allocation failed|invalid (?:typed )?(?:array|string) (?:buffer )?length|array buffer allocation|maximum size exceeded/i;

export function isOutOfMemory(error: unknown): boolean {
  if (typeof error === 'string') return SAID.test(error);
  // A stack that is too deep is a RangeError too, and Firefox throws an InternalError.
  return error instanceof Error && ['RangeError', 'InternalError', 'Error', 'DataCloneError'].includes(error.name) && SAID.test(error.message);
}
