import { companiesNamed, type Directory, spokenName } from '../../../kernel/directory.ts'
import type { Named } from '../appeal.ts'
import { findPlace } from '../reading/place-and-time.ts'

const business = '(?:公司|集团|厂|店|合作社|商行|经营部|农场|饭店|酒店|超市|门市部?|工作室|车间|企业)'
/** The speaker says whose they are; another company's name may just as well be the debtor's. */
const selfNamed = new RegExp(
  `(?:我们?|俺们?|咱们?|我这)(?:这边|家|公司|厂)?(?:是|叫|名叫|就是)\\s*(?:做[^，,。]{1,8}的)?([^，,。！!\\s的]{2,24}?${business})`,
)
const signed = /(?:我们?|俺们?|咱们?|这里|这边|我这)(?:是|叫|这边是|公司是|公司叫|厂是)?[\s]*$/

/** Whose matter it is by the speaker's own words; nothing where a company is only spoken of. */
export function findOwnCompany(text: string, directory: Directory): Named | null {
  const flat = text.replace(/[ \t]/gu, '')
  for (const company of companiesNamed(directory, flat)) {
    for (const name of [company.name, ...company.aliases, spokenName(company.name)]) {
      const at = flat.indexOf(name)
      if (at >= 0 && signed.test(flat.slice(Math.max(0, at - 8), at)))
        return { code: company.code, name: company.name }
    }
  }
  const own = selfNamed.exec(flat)?.[1]
  return own === undefined || isKindOfCompany(own) ? null : { code: null, name: own }
}

/** 科技型中小企业, 规上企业, 一家民营厂: what sort of company it is, not which. */
const isKindOfCompany = (name: string): boolean =>
  /^(?:一家|个|小|民营|做|那个|什么|哪|啥)|(?:中小|小微|规上|规下|龙头|高新技术|科技型|民营|国有|外资|外贸|个体|家族|制造|生产|加工|劳动密集型|专精特新|重点|纳税)(?:型)?(?:企业|公司|厂|店)?$|(?:型|类|性)(?:中小|小微)?企业$/.test(
    name,
  )

/** The answer to “是哪家企业”: any roster company named in it, or the words themselves when they are short. */
export function readCompanyAnswer(text: string, directory: Directory): Named | null {
  const [best, second] = companiesNamed(directory, text)
  // Part of a name that two companies share names neither.
  if (
    best !== undefined &&
    (second === undefined || text.includes(best.name) || best.aliases.some((one) => text.includes(one)))
  )
    return { code: best.code, name: best.name }
  const lines = text.split(/[\n，,。；;]/).map((line) =>
    line
      .trim()
      .replace(/^(?:我们?|俺们?|咱们?)?(?:公司|企业|厂)?(?:是|叫)?/, '')
      .replace(/的[事呀啊哈]?$/, ''),
  )
  const named = lines.find(
    (line) =>
      new RegExp(`${business}$`).test(line) &&
      line.length >= 3 &&
      line.length <= 30 &&
      !isKindOfCompany(line),
  )
  if (named !== undefined) return { code: null, name: named }
  const only = lines.length === 1 ? lines[0] : undefined
  // 顺达铸造 is how people name their company; a sentence is not.
  return only !== undefined &&
    /^[\u4e00-\u9fa5A-Za-z0-9（）()]{3,12}$/.test(only) &&
    !/[我你他了吗呢吧的]|没有|不/.test(only) &&
    // 东区工业路 answers where it is, not whose.
    findPlace(only) === undefined &&
    !/(?:支行|分行|信用社|[局所镇乡村路街湾坡岭沟屯庄寨桥滩洼坪坝塘]|旁边|对面|附近|\d号|小时|分钟|天|个月|年|左右|经理|主任)$/.test(
      only,
    )
    ? { code: null, name: only }
    : null
}
