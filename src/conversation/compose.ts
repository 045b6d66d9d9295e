import { type Chat, chatKey } from '../kernel/chat.ts'
import type { LetterDraft } from '../kernel/letter-draft.ts'
import { type Checked, checkLetter, type NameList, speaksOfGiving } from '../kernel/privacy.ts'
import type { Work } from '../kernel/work.ts'
import { corridorTexts } from './corridor.texts.ts'
import type { Corridor } from './corridor.ts'
import { closedAmong } from './door.ts'
import type { Drafted } from './drafted.ts'
import { HOUSE } from './house-itself.ts'
import type { Speaker } from './said.ts'
import { isAboutTheDoor, tellOfNoWay, tellOfUnreached } from './unreached.ts'
import { draftsToPointFrom, findWayIn, type WayIn, withTheWay } from './way-in.ts'
import { writeLetters } from './write-letters.ts'

/**
 * The one way into the outbox: every draft passes the gate of kernel/privacy.ts and gets its identity.
 * What may not be said in a group is said to the speaker alone, and the group only hears that it was; what
 * cannot be said to somebody now waits at their door, and a group hears the way to it.
 */
export async function compose(
  corridor: Corridor,
  drafts: readonly Drafted[],
  by: Speaker,
  work: Work,
): Promise<void> {
  if (drafts.length === 0) return
  const names = await corridor.people.names(work)
  const closed = await closedAmong(corridor, [by.home, ...drafts.map(({ draft }) => draft.to)], work)
  const isShutOut = by.chat.kind === 'group' && closed.has(chatKey(by.home))
  const pointing = isShutOut ? draftsToPointFrom(drafts, by) : new Set()
  let found: WayIn | undefined
  const pointed = async (draft: LetterDraft) => {
    found ??= await findWayIn(corridor, by, work)
    return withTheWay(draft, found)
  }
  const write = (key: string, draft: LetterDraft) =>
    writeLetters(corridor, { key, draft }, closed.has(chatKey(draft.to)), work)
  const waiting = new Map<string, Chat>()

  for (const drafted of drafts) {
    const { key } = drafted
    const draft = pointing.has(key) ? await pointed(drafted.draft) : drafted.draft
    const verdict = await checked(corridor, draft, names, work)
    if (verdict.passes) {
      write(key, draft)
      if (isForSomebodyElse(drafted, by)) waiting.set(chatKey(draft.to), draft.to)
      continue
    }
    withhold(corridor, key, verdict, work)
    // What the clock owes has no speaker to whom it could be said instead; the log and the trail have it, of a broadcast
    // its tally too.
    if (draft.to.kind !== 'group' || by.home.platform === HOUSE || draft.mailing !== undefined) continue
    const { choices: _choices, mention: _mention, ...rest } = draft
    const instead = { ...rest, text: corridorTexts.withheldInGroup() }
    write(key, isShutOut ? await pointed(instead) : instead)
    if (by.home.kind === 'private') {
      const { mention: _m, replyTo: _r, edits: _e, ...own } = drafted.draft
      write(`${key}:private`, { ...own, to: by.home })
    }
  }
  const unreached = [...waiting].flatMap(([key, chat]) => (closed.has(key) ? [chat] : []))
  const told = [
    ...(await tellOfUnreached(corridor, unreached, work)),
    ...(found?.isSure === false ? await tellOfNoWay(corridor, by, work) : []),
  ]
  await compose(corridor, told, by, work)
}

/** Whoever spoke in a group is told there; a broadcast has its tally; what is about doors says no more of them. */
function isForSomebodyElse(drafted: Drafted, by: Speaker): boolean {
  const { to, mailing } = drafted.draft
  if (mailing !== undefined || isAboutTheDoor(drafted)) return false
  return by.chat.kind !== 'group' || chatKey(to) !== chatKey(by.home)
}

async function checked(
  corridor: Corridor,
  draft: LetterDraft,
  names: NameList,
  work: Work,
): Promise<Checked> {
  const group = draft.to.kind === 'group' ? await corridor.people.groupOf(draft.to, work) : undefined
  return checkLetter({
    text: wordsOf(draft),
    origin: draft.origin,
    place:
      draft.to.kind === 'group'
        ? { kind: 'group', audience: group?.audience ?? 'public' }
        : { kind: 'private' },
    names,
    allow: draft.allow ?? [],
    donorsWithoutConsent: await silentDonors(corridor, draft, work),
  })
}

/** Whoever gets a file reads its name as well. */
const wordsOf = ({ text, files = [] }: LetterDraft): string =>
  files.length === 0 ? text : [text, ...files.map(({ name }) => name)].join('\n')

async function silentDonors(corridor: Corridor, draft: LetterDraft, work: Work): Promise<readonly string[]> {
  const isForOthers = draft.to.kind === 'group' || draft.origin === 'approved'
  if (!isForOthers || corridor.silentDonors === undefined || !speaksOfGiving(wordsOf(draft))) return []
  return corridor.silentDonors(draft.mailing, work)
}

function withhold(corridor: Corridor, key: string, { findings }: Checked, work: Work): void {
  const kinds = findings.map(({ kind }) => kind)
  corridor.audit.add(
    {
      at: work.at,
      actor: 'house',
      action: 'outbox.withhold',
      subject: key,
      detail: { findings: kinds.join(',') },
    },
    work,
  )
  corridor.warn('a letter was withheld from a chat', { key, findings: kinds })
}
