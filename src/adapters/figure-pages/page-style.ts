import { createHash } from 'node:crypto'

/**
 * One small style sheet within the page. On a phone each matter is a card; from
 * 48rem on, and on paper, the same rows are a table. Rows far below are laid out when somebody scrolls there.
 */
const STYLE = `
:root{color-scheme:light dark;--ink:#1f2328;--soft:#57606a;--line:#d8dee4;--back:#fff;--band:#f6f8fa;--strong:#9a3412}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9da7b3;--line:#30363d;--back:#0d1117;--band:#161b22;--strong:#fdba74}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;-webkit-text-size-adjust:100%}
main{max-width:80rem;margin:0 auto;padding:1rem .75rem 3rem}
main.narrow{max-width:34rem}
h1{font-size:1.25rem;line-height:1.4;margin:.25rem 0}
h2{font-size:1.05rem;margin:1.5rem 0 .5rem}
p{margin:.5rem 0}
a{color:inherit;text-underline-offset:.2em}
.soft{color:var(--soft);font-size:.875rem}
.code{font-variant-numeric:tabular-nums;color:var(--soft);font-size:.875rem}
.note{background:var(--band);border-left:3px solid var(--strong);padding:.5rem .75rem}
button,.button{display:inline-block;font:inherit;min-height:2.75rem;padding:.5rem 1.5rem;border:1px solid var(--ink);border-radius:.4rem;background:var(--ink);color:var(--back);text-decoration:none}
.button{background:none;color:var(--ink);padding:.35rem 1rem}
:is(button,a):focus-visible{outline:3px solid var(--strong);outline-offset:2px}
table{width:100%;border-collapse:collapse;font-size:.9375rem}
th,td{padding:.4rem .5rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{font-weight:600;font-size:.8125rem;color:var(--soft);background:var(--band)}
.lines{max-width:34rem}
.lines td:last-child,.lines th:last-child{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.late b{color:var(--strong)}
.part{content-visibility:auto;contain-intrinsic-size:auto 15000px}
@media screen and (max-width:47.99rem){
.part,.part tbody,.part tr,.part td{display:block}
.part thead{display:none}
.part tr{border:1px solid var(--line);border-radius:.4rem;padding:.5rem .75rem;margin:0 0 .6rem}
.part td{border:0;padding:0}
.part td:empty{display:none}
.part td:first-child{float:right;margin-left:.75rem;color:var(--soft);font-size:.875rem;line-height:1.7;font-variant-numeric:tabular-nums}
.part td:nth-child(2){font-weight:600}
.part td:is(:nth-child(3),:nth-child(4),:nth-child(5),:nth-child(6)):not(:empty){display:inline;color:var(--soft);font-size:.875rem}
.part td:is(:nth-child(4),:nth-child(5)):not(:empty)::before{content:" · "}
.part td:nth-child(6){white-space:nowrap}
.part td:nth-child(6)::before{content:" · " attr(data-of) " "}
.part td:nth-child(7) br{display:none}
.part td:nth-child(9):not(:empty)::before{content:attr(data-of) "：";color:var(--soft);font-size:.875rem}
}
@media print,(min-width:48rem){
.part{table-layout:fixed;contain-intrinsic-size:auto 6000px}
.part+.part thead{visibility:collapse}
.part :is(th,td):nth-child(1){width:6.6rem;white-space:nowrap;font-variant-numeric:tabular-nums}
.part :is(th,td):nth-child(2){width:15%}
.part :is(th,td):nth-child(3){width:5.6rem}
.part :is(th,td):nth-child(4){width:5.4rem}
.part :is(th,td):nth-child(5){width:10%}
.part :is(th,td):nth-child(6){width:6.6rem;white-space:nowrap;font-variant-numeric:tabular-nums}
.part :is(th,td):nth-child(7){width:8.2rem}
.part :is(th,td):nth-child(9){width:6rem}
}
@media print{
@page{size:A4 landscape;margin:12mm}
:root{--ink:#000;--soft:#333;--line:#999;--back:#fff;--band:#fff;--strong:#000}
html{font-size:11px}body,table{font-size:9pt}th,td{padding:.3rem .4rem}main{max-width:none;padding:0}
.part{content-visibility:visible}
.part+.part thead{visibility:visible}
thead{display:table-header-group}tr{break-inside:avoid}h2{break-after:avoid}
.screen{display:none}
}`

/** The only style that the page's policy lets in. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE, 'utf8').digest('base64')}'`

/** A page around these parts. No script, no picture, nothing fetched from anywhere. */
export const wholePage = (title: string, parts: readonly string[], isNarrow = false): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,noarchive"><title>${title}</title><style>${STYLE}</style></head><body><main${isNarrow ? ' class="narrow"' : ''}>${parts.join('\n')}</main></body></html>`
