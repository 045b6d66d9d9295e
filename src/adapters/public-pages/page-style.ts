import { createHash } from 'node:crypto'

/**
 * One small style sheet within the page, so that a page is one request. Written for a phone; wider screens only get
 * margins. Rows far below are laid out when somebody scrolls there (`content-visibility`): what is on top is painted at once
 * however long the list is.
 */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1f2328;--soft:#57606a;--line:#d8dee4;--back:#fff;--band:#f6f8fa;--strong:#9a3412}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9da7b3;--line:#30363d;--back:#0d1117;--band:#161b22;--strong:#fdba74}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;-webkit-text-size-adjust:100%}
main{max-width:46rem;margin:0 auto;padding:1rem .75rem 3rem}
h1{font-size:1.35rem;line-height:1.35;margin:.25rem 0}
h2{font-size:1.05rem;margin:1.75rem 0 .5rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}
p{margin:.5rem 0}
a{color:inherit;text-underline-offset:.2em}
.soft{color:var(--soft);font-size:.875rem}
.note{background:var(--band);border-left:3px solid var(--strong);padding:.5rem .75rem}
dl{margin:0}
.sums{display:flex;flex-wrap:wrap;gap:1px;background:var(--line);border:1px solid var(--line);margin:1rem 0}
.sums div{flex:1 1 9rem;background:var(--back);padding:.6rem .75rem}
.sums dt,.basis dt{color:var(--soft);font-size:.8125rem}
.sums dd{margin:0;font-weight:600;overflow-wrap:anywhere}
.sums .first{flex-basis:100%}
.sums .first dd{font-size:1.6rem;line-height:1.3;color:var(--strong);font-variant-numeric:tabular-nums}
.basis dd{margin:0 0 .5rem;overflow-wrap:anywhere}
table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:.9375rem}
th,td{padding:.4rem .3rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{font-weight:600;font-size:.8125rem;color:var(--soft);background:var(--band)}
.part :is(th,td):first-child{width:3.2rem;color:var(--soft);font-size:.8125rem}
.part :is(th,td):nth-child(2),.uses :is(th,td):first-child{width:5.6rem;color:var(--soft);font-size:.8125rem;white-space:nowrap;font-variant-numeric:tabular-nums}
:is(.part,.uses,.sum) :is(th,td):last-child{width:8.6rem;text-align:right;font-variant-numeric:tabular-nums}
.part{content-visibility:auto;contain-intrinsic-size:auto 3700px}
.part+.part thead{visibility:collapse}
.sum td{font-weight:600;border-top:2px solid var(--ink)}
ul{margin:.25rem 0;padding-left:1.2rem}
code{font:0.8125rem/1.5 ui-monospace,Consolas,monospace;overflow-wrap:anywhere;background:var(--band);padding:.1rem .3rem}
@media(min-width:40rem){:is(.part,.uses,.sum) :is(th,td):last-child{width:13rem}.part :is(th,td):nth-child(2),.uses :is(th,td):first-child{width:7rem}.part :is(th,td):first-child{width:4.5rem}}
@media print{
@page{size:A4;margin:15mm 14mm}
:root{--ink:#000;--soft:#333;--line:#999;--back:#fff;--band:#fff;--strong:#000}
body{font-size:11pt}main{max-width:none;padding:0}
.part{content-visibility:visible}
.part+.part thead{visibility:visible}
thead{display:table-header-group}tr,.sums div{break-inside:avoid}h2{break-after:avoid}
.screen{display:none}
}`

/** The only style that the page's policy lets in. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE, 'utf8').digest('base64')}'`
