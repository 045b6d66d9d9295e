/** The asker of the main one withdraws: the others' trouble is still there, so the oldest of them goes on. */
import type { Doing } from '../../../conversation/feature.ts'
import type { AppealState } from '../../../kernel/appeal-terms.ts'
import type { Appeal } from '../appeal.ts'
import { apartFromSpeaker, tellStaff, writeToUnit } from '../life/appeal-letters.ts'
import { asOutside, needsCoarsening } from '../sealing/outward.ts'
import { countCompanies } from './main-of.ts'
import type { MergingParts } from './plan-merge.ts'
import { twiceTexts as texts } from './twice.texts.ts'

/** What the work on a matter is, whoever brought it; it goes over from the one that was withdrawn. */
export function workOf(main: Appeal) {
  return {
    unit: main.unit,
    supporting: main.supporting,
    dueAt: main.dueAt,
    contactDueAt: main.contactDueAt,
    contactedAt: main.contactedAt,
    resolveDueAt: main.resolveDueAt,
    handOffs: main.handOffs,
    meetingAskedAt: main.meetingAskedAt,
    pauseReason: main.pauseReason,
    pausedAt: main.pausedAt,
    wakeAt: main.wakeAt,
    pausedMinutes: main.pausedMinutes,
  }
}

/**
 * Who takes the place: the oldest of those merged directly into it, and who then follows whom. A sealed one whose
 * words a unit may not read yet comes last. Pure.
 */
export function heirOf(main: Pick<Appeal, 'number'>, followers: readonly Appeal[]) {
  const direct = followers.filter(({ mergedInto }) => mergedInto === main.number)
  const [heir, ...others] = [...direct].sort(
    (a, b) =>
      Number(needsCoarsening(a)) - Number(needsCoarsening(b)) ||
      a.filedAt.getTime() - b.filedAt.getTime() ||
      a.number.localeCompare(b.number),
  )
  return heir === undefined ? undefined : { heir, others }
}

/** Told of the withdrawal of `number`, which was in the state `from`. */
export async function passOn(
  number: string,
  from: AppealState,
  parts: MergingParts,
  doing: Doing,
): Promise<void> {
  const gone = await parts.store.find(number, doing.work)
  if (gone === undefined || (gone.followers === 0 && gone.mergedInto === null)) return
  const followers = gone.followers > 0 ? await parts.twice.listFollowers(number, doing.work) : []
  if (from === 'merged') return leaveMerge(gone, followers, parts, doing)
  const found = heirOf(gone, followers)
  if (found === undefined) return
  await follow(found.others, found.heir.number, parts, doing)
  const heir: Appeal = {
    ...found.heir,
    ...workOf(gone),
    status: from,
    mergedInto: null,
    followers: followers.length - 1,
  }
  await save(gone, { followers: 0 }, parts, doing)
  await parts.store.save(heir, doing.work)
  const { at } = doing.work
  parts.store.note(
    {
      number: heir.number,
      at,
      act: 'unmerge',
      from: 'merged',
      to: from,
      role: 'house',
      by: null,
      note: texts.passedOn(number),
    },
    doing.work,
  )
  // It is the asker of the one withdrawn who speaks: sealed, they must stand beside neither number.
  const detail = { from: number, followers: heir.followers }
  doing.audit('appeals.pass-on', heir.number, detail, { anonymously: gone.sealed })
  const companies = countCompanies(followers)
  const hands = apartFromSpeaker(doing)
  await tellStaff(heir, 'passed-on', texts.staffPassedOn(number, heir.number, companies), hands)
  await writeToUnit(heir, 'passed-on', texts.unitPassedOn(number, asOutside(heir), companies, at), hands)
}

/** A follower goes: whoever was merged into it follows what it followed. */
async function leaveMerge(
  gone: Appeal,
  followers: readonly Appeal[],
  parts: MergingParts,
  doing: Doing,
): Promise<void> {
  const above = gone.mergedInto
  if (above === null) return
  await follow(
    followers.filter(({ mergedInto }) => mergedInto === gone.number),
    above,
    parts,
    doing,
  )
  await save(gone, { mergedInto: null, followers: 0 }, parts, doing)
  for (let next: string | null = above; next !== null; ) {
    const main: Appeal | undefined = await parts.store.find(next, doing.work)
    if (main === undefined) return
    await save(main, { followers: Math.max(0, main.followers - 1) }, parts, doing)
    next = main.status === 'merged' ? main.mergedInto : null
  }
}

async function follow(appeals: readonly Appeal[], main: string, parts: MergingParts, doing: Doing) {
  for (const appeal of appeals) await save(appeal, { mergedInto: main }, parts, doing)
}

/** On the row as it is now: the move that is being told of has saved it once already. */
async function save(
  { number }: Pick<Appeal, 'number'>,
  change: Partial<Appeal>,
  { store }: MergingParts,
  doing: Doing,
): Promise<void> {
  const now = await store.find(number, doing.work)
  if (now !== undefined) await store.save({ ...now, ...change }, doing.work)
}
