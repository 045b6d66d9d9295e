/** 防汛那次: drives by their titles, as people shorten and hear them. */
import { soundsAlike } from '../../../../kernel/sound.ts'
import type { Occasion } from '../../../../kernel/standing.ts'
import { signOf } from '../words/marks.ts'
import { coverOf } from '../words/ordinary-words.ts'
import type { Marking } from './marking.ts'

/** 防汛那次: by the drive's title, or a part of it of two signs that no other word explains. */
export function markOccasions(marking: Marking, occasions: readonly Occasion[]): void {
  for (const [said, titled] of ALSO_CALLED) {
    const word = said.exec(marking.text)?.[0]
    const hits = occasions.filter(({ title }) => titled.test(title))
    if (word === undefined || hits.length === 0 || hits.some(({ title }) => title.includes(word))) continue
    const at = marking.text.indexOf(word)
    const next = marking.text.slice(at + word.length)
    if (!ASKED_AS_TIME.test(next) && !GIVING.test(marking.text)) continue
    marking.put(word, signOf('O', marking.occasions.push(hits) - 1), at)
  }
  for (let size = Math.min(12, marking.text.length); size >= 2; size--) {
    for (let at = 0; at + size <= marking.text.length; at++) {
      const word = marking.text.slice(at, at + size)
      if (!/^\p{Script=Han}+$/u.test(word) || word.replace(OF_ANY, '').length < 2) continue
      const written = occasions.filter(({ title }) => title.includes(word))
      const mayBeHeard =
        size <= 6 &&
        (/(?:行动|助学|救灾|活动|倡议)$/u.test(word) ||
          GIVING.test(marking.text) ||
          ASKED_AS_TIME.test(marking.text.slice(at + size)))
      const hits =
        written.length > 0 || !mayBeHeard
          ? written
          : occasions.filter(({ title }) => soundsWithin(word, title))
      if (hits.length === 0 || (hits.length === occasions.length && occasions.length > 1)) continue
      const isAsked = ASKED_AS_TIME.test(marking.text.slice(at + size)) || GIVING.test(marking.text)
      if (size < 4 && !isAsked) continue
      if (size === 2 && !coverOf(word).includes('?')) continue
      const which = marking.occasions.push(hits) - 1
      marking.put(word, signOf('O', which), at)
    }
  }
}

/** 抗洪那回, 发大水那次: what people call it by beside its title. */
const ALSO_CALLED: readonly (readonly [said: RegExp, titled: RegExp])[] = [
  [/抗洪(?:救灾|抢险)?|抗汛|防洪|发(?:大)?水|洪灾|水灾|涝灾|涨水/u, /防汛|抗洪|洪|汛|水灾/u],
  [/旱灾|大旱|抗旱|天旱/u, /旱/u],
  [/资助(?:大)?学生|助(?:大学)?学生|圆梦|捐资助学/u, /助学|圆梦|学子/u],
  [/送温暖|过冬|送棉衣/u, /暖冬|温暖|棉/u],
  [/疫情|抗疫|新冠/u, /疫/u],
  [/地震/u, /震/u],
]

/** 暖东行动, 防训: at least half of the signs right, the others by their sound. */
function soundsWithin(word: string, title: string): boolean {
  for (let from = 0; from + word.length <= title.length; from++) {
    let right = 0
    let alike = true
    for (let i = 0; i < word.length && alike; i++) {
      const [a = '', b = ''] = [word[i], title[from + i]]
      if (a === b) right += 1
      else alike = soundsAlike(a, b)
    }
    if (alike && right * 2 >= word.length) return true
  }
  return false
}

/** What every drive's title may have, and none is known by. */
const OF_ANY = /捐款|捐赠|募捐|倡议|活动|爱心|专项|20\d\d年?|年|度|全县|行动/gu

const ASKED_AS_TIME =
  /^(?:抗灾|救灾|行动|活动)?(?:那(?:次|回|阵子?|会儿?|段|些天|几天|时候|场|笔|个)|这次|的?时候|期间|捐|募|的?倡议|的?(?:钱|款|物资)|认捐|以来|以后|之后|以前|之前|前|后)/u

const GIVING = /捐|募|倡议|到[账帐]|善款|(?:的|那个)(?:钱|款)/u
