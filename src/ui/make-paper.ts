/** Documents to print of what is in view: a commune's report, letters, the table of all communes. */
import { type CommuneReport, type ReportScope, togetherQuestion } from '../core/commune-report';
import type { QuestionSpec } from '../core/gaps';
import { activeMasts } from '../core/masts';
import { TECHNOLOGIES, type Technology } from '../core/model';
import { compareReported, fittedByModel, REPORTED_QUESTIONS } from '../core/reported';
import { communeSheets } from '../report/commune';
import { documentOf } from '../report/document';
import { letterSheets } from '../report/letter';
import { type Paper, paperOf } from '../report/paper';
import { provinceSheets } from '../report/province';
import { hamletNotes } from '../state/hamlet-notes';
import { fittedToReport } from '../state/nature';
import { lang, laterText } from '../state/language';
import type { PaperAsked } from '../state/papers';
import { core, project } from '../state/project';
import { receiptContext } from '../state/receipts';
import { coveringOperators, settings } from '../state/results';
import { view } from '../state/view';
import type { Answer } from '../worker/protocol';

export interface FinishedPaper {
  title: string;
  /** A whole HTML file. */
  document: string;
}

/** Makes the document. @param onProgress communes done and in all */
export async function makePaper({ kind, code }: PaperAsked, today: string, signal: AbortSignal, onProgress: (done: number, total: number) => void): Promise<FinishedPaper> {
  const data = project.peek()!;
  const { coverage } = view.peek();
  const { code: language, text: words, format } = lang.peek();
  const text = await laterText('report');
  const ask = (questions: QuestionSpec[]) => core().gaps({ coverage, settings: settings.peek(), questions }, { signal, onProgress });
  const [any] = await ask([togetherQuestion(scopeOf(TECHNOLOGIES))]);
  const without = any!.rows[0]?.withoutData ?? [];
  const scope = scopeOf(without.length === TECHNOLOGIES.length ? TECHNOLOGIES : TECHNOLOGIES.filter((t) => !without.includes(t)));
  const questions = [togetherQuestion(scope), ...(kind === 'province' ? REPORTED_QUESTIONS : [])];
  const [together, ...reportedAnswers] = await ask(questions);
  const home = data.datasets.some((d) => d.kind === 'communes' && d.provenance.nature !== 'imported');
  const paper: Paper = paperOf({ language, text, words, format, date: today, form: {} }, {
    ...receiptContext(), scope, rows: together!.rows, communes: data.communes, masts: activeMasts(data.cells, scope), fibre: data.fibre, indicators: home ? data.indicators : null,
    reported: home ? reportedOf(reportedAnswers) : null,
  });
  if (kind === 'province') {
    const title = paper.text.provinceTable.title;
    return { title, document: documentOf({ language, screenNote: text.screenNote, title, sheets: provinceSheets(paper), landscape: true }) };
  }
  const communes = kind === 'all' ? data.communes : data.communes.filter((c) => c.code === code);
  const sheets = [];
  for (const [done, commune] of communes.entries()) {
    const report = withNotes(await core().report({ coverage, settings: settings.peek(), scope, code: commune.code }, { signal }));
    sheets.push(...(kind === 'reply' || kind === 'request' ? letterSheets(kind, report, paper) : communeSheets(report, paper)));
    onProgress(done + 1, communes.length);
  }
  const title = kind === 'all' ? paper.text.title : communes.map((c) => c.name).join(', ');
  return { title, document: documentOf({ language, screenNote: text.screenNote, title, sheets }) };
}

/** The reported coverage against what the map gives; null where it was not asked or nothing was reported. */
function reportedOf(answers: readonly Answer[]): Paper['data']['reported'] {
  const indicator = project.peek()!.indicators.seed.find((i) => i.indicator === 'mobile_coverage');
  if (!indicator || answers.length === 0) return null;
  const fitted = fittedToReport.peek();
  const { province } = compareReported(answers.map((a) => a.rows), indicator.value / 100, (meaning, basis) => fitted && fittedByModel(meaning, basis));
  return { indicator, comparison: province };
}

/** Of technologies whatever the switches: an office asks whether there is any signal at all. */
function scopeOf(of: readonly Technology[]): ReportScope {
  const { operators: together, without2G } = view.peek();
  const each = coveringOperators.peek().filter((o) => !together || together.includes(o));
  return { of, operators: together, off: without2G ? ['2G'] : [], each };
}

/** What the reader noted stands where a file's report would. */
function withNotes(report: CommuneReport): CommuneReport {
  const notes = hamletNotes.peek();
  return {
    ...report,
    hamlets: report.hamlets.map((hamlet) => {
      const own = notes[hamlet.locality.localityId];
      if (!own) return hamlet;
      const { reportedState, reportedAt, note } = hamlet.locality;
      const locality = { ...hamlet.locality, reportedState: own.state ?? reportedState, reportedAt: own.date ?? (own.state ? null : reportedAt), note: own.note || note };
      return { ...hamlet, locality, agrees: hamlet.state === null || locality.reportedState === null ? null : hamlet.state === locality.reportedState };
    }),
  };
}
