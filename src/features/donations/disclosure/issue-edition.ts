/** From a proposal to an edition that everybody may read. */

import { canonicalJson } from '../../../audit/canonical-json.ts'
import type { Doing } from '../../../conversation/feature.ts'
import { tellPreparer } from '../../../mailings/mailing-road.ts'
import { numberOfDrive } from '../drive.ts'
import type { NamedGift } from './books.ts'
import type { Books } from './compile-edition.ts'
import { editionId, type KeptEdition } from './disclosure.store.ts'
import { disclosureTexts as texts } from './disclosure.texts.ts'
import type { DisclosureParts } from './disclosure-parts.ts'
import { booksOf, editionBefore } from './draft-edition.ts'
import { type Edition, NO_EDITION, readEdition } from './edition.ts'
import { pageOf } from './page-address.ts'

/**
 * Whether what a proposal says may still be shown: nothing of it was corrected, nobody of it took their name back, and no
 * other edition came out since. True, or why not.
 */
export async function mayBeShown(
  parts: DisclosureParts,
  proposal: KeptEdition,
  doing: Doing,
): Promise<true | string> {
  const number = numberOfDrive(proposal.drive)
  const issued = await parts.disclosures.find(editionId(number, proposal.edition), doing.work)
  const edition = readEdition(issued?.content ?? proposal.content)
  const drive = await parts.donations.find(proposal.drive, doing.work)
  if (edition === undefined || drive === undefined) return texts.overtaken(number)
  if (issued === undefined) {
    const before = await editionBefore(parts, proposal.drive, doing)
    const follows = edition.edition === (before?.edition.edition ?? 0) + 1
    if (!follows || edition.previous !== (before?.digest ?? NO_EDITION)) return texts.overtaken(number)
  } else if (issued.digest !== proposal.digest) return texts.overtaken(number)
  const { books, names, unfit } = await booksOf(parts, drive, doing)
  if (!stillStands(edition, books)) return texts.correctedMeanwhile(number)
  const meant = new Set(names.map(({ digest }) => digest))
  if (edition.rows.some(({ by }) => by !== null && !meant.has(by))) return texts.consentMeanwhile(number)
  const inIt = unfit.some(({ where }) =>
    where.kind === 'drive'
      ? true
      : (where.kind === 'gift' ? edition.rows : edition.uses).some((row) => row.number === where.number),
  )
  return inIt ? texts.unfit(number, unfit) : true
}

/** Whether every row is in the books to the fen; what came since does not matter. */
function stillStands(edition: Edition, books: Books): boolean {
  const amount = ({ number, on, fen, goods }: Edition['rows'][number] | Edition['uses'][number]) =>
    canonicalJson({ number, on, fen, goods })
  const gifts = new Set(books.rows.map(amount))
  const uses = new Set(books.uses.map((use) => canonicalJson(use)))
  return (
    edition.rows.every((row) => gifts.has(amount(row))) &&
    edition.uses.every((use) => uses.has(canonicalJson(use)))
  )
}

/** A second person agreed, or its broadcast left. True, or why it could not be. */
export async function issueProposal(
  parts: DisclosureParts,
  proposal: KeptEdition,
  doing: Doing,
): Promise<true | string> {
  if (proposal.state !== 'proposed') return texts.overtaken(numberOfDrive(proposal.drive))
  const may = await mayBeShown(parts, proposal, doing)
  const edition = readEdition(proposal.content)
  const drive = await parts.donations.find(proposal.drive, doing.work)
  if (may !== true || edition === undefined || drive === undefined) return may
  const { names } = await booksOf(parts, drive, doing)
  publish(parts, { ...proposal, state: 'issued' }, edition, names, doing)
  dropProposal(parts, proposal, doing)
  const page = pageOf(parts.publicUrl, edition.drive)
  await tellPreparer(
    doing,
    proposal.issuedBy,
    `${proposal.id}:issued`,
    texts.issued(edition.drive, edition.edition, page),
  )
  return true
}

/** Writes an edition down for ever, with the names that go with it. */
export function publish(
  { disclosures }: Pick<DisclosureParts, 'disclosures'>,
  kept: Omit<KeptEdition, 'id' | 'version' | 'issuedAt'>,
  edition: Edition,
  names: readonly NamedGift[],
  doing: Doing,
): void {
  const { work } = doing
  const id = editionId(edition.drive, edition.edition)
  disclosures.put({ ...kept, id, version: 1, issuedAt: work.at }, work)
  const by = new Set(edition.rows.flatMap((row) => row.by ?? []))
  disclosures.addNames(
    kept.drive,
    names.filter(({ digest }) => by.has(digest)),
    work,
  )
  const { gifts, anonymous } = edition.totals
  doing.audit('donations.issueDisclosure', kept.drive, {
    edition: edition.edition,
    digest: kept.digest,
    gifts,
    anonymous,
  })
}

/** Refused, overtaken, or issued as a row of its own: its text is not kept twice. */
export function dropProposal(
  { disclosures }: Pick<DisclosureParts, 'disclosures'>,
  proposal: KeptEdition,
  doing: Doing,
): void {
  disclosures.put({ ...proposal, version: proposal.version + 1, state: 'dropped', content: '' }, doing.work)
}
