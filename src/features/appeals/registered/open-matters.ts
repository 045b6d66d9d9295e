/** What the appeals tell another feature about a problem that somebody heard of: its field, and open appeals it may be. */
import {
  appealStateLabels,
  appealStates,
  type Category,
  categoryLabels,
  isOpen,
} from '../../../kernel/appeal-terms.ts'
import type { Work } from '../../../kernel/work.ts'
import type { AppealsStore } from '../appeals.store.ts'
import { proposeCategory } from '../reading/propose-category.ts'
import { readMatter } from '../reading/read-matter.ts'
import { likeness, toldOf } from '../twice/likeness.ts'
import { rarityAmong } from '../twice/shared-words.ts'
import { troublesIn } from '../twice/troubles.ts'

/** More open ones than a company has. */
const MOST = 50
/** A category named by a hint alone (企业, 工人) is none. */
const LEAST_SCORE = 2
/** From here on the intake would take the words for a matter. */
const IS_MATTER = 0.3

const OPEN = appealStates.filter(isOpen)

export interface MatterAlike {
  readonly number: string
  readonly line: string
  readonly isSameField: boolean
  readonly isLikely: boolean
}

export function openMatters(store: Pick<AppealsStore, 'find' | 'list'>) {
  return {
    read(words: string): { readonly category: Category | null; readonly isTrouble: boolean } {
      const [best] = proposeCategory(words)
      const category = best !== undefined && best.score >= LEAST_SCORE ? best.category : null
      const isTrouble =
        best?.namesTrouble === true || troublesIn(words).length > 0 || readMatter(words).score >= IS_MATTER
      return { category, isTrouble }
    },

    /** Of an open company's own; a sealed appeal is no company's here and is never found. */
    async alike(
      problem: { readonly company: string; readonly words: string; readonly category: Category | null },
      work: Work,
    ): Promise<readonly MatterAlike[]> {
      const { company, words } = problem
      const { appeals } = await store.list({ states: OPEN, companies: [company] }, 0, MOST, work)
      if (appeals.length === 0) return []
      const category = problem.category ?? proposeCategory(words)[0]?.category ?? 'other'
      const told = toldOf({ category, text: words, company, at: work.at })
      const rarity = rarityAmong(appeals.map(({ text }) => text))
      return appeals
        .map((appeal) => {
          const { number, status, summary, text, place, filedAt } = appeal
          const other = toldOf({ category: appeal.category, text, place, company, at: filedAt })
          const like = likeness(told, other, rarity)
          const shared = told.troubles.some((one) => other.troubles.includes(one))
          const isSameField =
            shared ||
            (appeal.category === category &&
              category !== 'other' &&
              (told.troubles.length === 0 || other.troubles.length === 0))
          const line = `${categoryLabels[appeal.category]}，${summary}，${appealStateLabels[status]}`
          return {
            number,
            line,
            isSameField,
            isLikely: like.isLikely,
            weight: like.points + (shared ? 2 : 0),
          }
        })
        .sort((a, b) => b.weight - a.weight || (a.number < b.number ? 1 : -1))
        .map(({ weight: _weight, ...one }) => one)
    },

    async find(number: string, work: Work) {
      const appeal = await store.find(number, work)
      if (appeal === undefined || appeal.sealed) return undefined
      const { status, category, summary, company } = appeal
      return {
        number: appeal.number,
        company: company?.code ?? null,
        line: `${categoryLabels[category]}，${summary}，${appealStateLabels[status]}`,
        isOpen: isOpen(status),
        status: appealStateLabels[status],
      }
    },
  }
}
