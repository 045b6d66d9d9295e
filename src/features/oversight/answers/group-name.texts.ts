import { type Category, categoryLabels } from '../../../kernel/appeal-terms.ts'
import { type Directory, spokenName } from '../../../kernel/directory.ts'
import { withTitle } from '../../../kernel/person.ts'
import type { Grouping } from '../asking/question.ts'

export const groupingLabels: Readonly<Record<Grouping, string>> = {
  unit: '单位',
  category: '类别',
  chamber: '商会',
  town: '镇街',
  company: '企业',
  leader: '领导',
}

const NOBODYS: Readonly<Record<Grouping, string>> = {
  unit: '没有承办单位的',
  category: '没有类别的',
  chamber: '没有商会的',
  town: '没有镇街的',
  company: '没说企业的',
  leader: '没有包联领导的',
}

export function groupName(by: Grouping, code: string | null, directory: Directory): string {
  if (code === null) return NOBODYS[by]
  switch (by) {
    case 'category':
      return categoryLabels[code as Category] ?? code
    case 'unit':
      return directory.units.get(code)?.name ?? code
    case 'chamber':
      return directory.chambers.get(code)?.name ?? code
    case 'company':
      return spokenName(directory.companies.get(code)?.name ?? '已不在名册的一家')
    case 'leader': {
      const person = directory.people.get(code)
      return person === undefined ? code : withTitle(person)
    }
    case 'town':
      return code
  }
}
