import type { Doing } from '../../../conversation/feature.ts'
import { type Category, categories } from '../../../kernel/appeal-terms.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Appeal } from '../appeal.ts'
import { type Likeness, likeness, type Told, toldOf } from './likeness.ts'
import { mainOf } from './main-of.ts'
import { askWhetherSame, isOfSamePerson } from './own-matters.ts'
import { type MergingParts, mayBeMerged, mayTakeIn } from './plan-merge.ts'
import { proposeToStaff } from './propose.ts'
import { rarityAmong } from './shared-words.ts'
import { CATEGORY_HOURS, LONGEST_HOURS } from './troubles.ts'
import { inOrder } from './twice.store.ts'
import { twiceTexts as texts } from './twice.texts.ts'

const AT_ONCE = 50
const MOST_AROUND = 400
const HOUR_MS = 3_600_000

interface Found {
  readonly appeal: Appeal
  readonly main: Appeal
  readonly like: Likeness
}

/** What was filed or amended since the last look, compared with what is around; called when the house is quiet. */
export async function findTwice(parts: MergingParts, doing: Doing): Promise<void> {
  const marked = await parts.twice.takeMarked(AT_ONCE, doing.work)
  if (marked.length === 0) return
  const fresh: Appeal[] = []
  for (const number of marked) {
    const appeal = await parts.store.find(number, doing.work)
    if (appeal !== undefined && mayBeMerged(appeal)) fresh.push(appeal)
  }
  if (fresh.length === 0) return
  const directory = await doing.directory()
  const around = await parts.twice.listAround(wishFor(fresh, doing.work.at), MOST_AROUND, doing.work)
  const told = new Map(around.map((one) => [one.number, { appeal: one, told: tell(one, directory) }]))
  const rarity = rarityAmong(around.map(({ text }) => text))
  const byMain = new Map<string, Found[]>()
  for (const appeal of fresh) {
    const own = tell(appeal, directory)
    let best: Found | undefined
    for (const other of told.values()) {
      if (other.appeal.number >= appeal.number) continue
      const like = likeness(own, other.told, rarity)
      if (!like.isLikely || (best !== undefined && like.points <= best.like.points)) continue
      const main = await mainOf(other.appeal.number, parts.store, doing.work)
      if (main !== undefined && main.number !== appeal.number && mayTakeIn(main))
        best = { appeal, main, like }
    }
    if (best === undefined || !(await isNew(best, parts, doing))) continue
    if (isOfSamePerson(best.appeal, best.main)) await askWhetherSame(best.appeal, best.main, parts, doing)
    else byMain.set(best.main.number, [...(byMain.get(best.main.number) ?? []), best])
  }
  for (const found of byMain.values()) {
    const [first] = found
    if (first === undefined) continue
    const others = found.map(({ appeal, like }) => ({ appeal, why: texts.reasons(like.reasons) }))
    await proposeToStaff(first.main, others, doing)
  }
}

/** Known pairs are left alone, whatever became of them. */
async function isNew({ appeal, main, like }: Found, { twice }: MergingParts, doing: Doing): Promise<boolean> {
  const pair = inOrder(appeal.number, main.number)
  if ((await twice.find(pair.number, pair.other, doing.work)) !== undefined) return false
  const undecided = { decidedBy: null, decidedAt: null, decision: null }
  twice.add({ ...pair, reasons: like.reasons, proposedAt: doing.work.at, ...undecided }, doing.work)
  return true
}

function wishFor(fresh: readonly Appeal[], now: Date) {
  const wanted = new Set<Category>(fresh.map(({ category }) => category))
  const all = wanted.has('other') ? categories : [...wanted, 'other' as const]
  const hours = Math.max(LONGEST_HOURS, ...all.map((category) => CATEGORY_HOURS[category]))
  return {
    categories: all,
    from: new Date(now.getTime() - hours * HOUR_MS),
    anyFrom: new Date(now.getTime() - 48 * HOUR_MS),
  }
}

function tell(appeal: Appeal, directory: Directory): Told {
  const { category, text, place, company, filedAt } = appeal
  const town = company?.code == null ? null : (directory.companies.get(company.code)?.town ?? null)
  return toldOf({ category, text, place, town, company: company?.code ?? company?.name ?? null, at: filedAt })
}
