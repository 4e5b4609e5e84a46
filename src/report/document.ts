/** A self-contained HTML file that is XML as well: no script, no request. */
import { html, Markup } from './markup';
import { pageStyle } from './page-style';

export interface DocumentContent {
  language: string;
  /** A line above the sheets, on the screen alone. */
  screenNote: string;
  title: string;
  landscape?: boolean;
  /** Each begins on a page of its own. */
  sheets: readonly Markup[];
}

export function documentOf({ language, screenNote, title, landscape = false, sheets }: DocumentContent): string {
  const page = html`<!DOCTYPE html>
<html lang="${language}" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
<title>${title}</title>
<style>${new Markup(pageStyle(landscape))}</style>
</head>
<body>
<main>
<p class="screen-note">${screenNote}</p>
${sheets}
</main>
</body>
</html>
`;
  return page.source;
}
