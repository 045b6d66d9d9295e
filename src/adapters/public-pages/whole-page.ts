import { escapeHtml } from './html.ts'
import { STYLE } from './page-style.ts'

/** A page around these parts. No script, no picture, nothing fetched from anywhere. */
export function wholePage(title: string, parts: readonly string[]): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,noarchive"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main>${parts.join('\n')}</main></body></html>`
}
