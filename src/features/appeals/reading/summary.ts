/** One line for the ledger and the read-back, in the asker's own words. */

import { anyOf } from './any-of.ts'
import { isBareCall, stripCalls } from './calls.ts'
import { splitClauses } from './clauses.ts'
import { proposeCategory } from './propose-category.ts'
import { wantsToBeSealed } from './sealing.ts'

/** As much as a list shows in one line. In characters. */
const longest = 30

export const askedFor = anyOf([
  /(?:能不能|能否|能(?=帮)|可不可以|可以不可以|可否|麻烦|希望|请求|恳请|恳求|请|求|想让|想请|盼|盼望|拜托|要求|建议|看能不能|看看能不能|谁能)(?:您|你|你们|领导|工商联|商会|各位|有关部门|政府|组织)*.{0,4}?(?:帮|协调|解决|给|催|问|管|安排|组织|过问|对接|出面|处理|反映|落实|支持|介绍|推荐|办|查|约)/,
  /^(?:帮|给)(?:我们?|俺们?|咱们?|忙|着)?.{0,4}(?:协调|解决|问|看|想|反映|说|催|查|联系)/,
  /^(?:赶紧|赶快|快)(?:给|帮|来|派|安排|问|协调)|(?:管管|帮帮|救救|协调一下|解决一下|想想办法|支持一下)/,
])

const filler =
  /^(?:就是|(?:那个|这个)(?!月|季|星期|礼拜|周|年|单|项|厂|公司|局|镇|村|路|证|钱|款|事|项目|车间)|然后|所以|其实|反正|嗯+|呃+|啊|哎|唉|是这样|情况是这样(?:的)?|我想(?:问|说|反映)(?:一?下)?|我想问下|反映(?:一?个|一?下)(?:事|问题|情况)?|有个(?:事|问题)|想(?:问|咨询|反映)(?:一?下)?)+/

/** Politeness that carries nothing. */
const empty =
  /^(?:谢谢.*|感谢.*|拜托.*|麻烦.{0,4}|辛苦.*|急急急?|在线等|别急|怎么办|咋办|咋整|怎么弄|各位.{0,4}|没办法|真是的|唉+|引用.{0,8}的话|补充|附件.{0,4}|.{0,4}(?:事|问题|情况)是这样的?)$/

type Piece = { readonly text: string; readonly place: number; readonly weight: number }

function listPieces(text: string): Piece[] {
  const pieces: Piece[] = []
  for (const [place, clause] of splitClauses(stripCalls(text)).entries()) {
    const bare = clause.text.replace(filler, '').replace(/^(?:我们|俺们)(?=我们)/, '')
    if (bare === '' || empty.test(bare) || isBareCall(bare) || wantsToBeSealed(bare)) continue
    const points = proposeCategory(bare)[0]?.score ?? 0
    // What is wanted is shown on its own line; without anything better it may still be the summary.
    const weight = points + (askedFor.test(bare) ? -1 : 0) + (place === 0 ? 0.5 : 0)
    pieces.push({ text: bare, place, weight })
  }
  return pieces
}

/**
 * At most 30 characters, cut between clauses and in the speaker's order: the weightiest clauses are kept.
 * A single clause that is longer is cut with an ellipsis. Empty when nothing but calls was said.
 */
export function summarise(text: string): string {
  const pieces = listPieces(text)
  const first = pieces.toSorted((a, b) => b.weight - a.weight || a.place - b.place)
  const kept: Piece[] = []
  let length = -1
  for (const piece of first) {
    if (length + 1 + piece.text.length > longest) continue
    kept.push(piece)
    length += 1 + piece.text.length
  }
  const best = first[0]
  if (best === undefined) return ''
  if (kept.length === 0) return `${best.text.slice(0, longest - 1)}…`
  return kept
    .sort((a, b) => a.place - b.place)
    .map((piece) => piece.text)
    .join('，')
}
