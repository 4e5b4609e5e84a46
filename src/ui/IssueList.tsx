import { useSignal } from '@preact/signals';
import type { IssueCode } from '../core/model';
import { flyTo } from '../state/flight';
import { lang, useLaterText } from '../state/language';
import { describeIssue } from '../strings/issues';
import type { ImportPreview } from '../worker/protocol';
import { downloadIssues } from './download';

/** Rows listed before the rest is only counted; the file that can be saved has them all. */
const MOST_LISTED = 200;

/** What was wrong with a file, row by row, to filter and to take away. */
export function IssueList({ preview }: { preview: ImportPreview }) {
  const { text, format } = lang.value;
  const sentences = useLaterText('issues');
  const code = useSignal<IssueCode | ''>('');
  const { issues, file } = preview;
  if (issues.length === 0) return <p class="hint">{text.data.noIssues}</p>;
  const errors = issues.filter((i) => i.severity === 'error').length;
  const codes = [...new Set(issues.map((i) => i.code))];
  const shown = issues.filter((i) => code.value === '' || i.code === code.value);
  return (
    <details open={preview.unusable || issues.length <= 10}>
      <summary>{text.data.issues(format.number(errors), format.number(issues.length - errors))}</summary>
      <div class="table-tools">
        <label>{text.data.issueFilter}{' '}
          <select value={code.value} onChange={(e) => (code.value = e.currentTarget.value as IssueCode | '')}>
            <option value="">{text.data.allCodes}</option>
            {codes.map((c) => <option key={c} value={c}>{c} ({format.number(issues.filter((i) => i.code === c).length)})</option>)}
          </select>
        </label>
        <button type="button" class="plain" onClick={() => void downloadIssues(preview)}>{text.data.exportIssues}</button>
      </div>
      <ul class="issues" tabIndex={0} aria-label={file}>
        {shown.slice(0, MOST_LISTED).map((issue, i) => (
          <li key={i} class={`issue-${issue.severity}`}>
            <strong>{issue.line === null ? '' : `${text.data.line} ${format.number(issue.line)} · `}{text.data.severity[issue.severity]}</strong> <code>{issue.code}</code>
            <span>{sentences && describeIssue(issue, sentences)}</span>
            {issue.line !== null && preview.issuePlaces.has(issue.line) && (
              <button type="button" class="link to-map" onClick={() => flyTo(preview.issuePlaces.get(issue.line!)!, 12)}>{text.data.zoom}</button>
            )}
          </li>
        ))}
      </ul>
      {shown.length > MOST_LISTED && <p class="hint">{text.data.moreIssues(format.number(shown.length - MOST_LISTED))}</p>}
    </details>
  );
}
