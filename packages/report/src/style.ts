import { markup } from './markup.ts'

/**
 * Colours of the palette of Okabe and Ito (jfly.uni-koeln.de/color), which the colour-blind tell apart; lines also differ
 * by their dashes.
 */
export const figureStyle = markup`
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1b1f;--faint:#5c5c66;--rule:#c9c9d1;--line0:#0072b2;--line1:#b34700;--line2:#007a5a;--line3:#a0457e;--line4:#7a6200;--line5:#3b3b45;--good:#00664b;--bad:#a63c00;--soft:#f3f3f6}
@media (prefers-color-scheme:dark){:root{--paper:#16161a;--ink:#e8e8ec;--faint:#a6a6b2;--rule:#45454f;--line0:#56b4e9;--line1:#ff9d5c;--line2:#2fd0a2;--line3:#e39ac4;--line4:#f0e442;--line5:#c4c4ce;--good:#45d6ac;--bad:#ff9d5c;--soft:#202026}}
.drawing{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
.drawing text{fill:var(--ink)}
.drawing .title{font-size:14px;font-weight:600}
.drawing .paper{fill:var(--paper)}
.drawing .axis path{stroke:var(--faint);fill:none}
.drawing .axis text{fill:var(--faint)}
.drawing .axis .name{fill:var(--ink)}
.drawing .grid{stroke:var(--rule);stroke-width:.6;fill:none}
.drawing .counts text{text-anchor:middle;font-size:11px}
.drawing .counts .on-dark{fill:#fff}
.drawing .counts .on-light{fill:#000}
.drawing .stroke{fill:none;stroke-width:1.8;stroke-linejoin:round}
.drawing .interval{fill:none;stroke-width:1.2}
.line0 path{stroke:var(--line0)}.line0 circle{fill:var(--line0)}
.line1 path{stroke:var(--line1)}.line1 circle{fill:var(--line1)}.line1 .stroke{stroke-dasharray:7 3}
.line2 path{stroke:var(--line2)}.line2 circle{fill:var(--line2)}.line2 .stroke{stroke-dasharray:2 3}
.line3 path{stroke:var(--line3)}.line3 circle{fill:var(--line3)}.line3 .stroke{stroke-dasharray:9 3 2 3}
.line4 path{stroke:var(--line4)}.line4 circle{fill:var(--line4)}.line4 .stroke{stroke-dasharray:12 4}
.line5 path{stroke:var(--line5)}.line5 circle{fill:var(--line5)}.line5 .stroke{stroke-dasharray:4 2 1 2}
.level,.optimum .stroke{stroke:var(--ink);stroke-width:1;stroke-dasharray:1 4;stroke-linecap:round;fill:none}
.drawing .mark{stroke:var(--ink);stroke-width:1.6;fill:none}
.stretch0 .area{fill:var(--line3);fill-opacity:.22}.stretch0 .end{stroke:var(--line3)}
.stretch1 .area{fill:var(--line4);fill-opacity:.22}.stretch1 .end{stroke:var(--line4);stroke-dasharray:3 2}
.drawing .end{fill:none;stroke-width:.9;stroke-linecap:round}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--faint:#444;--rule:#bbb;--line0:#0072b2;--line1:#b34700;--line2:#007a5a;--line3:#a0457e;--line4:#7a6200;--line5:#3b3b45;--good:#00664b;--bad:#a63c00;--soft:#f3f3f6}.drawing{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`

/** The style of a page around its figures. */
export const pageStyle = markup`
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem 1rem 4rem;max-width:80rem;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.2;margin:.2rem 0 .6rem}
h2{font-size:1.25rem;margin:2.6rem 0 .6rem;padding-top:.8rem;border-top:1px solid var(--rule)}
h3{font-size:1rem;margin:1.6rem 0 .4rem}
p{margin:.4rem 0}
.note{color:var(--faint);font-size:.875rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums}
th,td{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0;border-bottom:1px solid var(--rule);overflow-wrap:normal}
thead th{color:var(--faint);font-weight:600;white-space:nowrap}
.number{text-align:right;white-space:nowrap}
.claims td:nth-child(2){width:15%}.claims td:nth-child(3){width:36%}.claims td:nth-child(4){width:24%}.claims td:nth-child(5){overflow-wrap:anywhere}
.claims{width:100%}
blockquote{margin:0;font-style:italic}
a{color:inherit}
.runs{columns:2;font-size:.875rem;margin:.4rem 0;padding-left:1.8rem}
.holds{color:var(--good);font-weight:600;white-space:nowrap}
.fails{color:var(--bad);font-weight:600;white-space:nowrap}
.errs{color:var(--bad);font-weight:600}
.open{color:var(--faint);white-space:nowrap}
.figures{display:flex;flex-wrap:wrap;gap:1.2rem;align-items:flex-end}
figure{margin:0;flex:1 1 20rem;max-width:29rem;break-inside:avoid}
figure.wide{flex-basis:28rem;max-width:40rem}
figcaption{font-size:.875rem;font-weight:600;margin:.4rem 0}
.drawing{display:block;width:100%;height:auto}
pre{background:var(--soft);padding:.6rem .8rem;border-radius:.3rem;overflow-x:auto;font-size:.8125rem;line-height:1.4;margin:.4rem 0;white-space:pre-wrap}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;font-size:.875rem;margin:.4rem 0}
dt{color:var(--faint)}dd{margin:0}
code,.code{font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.8125rem}
@media (max-width:40rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.4rem}.claims thead{display:none}.claims tr{display:block;border-bottom:1px solid var(--rule);padding:.5rem 0}.claims td:nth-child(n){display:block;width:auto;border:0;padding:.1rem 0}.claims td:nth-child(2){font-weight:600}.runs{columns:1}.claims td[data-label]::before{content:attr(data-label);color:var(--faint)}}
@media print{body{max-width:none;padding:0;font-size:11pt}h2{break-after:avoid}tr{break-inside:avoid}.scroll{overflow:visible}pre{white-space:pre-wrap}}
`
