/** The sheet: A4 with the margins, type and numbers of pages of annex I of Decree 30/2020/NĐ-CP. */
import { PALETTES } from '../style/palette';

const { ink } = PALETTES.light;

/** Three lines of dots to write on, longer than any sheet is wide: they are cut at its edge. */
const BLANK_LINES = Array.from({ length: 3 }, () => '\\2026'.repeat(100)).join('\\a ');

/** Of the whole file; `landscape` for wide tables. */
export function pageStyle(landscape: boolean): string {
  return `
@page { size: A4${landscape ? ' landscape' : ''}; margin: ${landscape ? '20mm 15mm 20mm 20mm' : '20mm 20mm 20mm 30mm'};
  @top-center { content: counter(page); font: 13pt "Times New Roman", Tinos, "Liberation Serif", serif; vertical-align: middle; } }
@page :first { @top-center { content: none; } }
* { box-sizing: border-box; }
/* Where a wider letter stands in, it is drawn as large as one of Times: the pages stay the same. */
html { font: 13pt/1.22 "Times New Roman", Tinos, "Liberation Serif", "Noto Serif", serif; font-size-adjust: 0.448; color: #000; background: #fff; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; }
p { margin: 0; }
.sheet + .sheet { break-before: page; }
.body p { margin: 6pt 0 0; text-align: justify; text-indent: 10mm; }
.body p.plain, .body p.note, .body td p { text-indent: 0; }
h1, h2 { margin: 0; font-size: 13pt; break-after: avoid; }
.body h2 { margin-top: 9pt; text-indent: 10mm; }
.annex .body h2 { text-indent: 0; }
.head, .foot { width: 100%; border-collapse: collapse; }
.head td, .foot td { vertical-align: top; padding: 0; text-align: center; }
.head .issuer { width: 41%; }
.head { font-size: 13pt; line-height: 1.2; }
.superior, .agency, .nation-name { font-size: 12pt; }
.agency, .nation-name, .motto { font-weight: bold; }
.motto span { display: inline-block; border-bottom: 0.75pt solid #000; padding-bottom: 2pt; }
.rule.short { width: 32%; height: 0; margin: 2pt auto 0; border-top: 0.75pt solid #000; }
.number, .place { margin-top: 7pt; }
.place { font-style: italic; }
h1.subject { margin: 6pt 4mm 0 0; font-size: 12pt; font-weight: normal; }
.title { margin: 16pt 0 10pt; text-align: center; break-inside: avoid; }
.title h1 { font-size: 14pt; text-transform: uppercase; }
.title .about { font-weight: bold; font-size: 14pt; }
.title .rule.short { width: 28%; margin-top: 4pt; }
.annex-of { font-style: italic; font-size: 13pt; font-weight: normal; }
.addressee { margin: 14pt 0 8pt 18mm; }
.foot { margin-top: 14pt; }
/* An accent on the first capital would reach over the page's edge and be printed on the page before. */
.ending { padding-top: 4pt; }
.ending, .foot { break-inside: avoid; }
.foot .recipients { width: 48%; text-align: left; font-size: 11pt; }
.recipients-title { font-size: 12pt; font-weight: bold; font-style: italic; }
.authority, .signer { font-weight: bold; }
.signature-note { display: none; font-style: italic; font-size: 12pt; }
.signer { margin-top: 24mm; }
table.data { width: 100%; margin-top: 6pt; border-collapse: collapse; font-size: 11pt; line-height: 1.2; font-variant-numeric: tabular-nums; }
table.data caption { padding: 4pt 0; font-weight: bold; font-size: 12pt; text-align: center; break-after: avoid; }
table.data th, table.data td { border: 0.5pt solid #000; padding: 2pt 3pt; vertical-align: middle; text-align: right; font-weight: normal; }
table.data thead th { text-align: center; font-weight: bold; }
table.data thead { display: table-header-group; }
table.data.whole { break-inside: avoid; font-size: 10.5pt; }
table.data.gaps td.text { min-width: 37mm; }
table.data.hamlets { font-size: 10.5pt; }
table.data.hamlets td:not(.text) { white-space: nowrap; }
.wide .signer { margin-top: 14mm; }
.wide .small, .wide table.data { font-size: 10pt; }
.wide table.data.sources { font-size: 9.5pt; }
.wide .list { columns: 2; column-gap: 8mm; }
.wide .title { margin: 6pt 0; }
table.data.communes { font-size: 9.5pt !important; }
table.data.communes td, table.data.communes th[scope="row"] { padding: 1pt 3pt; white-space: nowrap; }
table.data.sources { font-size: 10pt; }
table.data.hamlets th[scope="row"] { min-width: 42mm; }
table.data.hamlets td:last-child:not(:empty) { min-width: 26mm; }
table.data tr { break-inside: avoid; }
table.data th[scope="row"], table.data .text { text-align: left; }
table.data .middle { text-align: center; }
table.data .group th { text-align: left; font-style: italic; break-after: avoid; }
table.data tr.total > * { font-weight: bold; }

.note { font-size: 11pt; font-style: italic; margin: 2pt 0 0 !important; text-align: left !important; line-height: 1.2; }
.mark { vertical-align: super; font-size: 75%; line-height: 0; }
.list { margin: 4pt 0 0; padding-left: 7mm; }
.list li { text-align: justify; margin-top: 2pt; }
.list.places li { text-align: left; overflow-wrap: anywhere; }
.list.two { columns: 2; column-gap: 6mm; }
.list.two li { text-align: left; break-inside: avoid; }
.small { font-size: 11pt; line-height: 1.2; }
/* Sources and commands on one page, where they fit one. */
.annex .small { font-size: 10pt; line-height: 1.15; }
.wide.annex .small { font-size: 9.5pt; }
.wide.annex .body h2, .wide.annex .body p { margin-top: 4pt; }
.wide.annex .list.two { columns: 3; }
.list.small li { margin-top: 1pt; }
.body p.command, .command { text-indent: 0; text-align: left; font: 9.5pt/1.35 "Liberation Mono", "Courier New", monospace; overflow-wrap: anywhere; }
figure { margin: 6pt 0 0; break-inside: avoid; }
figure svg.map { display: block; width: 100%; height: auto; }
.legend { display: flex; flex-wrap: wrap; gap: 2pt 12pt; margin: 5pt 0 0; padding: 0; list-style: none; font-size: 10.5pt; }
.legend li { display: inline-flex; align-items: center; gap: 4pt; }
.legend svg { width: 5.5mm; height: 4.5mm; flex: none; }
.field { outline: none; }
.field:empty { display: inline-block; min-width: 22mm; min-height: 1em; border-bottom: 1pt dotted #000; line-height: 1; }
.agency .field:empty { min-width: 55mm; }
.field.line:empty { min-width: 60%; }
.field.block { display: block; text-align: justify; white-space: pre-line; }
.field.block:empty { border: 0; }
.field.block:empty::before { display: block; overflow: hidden; white-space: pre; line-height: 7.5mm; content: "${BLANK_LINES}"; }
.screen-note { display: none; }
@media screen {
  html { background: #e6e9ec; }
  .sheet { max-width: ${landscape ? '297mm' : '210mm'}; margin: 8mm auto; padding: ${landscape ? '20mm 15mm 20mm 20mm' : '20mm 20mm 20mm 30mm'}; background: #fff; box-shadow: 0 1px 4px #0003; }
  .screen-note { display: block; max-width: ${landscape ? '297mm' : '210mm'}; margin: 4mm auto 0; padding: 0 4mm; font: 11pt/1.4 system-ui, sans-serif; color: ${ink}; }
  .field { border-bottom: 1px dotted #5b6772; }
  .signature-note { display: block; margin-bottom: -5mm; }
  .field:focus { background: #fdf1cf; outline: 2px solid ${ink}; outline-offset: 0; }
}
@media screen and (max-width: 800px) {
  .sheet { margin: 0; padding: 6mm 4mm; box-shadow: none; }
  .table-scroll { overflow-x: auto; }
}
`;
}
