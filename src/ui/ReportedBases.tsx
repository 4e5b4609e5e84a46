import { compareReported, fittedByModel, REPORTED_MEANINGS, REPORTED_QUESTIONS, type ReportedCandidate } from '../core/reported';
import type { Indicator } from '../core/model';
import { lang } from '../state/language';
import { fittedToReport } from '../state/nature';
import { known } from '../state/known';
import { answerTo, figuresOf } from '../state/results';
import { WhyButton } from './WhyButton';

const RECEIPT = { land: 'coveredShare', people: 'peopleCoveredShare', hamlets: 'localitiesReachedShare' } as const;

function reportedCoverage(): Indicator | undefined {
  return known.value!.indicators.seed.find((i) => i.indicator === 'mobile_coverage' && i.unit.startsWith('percent'));
}

/** What `ReportedBases` asks: of what the reported share is; null where none is reported. */
export function reportedTitle(): string | null {
  const { text, format } = lang.value;
  const reported = reportedCoverage();
  return reported ? text.reported.title(format.percent(reported.value / 100)) : null;
}

/** The reported coverage, which names no basis, held against every basis: of what it comes closest to, and how far each is. @param code null: the province */
export function ReportedBases({ code }: { code: string | null }) {
  const { text, format } = lang.value;
  const reported = reportedCoverage();
  // A commune's sheet is told as a whole, by the worker.
  const answers = REPORTED_QUESTIONS.map(code === null ? figuresOf : answerTo);
  if (!reported) return null;
  if (answers.some((a) => !a)) return <p>…</p>;
  const fitted = fittedToReport.value && code === null;
  const { province, communes } = compareReported(answers.map((a) => a!.rows), reported.value / 100, (meaning, basis) => fitted && fittedByModel(meaning, basis));
  const found = code === null ? province : communes.find((c) => c.code === code);
  if (!found) return null;
  const { closest } = found;
  const nameOf = ({ meaning, basis }: ReportedCandidate) => `${text.reported.meaning[meaning]}, ${text.ofBasis[basis]}`;
  return (
    <>
      <p>{closest ? text.reported.closest(format.percent(reported.value / 100), nameOf(closest), format.percent(closest.share!), format.points(closest.difference!)) : text.reported.none}</p>
      <table class="plain-table">
        <thead><tr><th scope="col">{text.reported.basis}</th><th scope="col">{text.report.computed}</th><th scope="col">{text.reported.difference}</th><td /></tr></thead>
        <tbody>
          {found.candidates.map((candidate) => {
            const { meaning, basis, share, difference } = candidate;
            const question = REPORTED_QUESTIONS[REPORTED_MEANINGS.indexOf(meaning)]!;
            return (
              <tr key={`${meaning} ${basis}`} class={candidate === closest ? 'closest' : undefined}>
                <th scope="row">{nameOf(candidate)}{candidate === closest && <small>{text.reported.isClosest}</small>}</th>
                <td>{share === null ? text.noData : format.percent(share)}</td>
                <td>{candidate.fitted ? text.report.fitted : difference === null ? '–' : format.points(difference)}</td>
                <td>{share !== null && <WhyButton short code={code} question={question} quantities={[RECEIPT[basis]]} figures={{ of: 'reported', code, meaning, basis }} of={nameOf(candidate)} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
