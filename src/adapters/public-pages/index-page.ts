import type { PublicDisclosures } from '../../features/donations/disclosure/public-disclosures.ts'
import { numberOfDrive } from '../../features/donations/drive.ts'
import { isoShanghai } from '../../kernel/clock.ts'
import { escapeHtml } from './html.ts'
import { publicPagesTexts as texts } from './public-pages.texts.ts'
import { wholePage } from './whole-page.ts'

/** Drives that have an edition, the latest first. */
export function indexPage(drives: Awaited<ReturnType<PublicDisclosures['index']>>, prefix: string): string {
  const lines = drives.map(({ drive, title, edition, issuedAt, proposedAt }) => {
    const path = `${prefix}/drives/${numberOfDrive(drive)}`
    return `<li><a href="${path}">${escapeHtml(title)}</a> <span class="soft">${texts.edition(edition)} · ${isoShanghai(issuedAt ?? proposedAt).slice(0, 10)}</span></li>`
  })
  return wholePage(texts.indexTitle, [
    `<h1>${texts.indexTitle}</h1>`,
    lines.length === 0 ? `<p>${texts.nothingYet}</p>` : `<ul>${lines.join('')}</ul>`,
  ])
}
