import { spokenName } from '../../../kernel/directory.ts'

/** Names at most so many firms before it is cut. */
const NAMED_FIRMS = 12

export const ownScopeTexts = {
  scope(chambers: readonly string[], companies: readonly string[], who = '您'): readonly string[] {
    if (chambers.length + companies.length === 0) return [`${who}现在没有包联的商会和企业。`]
    const firms = companies.map(spokenName)
    const named =
      firms.length <= NAMED_FIRMS ? firms.join('、') : `${firms.slice(0, NAMED_FIRMS).join('、')}等`
    const first =
      chambers.length === 0
        ? `${who}包联 ${companies.length} 家企业`
        : `${who}包联 ${chambers.length} 家商会、${companies.length} 家企业`
    return [
      `${first}。`,
      ...(chambers.length === 0 ? [] : [`商会：${chambers.join('、')}`]),
      ...(firms.length === 0 ? [] : [`企业：${named}`]),
    ]
  },
  seesAll: () => '您能看全部商会和企业的事项，没有单独的包联范围。',
}
