/** Of several open drafts, which one the words are about; and whether they begin another matter. Pure. */
import type { Piece, Said } from '../../../conversation/said.ts'
import { readMaterial } from '../reading/material.ts'
import { proposeCategory } from '../reading/propose-category.ts'
import { readMatter } from '../reading/read-matter.ts'
import { isAnnouncement, readAnnouncedMatters, withoutOpener } from '../reading/split-matters.ts'
import type { Draft } from './intake-state.ts'
import { textOf } from './part-text.ts'
import { readCorrection } from './read-correction.ts'
import { readDraft } from './read-draft.ts'

const READ_CHARACTERS = 1_000

export const hasFiles = ({ pieces }: Pick<Said, 'pieces'>) =>
  pieces.some(({ files }) => (files?.length ?? 0) > 0)

/** The categories that some words speak of, as sure as the surest of them. */
function categoriesOf(text: string): readonly string[] {
  const [best, ...others] = proposeCategory(text.slice(0, READ_CHARACTERS))
  if (best === undefined) return []
  return [best, ...others.filter(({ score }) => score >= best.score * 0.75)].map(({ category }) => category)
}

/** `other`: they say nothing of this draft; where none claims them, the newest takes them. */
export function claimOf(draft: Draft, said: Said): 'mine' | 'either' | 'other' {
  const text = said.text.trim()
  const { category, text: told } = readDraft(draft)
  const replaced = text === '' ? undefined : readCorrection(text, told).replace?.from
  if (replaced !== undefined) return told.includes(replaced) ? 'mine' : 'other'
  const spoken = categoriesOf(text)
  if (spoken.includes(category) || sharesWords(text, told)) return 'mine'
  if (spoken.length > 0) return 'other'
  return hasFiles(said) || readMaterial(text) !== undefined ? 'either' : 'other'
}

/** Letters of the trade, not of talk: three in a row that both have. */
function sharesWords(text: string, told: string): boolean {
  const signs = [...text.replace(/[^\p{L}\p{N}]/gu, '')]
  return signs.slice(2).some((_, n) => {
    const run = signs.slice(n, n + 3).join('')
    return !common.test(run) && told.includes(run)
  })
}
const common = /[我们你您他的了是有个这那吗呢吧啊不在说]/

/** 对了还有个事, 一个是…: in the middle of one matter, another one; its words without what opens them. */
export function otherMatterIn(draft: Draft, said: Said): readonly Piece[] | undefined {
  const text = said.text.trim()
  if (text === '' || !opensAnother(draft, text)) return undefined
  const [first, ...rest] = said.pieces
  if (first === undefined) return undefined
  const opened = withoutOpener(first.text.replace(turns, ''))
  return [{ ...first, text: opened.trim() === '' ? first.text : opened }, ...rest]
}

const turns =
  /^\s*(?:哦|噢|对了|另外|还有|那个|再|顺便)*[，,\s]*(?:还有|另有|再说|再报|另|想起来?)?(?:一?(?:个|件|桩)|另?一件|别的)?(?:事|问题|情况|诉求)(?:儿|情)?(?:要|想)?(?:反映|说|报)?(?:一下|下)?[，,：:。\s]*/
const another =
  /^\s*(?:哦|噢|对了|那个)*[，,\s]*(?:(?:另外|还有|再|另)(?:还)?(?:有|说|报|反映)?(?:一)?(?:个|件|桩)(?:别的)?(?:事|问题|情况|诉求)|(?:还|另外)?想起来?一?(?:个|件)事|再反映一?(?:个|件))/
const numbered =
  /^\s*(?:对了|还有|另外|再就是|再一个|顺便|第[二三四](?:个|件|条)?|其次|[二三]是|另?一(?:个|件)(?:事|问题)?(?:是|就是|呢)|一(?:个|件)是)/

function opensAnother(draft: Draft, text: string): boolean {
  if (another.test(text)) return true
  const numbers = numbered.test(text)
  const isAnnounced = draft.parts.some((part) =>
    part.pieces.some((piece) => isAnnouncement(piece.text) || readAnnouncedMatters(piece.text) !== undefined),
  )
  if (!numbers) return false
  const matter = readMatter(withoutOpener(text.slice(0, READ_CHARACTERS)))
  const spoken = categoriesOf(text)
  const isOther = spoken.length > 0 && !spoken.includes(readDraft(draft).category)
  // What goes with the first matter is opened with the same words: 对了, 那个我拍了.
  if (readMaterial(text)?.pointsBack === true && matter.score < 0.5) return false
  return isOther && (isAnnounced || matter.score >= 0.3)
}

/** The words that a draft is made of, as they go into it. */
export const wordsOf = (draft: Draft) => draft.parts.map((part) => textOf(part)).join('\n')
