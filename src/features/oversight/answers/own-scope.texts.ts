import { spokenName } from '../../../kernel/directory.ts'

/** Names at most so many firms before it is cut. */
const NAMED_FIRMS = 12

export const ownScopeTexts = {
  scope(chambers: readonly string[], companies: readonly string[]): readonly string[] {
    const firms = companies.map(spokenName)
    const named =
      firms.length <= NAMED_FIRMS ? firms.join('、') : `${firms.slice(0, NAMED_FIRMS).join('、')}等`
    const first =
      chambers.length === 0
        ? `您包联 ${companies.length} 家企业`
        : `您包联 ${chambers.length} 家商会、${companies.length} 家企业`
    return [
      `${first}。`,
      ...(chambers.length === 0 ? [] : [`商会：${chambers.join('、')}`]),
      `企业：${named}`,
    ]
  },
  seesAll: () => '您能看全部商会和企业的事项，没有单独的包联范围。',
}
