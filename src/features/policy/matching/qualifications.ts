/** 资质: what companies are recognised as and what they hold, by the names that people and documents use. */

/** What a company holds or was named; the spoken forms of each, the longer before what it contains. */
export const QUALIFICATIONS: readonly (readonly [name: string, spoken: RegExp])[] = [
  ['专精特新“小巨人”企业', /小巨人/u],
  ['专精特新中小企业', /专精特新/u],
  ['高新技术企业', /高新技术企业|高企|国高|高新企业|高新技术(?!产)/u],
  ['科技型中小企业', /科技型(?:中小)?企业|科小/u],
  ['创新型中小企业', /创新型(?:中小)?企业/u],
  ['规模以上企业', /规模以上|规上|四上企业/u],
  ['农业产业化龙头企业', /龙头企业|农业产业化/u],
  ['单项冠军企业', /单项冠军/u],
  ['瞪羚企业', /瞪羚/u],
  ['绿色工厂', /绿色工厂/u],
  ['企业技术中心', /企业技术中心|技术中心认定/u],
  ['知识产权优势企业', /知识产权(?:优势|示范)/u],
  ['老字号', /老字号/u],
  ['非物质文化遗产项目', /非遗|非物质文化遗产/u],
  ['安全生产标准化', /安全(?:生产)?标准化/u],
  ['质量管理体系认证', /质量(?:管理)?体系|ISO\s*9001|iso\s*9001/u],
]

/** 食品生产许可证: what bears such a name is one, whatever it is for. */
const NAMED_LICENCE = /[\p{Script=Han}]{2,14}(?:许可证|资质证书|资质)/gu

export function qualificationsIn(text: string): readonly string[] {
  let rest = text
  const known = QUALIFICATIONS.flatMap(([name, spoken]) => {
    const found = spoken.exec(rest)
    if (found === null) return []
    rest = rest.replace(found[0], '　')
    return [name]
  })
  const licences = (rest.match(NAMED_LICENCE) ?? []).map((one) =>
    one.replace(/^.*(?:取得|获得|具有|持有|具备|办理|有|是|的)/u, ''),
  )
  return [...new Set([...known, ...licences.filter((one) => [...one].length >= 4)])]
}
