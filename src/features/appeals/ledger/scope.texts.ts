import { appealStateLabels, appealStates, categoryLabels, isOpen } from '../../../kernel/appeal-terms.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Scope } from './scope.ts'

const OPEN = appealStates.filter(isOpen).join()

export const scopeTexts = {
  /** 金融办，融资，没办完的; 全部 where nothing narrows it. */
  where: ({ unit, category, chamber, states }: Scope, directory: Directory): string => {
    const parts = [
      ...(unit === null ? [] : [directory.units.get(unit)?.name ?? unit]),
      ...(chamber === null ? [] : [directory.chambers.get(chamber)?.name ?? chamber]),
      ...(category === null ? [] : [`${categoryLabels[category]}类`]),
      ...(states === null ? [] : [statesText(states)]),
    ]
    return parts.length === 0 ? '全部' : parts.join('、')
  },
  several: (names: readonly string[]) =>
    `符合的单位有几个：${names.join('、')}。要哪一个？请带上全名再说一次。`,
  unread: (words: readonly string[]) => `这几个字没看懂：${words.join('、')}。`,
  sealedLeftOut: () => '身份封存的不按商会列，这里不含。',
}

function statesText(states: readonly (typeof appealStates)[number][]): string {
  if (states.join() === OPEN) return '没办完的'
  if (states.join() === 'resolved,closed') return '已办结的'
  return states.map((state) => appealStateLabels[state]).join('、')
}
