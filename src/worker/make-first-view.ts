/** Makes the first view from the bundled files, with the very code that the page answers by. Run when the page is built. */
import { TECHNOLOGIES } from '../core/model';
import { endedWith, questionOf } from '../core/question';
import { REPORTED_QUESTIONS } from '../core/reported';
import { DEFAULT_SETTINGS } from '../core/settings';
import type { OpeningFile } from '../formats/bundled-files';
import { packFirstView, type PackedFirstView } from './first-view';
import { knownOf } from './known-data';
import type { Request, Response } from './protocol';
import { createService } from './service';

/** The technology that a view begins with. */
const FIRST_TECHNOLOGY = '4G';

/** @param texts of the bundled files. Rejects where one of them cannot be read. */
export async function makeFirstView(texts: Record<OpeningFile, string>): Promise<PackedFirstView> {
  let last: Response | null = null;
  // One request at a time, without a clock: nothing is waiting and nothing is cancelled.
  const handle = createService((response) => { last = response; }, () => Promise.resolve(), () => 0);
  const ask = async (request: Request) => {
    await handle(request);
    return last as Response | null;
  };
  const opened = await ask({ id: 1, type: 'open', texts });
  if (opened?.type !== 'opened') throw new Error(opened?.type === 'failed' ? opened.message : 'the bundled data cannot be opened');
  const known = knownOf(opened.data);
  const asked = [false, true].flatMap((without2G) => [
    questionOf([FIRST_TECHNOLOGY], null, endedWith(without2G)),
    ...TECHNOLOGIES.map((technology) => questionOf([technology], null, endedWith(without2G))),
    ...known.operators.map((operator) => questionOf([FIRST_TECHNOLOGY], [operator], endedWith(without2G))),
  ]);
  const questions = [...new Map([...asked, ...REPORTED_QUESTIONS].map((question) => [JSON.stringify(question), question])).values()];
  const answered = await ask({ id: 2, type: 'gaps', request: { coverage: 'stations', settings: DEFAULT_SETTINGS, questions } });
  if (answered?.type !== 'answers') throw new Error(answered?.type === 'failed' ? answered.message : 'the first questions cannot be answered');
  return packFirstView(known, questions, answered.answers);
}
