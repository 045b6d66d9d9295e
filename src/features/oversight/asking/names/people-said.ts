/** 王县长、周总、小赵他们: people by surname and what they are. */
import { type Directory, peopleWithRole } from '../../../../kernel/directory.ts'
import { type Marking, stranger, unique } from './marking.ts'
import type { Place } from './name-index.ts'

const TITLE =
  '(?:副)?(?:县长|市长|区长|书记|主席|部长|主任|局长|常委|主委|秘书长|巡视员|调研员|领导|总|老板|厂长|经理|董事长|老总|董|掌柜|会长)'

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦柳邢岳齐梅莫庄辛祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄阳裴席屈鲍覃霍翁隋植甘景薄包司柏宁柯阮桂闵柴华冉'

const BY_TITLE = new RegExp(`([${SURNAMES}])(${TITLE})(?!办|们)`, 'gu')

/** 小赵他们公司, 老牛家: by the surname alone. */
const NICKNAME = new RegExp(
  `(?<!县|市|区|镇|乡)[小老]([${SURNAMES}])(?=他们|她们|家|那|厂|公司|反映|说|的(?:厂|公司|事|贷款|那))`,
  'gu',
)

/** 姓李的那位领导. */
const CALLED = new RegExp(
  `姓([${SURNAMES}])的(?:那(?:位|个))?(?:县|市|区)?(?:领导|县长|市长|书记|主席|部长)`,
  'gu',
)

const OF_FIRMS = /^(?:总|老板|厂长|经理|董事长|老总|董|掌柜)$/u

/** 王县长, 周总: a surname with what they are. Who is not known is not passed over. */
export function markByTitle(marking: Marking, directory: Directory): void {
  for (const [said, surname = ''] of [...marking.text.matchAll(CALLED)]) {
    const meant = peopleWithRole(directory, 'leader').filter(({ name }) => name.startsWith(surname))
    if (meant.length > 0) marking.take(said, leaders(meant), 'person')
  }
  for (const [said, surname = ''] of [...marking.text.matchAll(NICKNAME)]) {
    const firms = firmsOf(directory, surname)
    if (firms.length > 0) marking.take(said, firms, 'person')
  }
  for (const [said, surname = '', title = ''] of [...marking.text.matchAll(BY_TITLE)]) {
    if (
      /(?:哪|每|各|我|的|分)$/u.test(marking.text.slice(0, marking.text.indexOf(said)).slice(-1)) &&
      !SURNAMES.includes(surname)
    )
      continue
    if (OF_FIRMS.test(title)) {
      const firms = [...directory.people.values()].flatMap(({ name, company }) => {
        const firm = company === undefined ? undefined : directory.companies.get(company)
        return firm !== undefined && name.startsWith(surname)
          ? [{ kind: 'company' as const, code: firm.code, label: firm.name }]
          : []
      })
      if (firms.length > 0) marking.take(said, unique(firms), 'person')
      else stranger(marking, said)
      continue
    }
    const offices = officesOf(directory, surname)
    if (/局长|主任|科长|经理/u.test(title) && offices.length > 0) {
      marking.take(said, offices, 'person')
      continue
    }
    const plain = title.replace(/^副|领导$/gu, '')
    const bySurname = peopleWithRole(directory, 'leader').filter(({ name }) => name.startsWith(surname))
    const byTitle = bySurname.filter(({ title: own }) => own?.includes(plain) === true)
    const meant = byTitle.length > 0 ? byTitle : bySurname
    if (meant.length === 0) stranger(marking, said)
    else marking.take(said, leaders(meant), 'person')
  }
}

const firmsOf = (directory: Directory, surname: string): readonly Place[] =>
  unique(
    [...directory.people.values()].flatMap(({ name, company }) => {
      const firm = company === undefined ? undefined : directory.companies.get(company)
      return firm !== undefined && name.startsWith(surname)
        ? [{ kind: 'company' as const, code: firm.code, label: firm.name }]
        : []
    }),
  )

/** Whom people mean by 孙局长 works there. */
const officesOf = (directory: Directory, surname: string): readonly Place[] =>
  unique(
    [...directory.people.values()].flatMap(({ name, unit: code, title }) => {
      const office = code === undefined ? undefined : directory.units.get(code)
      return office !== undefined && name.startsWith(surname) && /[长任理]$/u.test(title ?? '')
        ? [{ kind: 'unit' as const, code: office.code, label: office.name }]
        : []
    }),
  )

const leaders = (
  people: readonly { readonly code: string; readonly name: string; readonly title?: string }[],
): readonly Place[] =>
  people.map(({ code, name, title }) => ({ kind: 'leader', code, label: `${name}${title ?? ''}` }))

/** 江远副县长: the name was marked; the title behind it says nothing more. */
export function markLeaders(marking: Marking, directory: Directory): void {
  for (const person of peopleWithRole(directory, 'leader')) {
    const at = marking.text.indexOf(person.name)
    if (person.name.length >= 2 && at >= 0) marking.take(person.name, leaders([person]), 'whole', at)
  }
  marking.text = marking.text.replace(new RegExp(`(?<=[\\ue000-\\uf8ff])(?:${TITLE}|同志|领导)`, 'gu'), '')
}
