/** 防汛那次: drives by their titles, as people shorten and hear them. */
import { soundsAlike } from '../../../../kernel/sound.ts'
import type { Occasion } from '../../../../kernel/standing.ts'
import { signOf } from '../words/marks.ts'
import { coverOf } from '../words/ordinary-words.ts'
import type { Marking } from './marking.ts'

/** 防汛那次: by the drive's title, or a part of it of two signs that no other word explains. */
export function markOccasions(marking: Marking, occasions: readonly Occasion[]): void {
  for (let size = Math.min(12, marking.text.length); size >= 2; size--) {
    for (let at = 0; at + size <= marking.text.length; at++) {
      const word = marking.text.slice(at, at + size)
      if (!/^\p{Script=Han}+$/u.test(word) || word.replace(OF_ANY, '').length < 2) continue
      const written = occasions.filter(({ title }) => title.includes(word))
      const mayBeHeard =
        size <= 6 && (GIVING.test(marking.text) || ASKED_AS_TIME.test(marking.text.slice(at + size)))
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
