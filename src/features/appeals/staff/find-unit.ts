/** 金融办, 人社局, 市监局: which unit is meant, as people shorten official names. Pure. */
import type { Directory, Unit } from '../../../kernel/directory.ts'

/** 县财政局（金融办） goes by either part; the place in front is left out when people speak. */
function namesOf(unit: Unit): string[] {
  const parts = unit.name
    .split(/[（()）]/)
    .map((part) => part.trim())
    .filter((part) => part.length >= 2)
  const bare = parts
    .map((part) => part.replace(/^[\u4e00-\u9fa5]{0,3}?[省市县区旗](?=[\u4e00-\u9fa5]{2})/, ''))
    .filter((part) => part.length >= 2)
  return [...new Set([unit.name, ...parts, ...bare])]
}

/** 人社局 stands in 人力资源和社会保障局, in order, first and last sign the same. */
function isShortFor(short: string, name: string): boolean {
  const signs = [...short]
  if (signs.length < 3 || signs[0] !== name[0] || signs.at(-1) !== name.at(-1)) return false
  let at = 0
  for (const sign of signs) {
    at = name.indexOf(sign, at) + 1
    if (at === 0) return false
  }
  return true
}

/** The units meant by some words, the surest kind of match only; several when the words fit several. */
export function findUnits(words: string, directory: Directory): readonly Unit[] {
  const said = words.replace(/[\s，,。：:]/g, '')
  if (said.length < 2) return []
  const units = [...directory.units.values()]
  const lengths = units.map((unit) =>
    Math.max(
      0,
      ...namesOf(unit)
        .filter((name) => said.includes(name))
        .map((name) => name.length),
    ),
  )
  const longest = Math.max(0, ...lengths)
  if (longest > 0) return units.filter((_unit, at) => lengths[at] === longest)
  const within = units.filter((unit) => namesOf(unit).some((name) => name.includes(said)))
  if (within.length > 0) return within
  return units.filter((unit) => namesOf(unit).some((name) => isShortFor(said, name)))
}
