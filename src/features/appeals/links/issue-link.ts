import type { Doing } from '../../../conversation/feature.ts'
import type { Chat } from '../../../kernel/chat.ts'
import type { Appeal } from '../appeal.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { letterKey } from '../life/appeal-letters.ts'
import { asOutside } from '../sealing/outward.ts'
import type { OrderInvitation } from '../unit/order.dialogue.ts'
import { linkTexts as texts } from './links.texts.ts'
import { LINK_DAYS } from './unit-links.store.ts'

const DAY_MS = 86_400_000

type Parts = Pick<AppealsParts, 'unitLinks' | 'unitDoor'>

/** `kept`: the one they have goes on. */
export type LinkGiven = { readonly kind: 'new'; readonly url: string } | { readonly kind: 'kept' }

/**
 * A link for this unit to this appeal; an earlier one opens nothing from now on. What is to be done lies in the
 * page's talk when it is opened. Null where nobody outside can open our pages.
 */
export async function issueLink(
  unit: string,
  appeal: Appeal,
  { unitLinks, unitDoor }: Parts,
  doing: Doing,
): Promise<LinkGiven | null> {
  if (unitDoor === undefined) return null
  const { number } = appeal
  const { at } = doing.work
  await unitLinks.close(number, unit, doing.work)
  const { url, digest } = unitDoor.mint()
  await unitLinks.add(
    {
      digest,
      number,
      unit,
      issuedBy: doing.by.person.code ?? 'house',
      issuedAt: at,
      expiresAt: new Date(at.getTime() + LINK_DAYS * DAY_MS),
      browser: null,
      openedAt: null,
      closedAt: null,
    },
    doing.work,
  )
  doing.audit('appeals.issueLink', number, { unit })
  layOut(unit, appeal, unitDoor.chatOf(digest), doing)
  return { kind: 'new', url }
}

/** The same where a page that they have may go on: dispatched again to the same unit, they sign again. */
export async function keepLink(
  unit: string,
  appeal: Appeal,
  parts: Parts,
  doing: Doing,
): Promise<LinkGiven | null> {
  const { unitLinks, unitDoor } = parts
  if (unitDoor === undefined) return null
  const open = (await unitLinks.listOpen(appeal.number, doing.work)).find((link) => link.unit === unit)
  if (open === undefined) return issueLink(unit, appeal, parts, doing)
  layOut(unit, appeal, unitDoor.chatOf(open.digest), doing)
  return { kind: 'kept' }
}

/** What the page's talk begins with. */
function layOut(unit: string, appeal: Appeal, chat: Chat, doing: Doing): void {
  const { number } = appeal
  const key = `${letterKey(appeal, 'page', doing)}:${unit}`
  if (appeal.unit === unit && appeal.status === 'dispatched') {
    const data: OrderInvitation = {
      number,
      summary: asOutside(appeal).summary,
      text: texts.pageOrder(number),
    }
    doing.inviteAt(chat, 'appeals.order', data, key)
    return
  }
  const text = appeal.unit === unit ? texts.pageGoesOn(number) : texts.pageSupports(number)
  doing.post(key, { to: chat, text, origin: 'automatic' })
}
