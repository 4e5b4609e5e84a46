import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type FailureReason, reasonOf } from '../core/failure';
import { lang } from '../state/language';
import { type PaperAsked, paperAsked } from '../state/papers';
import { downloadPaper } from './download';
import { type FinishedPaper, makePaper } from './make-paper';
import { today } from '../state/today';
import { hold } from '../state/unfinished';
import { failureWords } from './wording';

/** A document before it is printed: its fields can be filled in on the sheet itself. */
export function PaperPreview({ asked }: { asked: PaperAsked }) {
  const { text, format } = lang.value;
  const dialog = useRef<HTMLDialogElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const paper = useSignal<FinishedPaper | null>(null);
  const failure = useSignal<FailureReason | null>(null);
  const progress = useSignal<{ done: number; total: number } | null>(null);
  useEffect(hold, []);
  useEffect(() => {
    const controller = new AbortController();
    dialog.current?.showModal();
    makePaper(asked, today(), controller.signal, (done, total) => (progress.value = { done, total })).then(
      (made) => (paper.value = made),
      (error: unknown) => { if (!controller.signal.aborted) failure.value = reasonOf(error); },
    );
    return () => controller.abort();
  }, [asked]);
  useEffect(() => {
    if (paper.value && frame.current) lay(frame.current, paper.value, () => dialog.current?.close());
  }, [paper.value]);
  const print = () => frame.current?.contentWindow?.print();
  const save = () => {
    if (paper.value && frame.current) downloadPaper(paper.value.title, asFilledIn(paper.value, frame.current));
  };
  return (
    <dialog ref={dialog} class="paper-preview" aria-label={text.paper.preview} onClose={() => (paperAsked.value = null)}>
      <header role="none">
        <button type="button" class="primary" disabled={!paper.value} onClick={print}>{text.paper.print}</button>
        <button type="button" class="plain bordered" disabled={!paper.value} onClick={save}>{text.paper.saveHtml}</button>
        <button type="button" class="plain bordered" onClick={() => dialog.current?.close()}>{text.paper.close}</button>
        <span role="status">{!paper.value && failure.value === null && <>{text.paper.making} {progress.value && `${format.number(progress.value.done)}/${format.number(progress.value.total)}`}</>}</span>
      </header>
      {failure.value !== null && <p role="alert">{text.computeFailed(failureWords(failure.value))}</p>}
      <iframe ref={frame} title={text.paper.preview} />
    </dialog>
  );
}

const STYLE = /<style>([\s\S]*?)<\/style>/;

/**
 * Lays a document out in a frame of the page's own. The page's Content-Security-Policy, which the frame shares, allows no
 * style in the markup: the sheet is adopted instead. @param leave on Escape, which a frame keeps to itself
 */
function lay(frame: HTMLIFrameElement, { document: source, title }: FinishedPaper, leave: () => void): void {
  const [, style = ''] = STYLE.exec(source) ?? [];
  const parsed = new DOMParser().parseFromString(source.replace(STYLE, ''), 'text/html');
  const target = frame.contentDocument!;
  const { CSSStyleSheet: SheetOfFrame } = frame.contentWindow as Window & typeof globalThis;
  const sheet = new SheetOfFrame();
  sheet.replaceSync(style);
  target.adoptedStyleSheets = [sheet];
  target.documentElement.lang = parsed.documentElement.lang;
  target.title = title;
  target.onkeydown = ({ key }) => { if (key === 'Escape') leave(); };
  // Beside the page's own main part, those who move by landmarks need its name.
  parsed.querySelector('main')?.setAttribute('aria-label', title);
  target.body.replaceChildren(...[...parsed.body.childNodes].map((node) => target.importNode(node, true)));
}

/** The file with what was filled in on the sheet. */
function asFilledIn({ document: source }: FinishedPaper, frame: HTMLIFrameElement): string {
  const [start, end] = [source.indexOf('<body>') + '<body>'.length, source.lastIndexOf('</body>')];
  return source.slice(0, start) + frame.contentDocument!.body.innerHTML + source.slice(end);
}
