/** Text and number forms of the language shown: that of the view, once its text is there. */
import { computed, effect, signal } from '@preact/signals';
import { FIRST_LANGUAGE, FIRST_TEXT, formatOf, type IssueText, loadText, type ReportText, type Strings } from '../strings';
import { updateView, view } from './view';

const shown = signal<{ code: string; text: Strings }>({ code: FIRST_LANGUAGE, text: FIRST_TEXT });

/** `code`: of the language, as in the view and in data. */
export const lang = computed(() => ({ ...shown.value, format: formatOf(shown.value.code) }));

/** Shows the language of the view from now on. @returns settled when that of the beginning is there */
export function followLanguage(): Promise<void> {
  let first: Promise<void> | null = null;
  effect(() => {
    const { language } = view.value;
    if (language === shown.peek().code) return;
    const change = loadText.page(language).then(
      (text) => {
        // A slower answer to an earlier wish comes too late.
        if (view.peek().language === language) shown.value = { code: language, text };
      },
      // Without a network: the language stays, and can be asked for again.
      () => {
        if (view.peek().language === language) updateView({ language: shown.peek().code });
      },
    );
    first ??= change;
  });
  return first ?? Promise.resolve();
}

interface LaterText {
  issues: IssueText;
  report: ReportText;
}

const later = { issues: signal<{ code: string; text: IssueText } | null>(null), report: signal<{ code: string; text: ReportText } | null>(null) };

/** Text that the first view does not need, in the language shown. */
export async function laterText<P extends keyof LaterText>(part: P): Promise<LaterText[P]> {
  const { code } = shown.peek();
  const text = (await loadText[part](code)) as LaterText[P];
  if (code === shown.peek().code && later[part].peek()?.code !== code) later[part].value = { code, text } as never;
  return text;
}

/** The same for components: null until it is there, then followed. Where it cannot be fetched it is asked for again at the next drawing. */
export function useLaterText<P extends keyof LaterText>(part: P): LaterText[P] | null {
  const known = later[part].value;
  if (known?.code !== lang.value.code) laterText(part).catch(() => undefined);
  return (known?.text ?? null) as LaterText[P] | null;
}
