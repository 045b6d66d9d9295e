/** 人社局、环保局、人设局: offices by their short, former and misheard names. */
import type { Directory } from '../../../../kernel/directory.ts'
import { soundsAlike } from '../../../../kernel/sound.ts'
import { unitsNamed } from '../../../../kernel/unit-named.ts'
import { coverOf } from '../words/ordinary-words.ts'
import { FORMER_NAMES } from './former-names.ts'
import { type Marking, unique } from './marking.ts'
import type { Place } from './name-index.ts'

export function markUnits(marking: Marking, directory: Directory): void {
  for (const { word } of unitsNamed(directory, marking.text)) {
    const units = unitsNamed(directory, word).filter((one) => one.word === word)
    const places = units.map(({ unit }): Place => ({ kind: 'unit', code: unit.code, label: unit.name }))
    if (marking.text.includes(word)) marking.take(word, unique(places), 'whole')
  }
}

/** 环保局 is the 生态环境局 of today. */
export function markFormer(marking: Marking, directory: Directory): void {
  for (const [said, present] of FORMER_NAMES) {
    const word = said.exec(marking.text)?.[0]
    if (word === undefined) continue
    const units = [...directory.units.values()].filter(({ name }) => present.test(name))
    if (units.length > 0)
      marking.take(
        word,
        units.map(({ code, name }) => ({ kind: 'unit', code, label: name })),
        'part',
      )
  }
}

/** 人设局: the short name of an office by its sound, its last sign written right. */
export function markHeardUnits(marking: Marking, directory: Directory): void {
  for (const [run] of [...marking.text.matchAll(/\p{Script=Han}{1,3}[局委办]/gu)]) {
    for (let from = 0; from + 3 <= run.length; from++) {
      const word = run.slice(from)
      const units = [...directory.units.values()].filter(({ name }) => isHeardShort(word, name))
      const isKnown = !coverOf(word).includes('?') || unitsNamed(directory, word).length > 0
      if (units.length === 0 || isKnown) continue
      marking.take(
        word,
        units.map(({ code, name }) => ({ kind: 'unit', code, label: name })),
        'sound',
      )
      break
    }
  }
}

function isHeardShort(short: string, name: string): boolean {
  const signs = [...name.replace(/^[\p{Script=Han}]{0,4}?[县市区](?=.{3})/u, '')]
  let at = 0
  let right = 0
  for (const sign of short) {
    const next = signs.findIndex((one, i) => i >= at && (one === sign || soundsAlike(one, sign)))
    if (next < 0 || (at === 0 && next > 0)) return false
    if (signs[next] === sign) right += 1
    at = next + 1
  }
  return right >= short.length - 1 && at === signs.length
}

/** 科技和财政哪个慢: units by the two signs before 局. */
export function markBareUnits(marking: Marking, directory: Directory): void {
  for (let at = 0; at + 2 <= marking.text.length; at++) {
    const word = marking.text.slice(at, at + 2)
    const over = coverOf(marking.text).slice(at, at + 2)
    if (!/^\?[?h]$|^h\?$/u.test(over)) continue
    const [only, ...others] = unitsNamed(directory, `${word}局`).filter((one) => one.word === `${word}局`)
    if (only !== undefined && others.length === 0)
      marking.take(word, [{ kind: 'unit', code: only.unit.code, label: only.unit.name }], 'part', at)
  }
}
