/** Somebody changed their mind, or something was put right: what that does to what is public already. */
import type { Doing } from '../../../conversation/feature.ts'
import { isoShanghai } from '../../../kernel/clock.ts'
import { namesOf } from './books.ts'
import { withoutNames } from './compile-edition.ts'
import { disclosureTexts as texts } from './disclosure.texts.ts'
import type { DisclosureParts } from './disclosure-parts.ts'
import { editionBefore } from './draft-edition.ts'
import { contentOf, digestOf } from './edition.ts'
import { publish } from './issue-edition.ts'

/**
 * A name that may no longer be shown goes from every edition in this very transaction, and the list is issued again
 * without it; that needs nobody's yes, for it only says less. A booking that was put right waits for staff, who are told.
 */
export async function followGifts(parts: DisclosureParts, drive: string, doing: Doing): Promise<void> {
  const { gifts: store, disclosures, codec } = parts
  const { work } = doing
  const before = await editionBefore(parts, drive, doing)
  if (before === undefined) return
  const gifts = await store.listGifts(drive, work)
  const meant = new Set(namesOf(gifts, await doing.directory(), codec.digest).map(({ digest }) => digest))
  const shown = await disclosures.listNames(drive, work)
  await disclosures.dropNames(
    shown.flatMap(({ digest }) => (meant.has(digest) ? [] : [digest])),
    work,
  )
  const { edition } = before
  const standing = new Set(gifts.flatMap(({ number, state }) => (state === 'booked' ? [number] : [])))
  const isGone = (number: number) => !standing.has(number)
  const lost = edition.rows.filter(({ by, number }) => by !== null && !meant.has(by) && !isGone(number))
  const number = edition.drive
  if (lost.length > 0) {
    const next = withoutNames(before, (by) => meant.has(by), isoShanghai(work.at))
    const content = contentOf(next)
    const digest = digestOf(content)
    const { previous } = next
    const kept = { drive, edition: next.edition, content, digest, previous, state: 'issued' } as const
    const by = { mailing: null, issuedBy: 'house', proposedAt: work.at }
    publish(parts, { ...kept, ...by }, next, [], doing)
    await doing.request({
      kind: 'staff.tell',
      key: `disclosure:${number}:${next.edition}:reissued`,
      text: texts.reissued(number, next.edition, lost.length),
    })
  }
  if (edition.rows.some((row) => isGone(row.number)))
    await doing.request({
      kind: 'staff.tell',
      key: `disclosure:${number}:${edition.edition}:corrected`,
      text: texts.corrected(number),
    })
}
