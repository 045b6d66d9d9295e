/** 农机商会、建机商会: chambers by a part of their names. */
import { soundsAlike } from '../../../../kernel/sound.ts'
import type { Marking, Mention } from './marking.ts'
import type { NameIndex, Place } from './name-index.ts'

const CHAMBER = /(\p{Script=Han}{2,10}?)(?:行业)?(?:那个|这个|那家)?(?:商会|协会)/u

/** 农机商会 for 农机装备商会: what stands before 商会 is a part of a chamber's name, perhaps by its sound. */
export function markChambers(marking: Marking, names: NameIndex): void {
  const { chambers } = names
  for (let round = 0; round < 3; round++) {
    const found = CHAMBER.exec(marking.text)
    const before = found?.[1]
    if (found === null || before === undefined) return
    const ending = found[0].slice(before.length)
    let isTaken = false
    for (let length = before.length; length >= 2 && !isTaken; length--) {
      const tail = before.slice(-length)
      const [by, hits] = partOf(chambers, tail)
      if (hits.length === 0) continue
      const at = found.index + before.length - length
      marking.take(tail + ending, hits, by, at)
      isTaken = true
    }
    if (!isTaken) return
  }
}

function partOf(chambers: readonly Place[], tail: string): readonly [Mention['how'], readonly Place[]] {
  const within = chambers.filter(({ label }) => label.includes(tail))
  if (within.length > 0) return ['part', within]
  // 建机商会 leaves signs out, in order and from the first.
  // 建筑机戒商会: one sign of four or more was mistyped.
  const mistyped = tail.length < 4 ? [] : chambers.filter(({ label }) => isButOne(tail, label))
  if (mistyped.length > 0) return ['sound', mistyped]
  const leaving = tail.length < 2 ? [] : chambers.filter(({ label }) => isLeft(tail, label))
  if (leaving.length > 0) return ['part', leaving]
  return ['sound', chambers.filter(({ label }) => holdsSound(label, tail))]
}

function isButOne(said: string, label: string): boolean {
  let wrong = 0
  for (let i = 0; i < said.length; i++) if (said[i] !== label[i]) wrong += 1
  return wrong === 1
}

function isLeft(short: string, label: string): boolean {
  let at = 0
  for (const sign of short) {
    at = label.indexOf(sign, at) + 1
    if (at === 0) return false
  }
  return label.startsWith(short[0] ?? ' ')
}

function holdsSound(label: string, said: string): boolean {
  const signs = [...label]
  const heard = [...said]
  return signs.some((_, from) => heard.every((sign, i) => soundsAlike(sign, signs[from + i] ?? ' ')))
}
