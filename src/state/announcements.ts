/**
 * What is said aloud by screen readers when the page changes by itself: one place, one sentence after another, and only
 * once the reader has stopped for a moment. Of each subject only the last word counts.
 */
import { effect, signal } from '@preact/signals';
import { provinceFigures } from '../core/province';
import { lang } from './language';
import { computing, figuresOf, mainQuestion, shownAnswer } from './results';
import { shownScenario } from './scenario';
import { view } from './view';

/** In the order in which they are said together. */
const SUBJECTS = ['result', 'layers', 'view', 'place'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Long enough for a held arrow key to be let go, short enough to belong to what was done. */
const QUIET_MS = 700;

/** The sentence that stands in the page's live region. */
export const announced = signal('');

const waiting = new Map<Subject, string>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says something once nothing has changed for a moment; an empty text takes back what was to be said of the subject. */
export function announce(subject: Subject, text: string): void {
  if (text === '') waiting.delete(subject);
  else waiting.set(subject, text);
  clearTimeout(timer);
  timer = setTimeout(() => {
    const said = SUBJECTS.flatMap((s) => waiting.get(s) ?? []).join(' ');
    waiting.clear();
    // The same words again are read out only where the text is another: a space at the end makes it one.
    if (said !== '') announced.value = said === announced.peek() ? `${said}\u00a0` : said;
  }, QUIET_MS);
}

/** Follows layers and results from now on. Returns a function that ends it. */
export function startAnnouncements(): () => void {
  let layers = view.peek().layers;
  let told = '';
  const stops = [
    effect(() => {
      const { layers: now } = view.value;
      if (now === layers || now.join() === layers.join()) return;
      const { text } = lang.peek();
      const words = [...now.filter((l) => !layers.includes(l)).map((l) => text.mapList.layerOn(text.map.layer[l])), ...layers.filter((l) => !now.includes(l)).map((l) => text.mapList.layerOff(text.map.layer[l]))];
      layers = now;
      announce('layers', words.join(' '));
    }),
    effect(() => {
      const question = mainQuestion.value;
      const answer = shownScenario.value ? shownAnswer.value : figuresOf(question);
      const { text, format } = lang.peek();
      if (!answer) {
        if (computing.value && told !== '') announce('result', text.mapList.computing);
        return;
      }
      const { gapShare } = provinceFigures(answer.rows);
      const list = question.of.join(', ');
      const words = gapShare === null ? text.mapList.resultNoData(list) : text.mapList.result(list, format.percent(gapShare));
      // The first figures are read with the page; the same ones again are no news.
      if (told !== '' && told !== words) announce('result', words);
      told = words;
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    clearTimeout(timer);
    waiting.clear();
  };
}
