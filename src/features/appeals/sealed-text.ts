/** 封存: takes the asker's own names and numbers out of what others will read. Pure. */
import { type Directory, spokenName } from '../../kernel/directory.ts'
import { brandOf, findNamed, mask, prepareNames } from '../../kernel/privacy.ts'
import type { Named } from './appeal.ts'

/**
 * The company by every name it goes by, the asker, and phones, plates and accounts. What else gives them
 * away (an amount, a road that only one firm built) no rule can know: the letter to the asker says so.
 */
export function withoutIdentity(
  text: string,
  asker: string,
  company: Named | null,
  directory: Directory,
): string {
  const known = company?.code == null ? undefined : directory.companies.get(company.code)
  const own = company === null ? [] : [company.name, spokenName(company.name), ...(known?.aliases ?? [])]
  // A stranger's company is not known; one from the roster that they call their own is left to the rule above.
  const brand = company === null ? undefined : brandOf(company.name)
  const spellings = [...own, ...(brand === undefined ? [] : [brand])]
    .filter((name) => name.length >= 2)
    .sort((a, b) => b.length - a.length)
  // In groups people call themselves 周建国-宏远机械.
  const calledBy = asker === '访客' ? [] : [asker, ...asker.split(/[-—–_|@·•()（）\s/]+/u)]
  const nicknames = [...new Set(calledBy)].filter((name) => name.length >= 2)
  const isNamed = nicknames.length > 0
  let out = hideSpelledOut(text, nicknames, spellings)
  for (const name of spellings) out = out.replaceAll(name, '某企业')
  if (isNamed) {
    for (const name of nicknames) out = out.replaceAll(name, '某人')
    // 我姓周, 周总, 老周: the family name with what people put beside it.
    const family = asker.slice(0, 1)
    out = out.replace(
      new RegExp(`(?:老|小)${family}(?![\\u4e00-\\u9fa5]{0,1}村)|${family}(?:总|老板|经理|厂长|董)`, 'g'),
      '某人',
    )
  }
  return mask(out)
}

/** 陆 青, 青-芽-茶-业, 陸青: the same names with something between, or in the other script. */
function hideSpelledOut(text: string, people: readonly string[], companies: readonly string[]): string {
  let out = ''
  let written = 0
  for (const { kind, at, text: said } of findNamed(text, prepareNames({ people, companies }))) {
    out += text.slice(written, at) + (kind === 'company' ? '某企业' : '某人')
    written = at + said.length
  }
  return out + text.slice(written)
}
