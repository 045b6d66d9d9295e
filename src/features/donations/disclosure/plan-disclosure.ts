/** What staff ask for before anything is public: which drive, the preview, and the proposal on their yes. */
import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import { dayAndHour, dayOf, isoShanghai } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import { mailingTexts } from '../../../mailings/mailing.texts.ts'
import { confirmationOf } from '../../../mailings/mailing-confirmation.ts'
import type { MailingOrder } from '../../../mailings/mailing-order.ts'
import { type MailingPlan, planMailing } from '../../../mailings/mailing-plan.ts'
import { reviewersOf, tell } from '../../../mailings/mailing-road.ts'
import { submitMailing } from '../../../mailings/submit-mailing.ts'
import { donationsRoad } from '../donations.service.ts'
import { type Drive, driveId } from '../drive.ts'
import { publicNumbers } from '../drives/call-text.ts'
import { fullChats } from '../drives/letters-cap.ts'
import { endOf } from '../drives/open-drives.ts'
import type {
  Disclosable,
  DisclosureOrder,
  DisclosureWish,
  DrawDisclosure,
  Drawing,
  SubmitDisclosure,
} from './disclosure.effects.ts'
import { type KeptEdition, proposalId } from './disclosure.store.ts'
import { disclosureTexts as texts } from './disclosure.texts.ts'
import type { DisclosureParts } from './disclosure-parts.ts'
import { booksOf, draftEdition, type EditionDraft } from './draft-edition.ts'
import { shortDigest } from './edition.ts'
import { listOf } from './list.ts'
import { pageOf } from './page-address.ts'
import { tablePicture } from './table-picture.ts'

/** Which drive is meant, and whether it can be disclosed at all. */
export async function disclosable(
  parts: DisclosureParts,
  { number, final }: DisclosureWish,
  doing: Doing,
): Promise<Disclosable> {
  const refused = (text: string): Disclosable => ({ kind: 'refused', text })
  if (!may(doing.by.person, 'drive.disclose')) return refused(texts.mayNot())
  const { work } = doing
  const drives = await parts.donations.listAll(work)
  const sums = await parts.gifts.sums(work)
  const hasBegun = ({ id, openedAt }: Drive) => openedAt !== undefined || sums.has(id)
  const begun = drives.filter(hasBegun)
  const one = number === undefined ? only(begun) : drives.find((drive) => drive.number === number)
  if (one === undefined) {
    if (number !== undefined) return refused(texts.noSuch(number))
    return refused(begun.length === 0 ? texts.none() : texts.which(begun.map(titled).reverse()))
  }
  if (!hasBegun(one)) return refused(texts.notOpened(one.number, titled(one).title))
  const end = endOf(one)
  if (final && end !== undefined && dayOf(work.at) <= end) return refused(texts.notOver(one.number, end))
  const { unfit } = await booksOf(parts, one, doing)
  return unfit.length > 0 ? refused(texts.unfit(one.number, unfit)) : { kind: 'ready', number: one.number }
}

const only = (drives: readonly Drive[]) => (drives.length === 1 ? drives[0] : undefined)
const titled = ({ number, fields }: Drive) => ({ number, title: fields.title ?? '' })

/** The edition as the books stand now is fixed, and its picture ordered; both come back as a preview. */
export async function drawDisclosure(
  parts: DisclosureParts,
  { number, how, final }: DrawDisclosure,
  doing: Doing,
): Promise<void> {
  const drive = await parts.donations.find(driveId(number), doing.work)
  if (drive === undefined || !may(doing.by.person, 'drive.disclose')) return
  const asOf = isoShanghai(doing.work.at)
  const kind = final ? 'final' : 'interim'
  const draft = await draftEdition(parts, drive, { asOf, kind }, doing)
  const count = await parts.counters.next('confirmation:donations', doing.work)
  const { digest } = draft
  const confirmation = confirmationOf('donations', count)
  const order: DisclosureOrder = { number, how, kind, asOf, digest, confirmation, files: [] }
  const key = `${doing.turnKey}:disclosure`
  const picture = tablePicture(listOf(draft.edition, digest, draft.names)) as Drawing['picture']
  const drawing: Drawing = { order, picture }
  doing.order({ kind: 'donations.drawDisclosure', data: drawing, key })
}

export async function planDisclosure(
  parts: DisclosureParts,
  order: DisclosureOrder,
  doing: Doing,
): Promise<Plan<DisclosureOrder>> {
  const refused = (text: string): Plan<DisclosureOrder> => ({ kind: 'refused', text })
  const { number, how, confirmation, files } = order
  const draft = await sameDraft(parts, order, doing)
  if (draft === undefined) return refused(texts.changed(number))
  const { edition, digest } = draft
  const page = pageOf(parts.publicUrl, number)
  const show = (broadcast?: readonly string[]) =>
    texts.preview({ edition, digest, page, confirmation, broadcast, hasPicture: files.length > 0 })
  // Also where no group gets it: whoever says yes has to see the names.
  if (how === 'page') return { kind: 'ready', order, preview: show(), number: confirmation, files }
  const plan = await planBroadcast(parts, order, draft, doing)
  if (plan === undefined) return refused(texts.nobodyToReach(number))
  if (plan.preview.stops) return refused(mailingTexts.stopped(plan.preview))
  const { leavesAt } = plan.preview
  const when = leavesAt === null ? undefined : dayAndHour(new Date(leavesAt), doing.work.at)
  return {
    kind: 'ready',
    order,
    preview: show([mailingTexts.preview(plan.preview, when)]),
    number: confirmation,
    ways: [texts.pageOnly()],
    files,
  }
}

/** The draft again, where the books still say the same to the byte. */
async function sameDraft(
  parts: DisclosureParts,
  { number, asOf, kind, digest }: DisclosureOrder,
  doing: Doing,
): Promise<(EditionDraft & { readonly drive: Drive }) | undefined> {
  const drive = await parts.donations.find(driveId(number), doing.work)
  if (drive === undefined) return undefined
  const draft = await draftEdition(parts, drive, { asOf, kind }, doing)
  return draft.digest === digest && draft.unfit.length === 0 ? { ...draft, drive } : undefined
}

/** Undefined where it would reach nobody: every group had its most of this drive, or there is none. */
async function planBroadcast(
  parts: DisclosureParts,
  { files }: DisclosureOrder,
  { drive, edition, digest }: EditionDraft & { readonly drive: Drive },
  doing: Doing,
): Promise<MailingPlan | undefined> {
  const page = pageOf(parts.publicUrl, drive.number, edition.edition)
  const order: MailingOrder = {
    text: texts.groupText(edition, digest, page),
    audience: drive.audience,
    topic: 'donation',
    files: [...files],
    allow: [...publicNumbers(drive.fields), shortDigest(digest), ...(page === undefined ? [] : [page])],
    drive: drive.number,
    exceptChats: [...(await fullChats(parts, drive, doing.work))],
  }
  const plan = await planMailing(donationsRoad(parts), order, doing)
  return plan.routes.groups.length + plan.routes.private.length === 0 ? undefined : plan
}

/** The preparer said yes: the edition is kept to the byte and waits for its second person. */
export async function submitDisclosure(
  parts: DisclosureParts,
  { order }: SubmitDisclosure,
  doing: Doing,
): Promise<void> {
  const { number, how, confirmation } = order
  const { code } = doing.by.person
  const { work } = doing
  if (code === undefined || !may(doing.by.person, 'drive.disclose'))
    return tell(doing, 'refused', texts.mayNot())
  const draft = await sameDraft(parts, order, doing)
  if (draft === undefined) return tell(doing, 'refused', texts.changed(number))
  const { edition, content, digest, drive } = draft
  const id = proposalId(number, edition.edition, digest)
  if ((await parts.disclosures.find(id, work)) !== undefined)
    return tell(doing, 'refused', texts.overtaken(number))
  const plan = how === 'page' ? undefined : await planBroadcast(parts, order, draft, doing)
  if (how === 'groups' && (plan === undefined || plan.preview.stops))
    return tell(doing, 'refused', texts.nobodyToReach(number))
  const proposal: KeptEdition = {
    id,
    version: 1,
    drive: drive.id,
    edition: edition.edition,
    content,
    digest,
    previous: edition.previous,
    state: 'proposed',
    mailing: plan === undefined ? null : id,
    issuedBy: code,
    proposedAt: work.at,
    issuedAt: null,
  }
  parts.disclosures.put(proposal, work)
  if (plan === undefined) return askReviewers(proposal, order, doing)
  const title = `${edition.about.title}捐赠公示`
  const about = { id, number, title, confirmation, preparedBy: code, always: true } as const
  await submitMailing(donationsRoad(parts), plan, about, doing)
}

async function askReviewers(
  { id, issuedBy }: KeptEdition,
  { number, files }: DisclosureOrder,
  doing: Doing,
): Promise<void> {
  doing.audit('donations.proposeDisclosure', id)
  let asked = 0
  for (const { code } of await reviewersOf(issuedBy, doing))
    if (await doing.invite(code, 'donations.approveDisclosure', { id, files }, `${id}:approve:${code}`))
      asked++
  tell(doing, 'submitted', texts.submitted(number, asked))
}
