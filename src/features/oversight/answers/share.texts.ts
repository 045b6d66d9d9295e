import { categoryLabels } from '../../../kernel/appeal-terms.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Counted, Where } from '../asking/question.ts'
import { measureTexts, percent } from './measure.texts.ts'

export const shareTexts = {
  partName(where: Where, directory: Directory): string {
    if (where.category !== null) return `${categoryLabels[where.category]}类`
    if (where.unit !== null) return directory.units.get(where.unit)?.name ?? where.unit
    if (where.company !== null) return directory.companies.get(where.company)?.name ?? where.company
    if (where.trade !== null) return `${where.trade}行业`
    if (where.town !== null) return where.town
    if (where.chamber !== null) return directory.chambers.get(where.chamber)?.name ?? where.chamber
    if (where.leader !== null) return `${directory.people.get(where.leader)?.name ?? where.leader}包联的`
    return '这些'
  },
  head: (name: string, of: Counted, when: string, part: number, whole: number) =>
    whole === 0
      ? `${when}没有可算的（0 件）。`
      : `${name}占 ${percent({ n: part, of: whole })}（${part}/${whole}）：${when}${measureTexts.name(of)} ${whole} 件，${name} ${part} 件。`,
}
