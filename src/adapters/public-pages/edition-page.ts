import { shortDigest } from '../../features/donations/disclosure/edition.ts'
import { listTexts } from '../../features/donations/disclosure/list.texts.ts'
import type { ListedGift } from '../../features/donations/disclosure/list.ts'
import type { PublicEdition } from '../../features/donations/disclosure/public-disclosures.ts'
import { isoShanghai } from '../../kernel/clock.ts'
import { escapeHtml as safe } from './html.ts'
import { publicPagesTexts as texts } from './public-pages.texts.ts'
import { wholePage } from './whole-page.ts'

/** Rows that are laid out together: a phone's screen shows a dozen. */
const ROWS_OF_A_PART = 100

/** One edition, whole: headline, rows, uses, what it is based on, and how to check it. `base` is the drive's own path. */
export function editionPage({ list, editions }: PublicEdition, base: string, address: string): string {
  const { edition, digest, gifts, uses, anonymous } = list
  const { about, totals } = edition
  const newest = editions.at(-1)?.edition ?? edition.edition
  const path = `${base}/${edition.edition}`
  const goods = listTexts.goodsSum(totals)
  const all = listTexts.all(totals)
  const since = listTexts.changes(edition.edition, edition.changes)
  const takenBack = anonymous - totals.anonymous
  return wholePage(listTexts.title(edition), [
    `<p class="soft">${safe(about.federation)}</p>`,
    `<h1>${safe(listTexts.title(edition))}</h1>`,
    `<p class="soft">${safe(texts.asOf(listTexts.moment(edition.asOf)))}</p>`,
    ...(newest === edition.edition
      ? []
      : [`<p class="note"><a href="${base}">${safe(texts.newest(newest))}</a></p>`]),
    '<dl class="sums">',
    `<div class="first"><dt>${texts.money}</dt><dd>${safe(listTexts.money(totals))}</dd></div>`,
    ...(goods === '' ? [] : [sum(texts.goods, goods)]),
    ...(all === '' ? [] : [sum(texts.all, all)]),
    sum(texts.gifts, texts.count(totals.gifts, anonymous)),
    sum(texts.used, listTexts.used(totals)),
    '</dl>',
    ...(since === '' ? [] : [`<p>${safe(since)}</p>`]),
    ...(takenBack > 0 ? [`<p class="note">${safe(texts.takenBack(takenBack))}</p>`] : []),
    `<h2>${texts.giftList}</h2>`,
    giftRows(gifts, listTexts.money(totals), goods),
    `<h2>${texts.useList}</h2>`,
    useRows(uses),
    `<h2>${texts.basis}</h2>`,
    '<dl class="basis">',
    fact(texts.charity, about.charity),
    fact(texts.certificate, about.certificate),
    fact(texts.plan, about.plan),
    fact(texts.period, listTexts.period(about)),
    fact(texts.beneficiary, about.beneficiary),
    fact(texts.use, about.use),
    fact(texts.howToCheck, about.howToCheck),
    '</dl>',
    `<h2>${texts.editions}</h2>`,
    `<ul>${editions
      .toReversed()
      .map(
        (one) =>
          `<li><a href="${base}/${one.edition}">${texts.edition(one.edition)}</a> <span class="soft">${isoShanghai(one.issuedAt ?? one.proposedAt).slice(0, 10)} · <code>${shortDigest(one.digest)}</code></span></li>`,
      )
      .join('')}</ul>`,
    `<h2>${texts.check}</h2>`,
    `<p>${texts.digest}<br><code>${digest}</code></p>`,
    `<p class="soft">${texts.howToVerify}</p>`,
    `<p><code>npx niangjia drives verify ${safe(address)}${base}/chain.json</code></p>`,
    `<p class="screen">${texts.download}：<a href="${path}.xlsx">${texts.workbook}</a>、<a href="${path}.csv">${texts.csv}</a>、<a href="${base}/chain.json">${texts.chain}</a></p>`,
    `<p class="soft">${texts.aboutNames}</p>`,
    `<p class="soft">${safe(texts.federation(about.federation, about.charity))}</p>`,
  ])
}

const sum = (label: string, words: string) => `<div><dt>${label}</dt><dd>${safe(words)}</dd></div>`
const fact = (label: string, words: string) =>
  words === '' ? '' : `<dt>${label}</dt><dd>${safe(words)}</dd>`

const HEAD = `<thead><tr><th scope="col">${texts.number}</th><th scope="col">${texts.day}</th><th scope="col">${texts.donor}</th><th scope="col">${texts.given}</th></tr></thead>`

function giftRows(gifts: readonly ListedGift[], money: string, goods: string): string {
  if (gifts.length === 0) return `<p>${texts.noGifts}</p>`
  const parts: string[] = []
  for (let from = 0; from < gifts.length; from += ROWS_OF_A_PART) {
    const some = gifts.slice(from, from + ROWS_OF_A_PART)
    const label = texts.range(from + 1, from + some.length)
    parts.push(
      `<table class="part" aria-label="${label}">${HEAD}<tbody>`,
      // Ends of cells and rows may be left out in HTML: a third fewer bytes before the last row is there.
      ...some.map(
        (gift) =>
          `<tr><td>${gift.number}<td>${gift.on}<td>${safe(listTexts.donor(gift))}<td>${safe(listTexts.given(gift))}`,
      ),
      '</tbody></table>',
    )
  }
  const sums = [money, goods].filter((words) => words !== '').map(safe)
  return `${parts.join('')}<table class="sum"><tbody><tr><td>${texts.sum}</td><td>${sums.join('<br>')}</td></tr></tbody></table>`
}

function useRows(uses: PublicEdition['list']['uses']): string {
  if (uses.length === 0) return `<p>${texts.noUses}</p>`
  const rows = uses.map(
    (use) =>
      `<tr><td>${use.on}</td><td>${safe(use.to)}<br><span class="soft">${safe(use.purpose)}</span></td><td>${safe(listTexts.given(use))}</td></tr>`,
  )
  return `<table class="uses"><thead><tr><th scope="col">${texts.day}</th><th scope="col">${texts.to}</th><th scope="col">${texts.given}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}
