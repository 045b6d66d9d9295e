import type { ArrivalContent, LaterFile, StoredArrival } from '../inbox/arrival.ts'
import type { InboxStore } from '../inbox/inbox.store.ts'
import type { KeepFile } from '../inbox/receive.ts'
import { accountKey, chatKey } from '../kernel/chat.ts'
import type { Clock } from '../kernel/clock.ts'
import type { FileRef } from '../kernel/letter-draft.ts'
import type { Transactions } from '../kernel/work.ts'
import { corridorTexts } from './corridor.texts.ts'
import type { Tray } from './doing.ts'
import type { Doing } from './feature.ts'
import type { Platform } from './platform.ts'

export interface EnclosureParts {
  readonly inbox: InboxStore
  readonly transactions: Transactions
  readonly clock: Clock
  readonly keepFile: KeepFile
  /** Undefined where another process serves the account: only that one can fetch. */
  platformOf(account: string): Platform | undefined
}

const MOST_TRIES = 4
const AGAIN_MS = 500

/** Something that was said cannot be worked on yet: what it encloses is still with the platform. */
export const hasToBeFetched = (arrivals: readonly Pick<StoredArrival, 'content'>[]): boolean =>
  arrivals.some(({ content }) => content.kind === 'message' && (content.later?.length ?? 0) > 0)

/**
 * Fetches what is enclosed in the lines of a conversation that the house turns to. It stands between the doorstep and
 * the round: the platform is not kept waiting for a download, and lines meant for others are never downloaded.
 * What cannot be had is named in the arrival's `unread`, so that a message is worked on without it in the end.
 */
export function fetchEnclosures(parts: EnclosureParts) {
  const { inbox, transactions, clock } = parts

  async function fetchOne(
    platform: Platform,
    file: LaterFile,
  ): Promise<FileRef | { readonly refused: string }> {
    const { fetch } = platform
    if (fetch === undefined) return { refused: corridorTexts.enclosureNotToBeHad() }
    for (let tries = 1; ; tries++) {
      try {
        const open = (limitBytes: number) => fetch.call(platform, file.ref, limitBytes)
        return await parts.keepFile({ ...file, open })
      } catch {
        if (tries >= MOST_TRIES) return { refused: corridorTexts.enclosureNotToBeHad() }
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS * 2 ** (tries - 1)))
      }
    }
  }

  async function contentOf(platform: Platform, content: ArrivalContent): Promise<ArrivalContent | undefined> {
    if (content.kind !== 'message' || content.later === undefined) return undefined
    const { later, ...rest } = content
    const files = [...(content.files ?? [])]
    const unread = [...(content.unread ?? [])]
    for (const file of later) {
      const kept = await fetchOne(platform, file)
      if ('refused' in kept) unread.push(`${file.name}：${kept.refused}`)
      else files.push(kept)
    }
    return {
      ...rest,
      ...(files.length > 0 ? { files } : {}),
      ...(unread.length > 0 ? { unread } : {}),
    }
  }

  /** Resolves when nothing is left to fetch there; false where this process cannot. */
  return async (conversation: string): Promise<boolean> => {
    for (const arrival of await inbox.listOpenIn(conversation)) {
      if (!hasToBeFetched([arrival])) continue
      const platform = parts.platformOf(accountKey(arrival.chat))
      if (platform === undefined) return false
      const content = await contentOf(platform, arrival.content)
      if (content === undefined) continue
      await transactions.inOne(clock.now(), async (work) => inbox.replaceContent(arrival.id, content, work))
    }
    return true
  }
}

const UNREAD = ':unread'

/** What could not be taken in, each with its reason: its sender believes that we have it. */
export function tellUnread(burst: readonly Pick<StoredArrival, 'content'>[], doing: Doing, tray: Tray): void {
  const unread = burst.flatMap(({ content }) => (content.kind === 'message' ? (content.unread ?? []) : []))
  if (unread.length === 0) return
  const text = corridorTexts.enclosuresRefused(unread)
  tray.drafts.push({
    key: `${doing.turnKey}${UNREAD}`,
    draft: { to: doing.by.home, text, origin: 'automatic' },
  })
}

/** Said in one breath with the answer, where there is one in the same chat. */
export function joinUnread(tray: Tray): void {
  const at = tray.drafts.findIndex(({ key }) => key.endsWith(UNREAD))
  const unread = tray.drafts[at]
  if (unread === undefined) return
  const there = chatKey(unread.draft.to)
  const next = tray.drafts.findIndex(
    ({ draft }, i) => i !== at && chatKey(draft.to) === there && draft.origin === 'automatic',
  )
  const answer = tray.drafts[next]
  if (answer === undefined) return
  const text = `${unread.draft.text}\n\n${answer.draft.text}`
  tray.drafts[next] = { ...answer, draft: { ...answer.draft, text } }
  tray.drafts.splice(at, 1)
}
