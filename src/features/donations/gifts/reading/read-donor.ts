/** Who gives: a company, a person, or somebody who may never be named. Pure. */
import { companiesNamed, type Directory, spokenName } from '../../../../kernel/directory.ts'
import { findNumbers } from '../../../../kernel/privacy.ts'
import type { Donor } from '../gift.ts'

const MINOR =
  /未成年|小朋友|(?:我|俺|咱)(?:们家|家)?(?:的)?(?:女儿|闺女|儿子|孩子|娃|小孩|孙子|孙女|外孙)|(?:小|中|初中|高中)学生|同学[）)]?$|[（(](?:[1-9]|1[0-7])岁[）)]/u
const AS_COMPANY =
  /(?:以|用)?(?:我们|我|俺们?|咱|本|敝)?(?:公司|企业|厂里?|单位|集团|合作社|店里?)(?:的)?(?:再|也|又|还|先|都|就)*(?:名义|捐|认捐|出|这边|愿意|想|要|准备|打算)|^(?:以)?(?:公司|企业|单位)(?:的)?(?:名义)?$|我司|敝司|代表(?:我们)?(?:公司|企业|厂)/u
const AS_PERSON = /个人|本人|我自己|私人|自己(?:掏|出|捐)/u
const ORGANISATION =
  /(?:公司|集团|厂|商会|协会|学会|联合会|基金会|合作社|商行|经营部|商店|超市|药房|酒店|饭店|中心|学校|大学|中学|小学|幼儿园|医院|银行|支行|分行|局|委|办|院|所|部|社|会|村|社区|街道|镇|乡|站|队|班|店|馆|坊|号|园|场|行|全体(?:员工|职工|师生|会员|村民)?|员工|职工|师生|一行)$/u
/** No name at all. */
export const NAMELESS =
  /^(?:匿名|无名氏?|爱心(?:人士|市民|群众|企业|企业家)?|好心人|热心(?:人士|市民|群众)|不愿(?:透露|具名).*|某(?:人|先生|女士|企业))$/u

export type As = 'company' | 'person' | 'minor'

/** In whose name somebody of the roster gives; undefined where the words leave it open. */
export function readAs(text: string): As | undefined {
  if (MINOR.test(text)) return 'minor'
  if (AS_PERSON.test(text)) return 'person'
  return AS_COMPANY.test(text) ? 'company' : undefined
}

const flat = (name: string) => name.replace(/[\s·（）()"“”]/gu, '').toLowerCase()

/** The company that is called exactly this; undefined for none and for several. */
function companyCalled(name: string, directory: Directory): string | undefined {
  const wanted = flat(name)
  const exact = [...directory.companies.values()].filter((company) => flat(company.name) === wanted)
  const called =
    exact.length > 0
      ? exact
      : [...directory.companies.values()].filter((company) =>
          [spokenName(company.name), ...company.aliases].some((one) => flat(one) === wanted),
        )
  return called.length === 1 ? called[0]?.code : undefined
}

/**
 * A donor as the charity wrote them. Telephones and the like are taken out; only a company is looked up, for a person's
 * name in somebody's list is not surely the member who is called the same.
 */
export function donorWritten(words: string, directory: Directory): Donor {
  let name = words.replace(/\s+/gu, ' ').trim()
  for (const { text, kind } of findNumbers(name)) if (kind !== 'amount') name = name.replace(text, '')
  name = name
    .replace(/(?:电话|手机|联系方式|身份证号?)[:：]?\s*/gu, '')
    .replace(/[，,、;；\s]+$/u, '')
    .trim()
  if (MINOR.test(name)) return { kind: 'minor', name }
  const company = companyCalled(name, directory)
  if (company !== undefined)
    return { kind: 'company', name: directory.companies.get(company)?.name ?? name, company }
  return { kind: ORGANISATION.test(name) || [...name].length > 6 ? 'company' : 'person', name }
}

/** The one company that the words speak of, in a sentence. */
export function companyIn(text: string, directory: Directory): string | undefined {
  const named = companiesNamed(directory, text)
  return named.length === 1 ? named[0]?.code : undefined
}

/** Whether two entries name the same donor, however their names were typed. */
export function isSameDonor(one: Donor, other: Donor): boolean {
  if (
    one.company !== undefined &&
    other.company !== undefined &&
    one.kind === 'company' &&
    other.kind === 'company'
  )
    return one.company === other.company
  return flat(spokenName(one.name)) === flat(spokenName(other.name))
}
