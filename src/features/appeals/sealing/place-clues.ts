/** 某镇, 某村, 某路; 给镇政府修路 → 做某工程. Pure. */
import type { Directory } from '../../../kernel/directory.ts'
import type { Clue } from './clues.ts'

/** A place's kind, and how it is spoken of when its name is left out. */
const kinds: readonly (readonly [ending: string, instead: string])[] = [
  ['产业集聚区|集聚区|工业园区|产业园区|工业园|产业园|科技园|物流园|开发区|经开区|高新区|园区', '某园区'],
  ['街道办事处|街道', '某街道'],
  ['支行|分行|信用社|分理处', '某银行网点'],
  ['中学|小学|幼儿园|学校|高中|初中', '某学校'],
  ['卫生院|医院', '某医院'],
  ['变电站|收费站|加油站|客运站|火车站', '某站点'],
  ['小区|家园|花园|大厦|广场|商城|市场', '某处'],
  ['水库|大桥|河桥|高速口|路口', '某处'],
  ['大道|路|街|巷', '某路'],
  ['镇|乡', '某镇'],
  ['社区|村', '某村'],
]

const before =
  /^.*(?:我们在|我在|就在|位于|地址是?|镇上|村里|在|给|到|从|向|往|对|为|把|被|由|是|的|了|和|与|跟|去|过|靠近|我们|俺们|他们|你们|欠|找|进|出|修建?|建设?|盖|铺|走|通|堵|全|整个|各|每|这条?|那条?|一[条个座家所]|几[条个座家所]|两[条个座家所]|哪[条个座家所]|[条个座家所]|里|上|下|外|门口|前面|后面|旁边|对面)/u

/** Of no use as names: 公路, 城镇, 农村, 菜市场. */
const unnamed =
  /^(?:公|道|线|思|电|铁|马|网|套|一|半|出|退|活|岔|水|小|大|老|新|土|泥|石子|柏油|水泥|高速公|城|乡|本|农|新农|建材|农贸|菜|批发|超|国内|国外|海外|国际|房地产|劳动力|人才|资本|金融|建筑|机械|中|工业|乡村公|生产道|城市道|县乡道|中心|人民|重点|公办|民办|职业|私立|县|市|省|东|西|南|北|前|后|上|下|左|右|门|逛|这|那|步行|商业|沿|主|次|支|环)$/u

const number = '(?:\\d{1,4}号(?:院|楼|厂房)?|[一二三四五六七八九十]{1,3}(?:组|社|队))?'

function namedPlaces(text: string): Clue[] {
  const found: Clue[] = []
  for (const [endings, instead] of kinds) {
    for (const match of text.matchAll(
      new RegExp(`([\\u4e00-\\u9fa5A-Za-z]{1,8}?)(${endings})${number}`, 'gu'),
    )) {
      const [whole, front = '', ending = ''] = match
      const name = front.replace(before, '')
      const isVillage = instead === '某村' || instead === '某镇'
      if (name === '' || unnamed.test(name) || (name.length < 2 && !isVillage)) continue
      // 路上, 街面, 村民, 市场价: the sign belongs to another word.
      if (
        ending.length === 1 &&
        /^(?:由|面|上|子|灯|况|途|费|政|径|线|人|民|委|长|办|道|头|口|边|过|演|坊)/.test(
          text.slice(match.index + front.length + 1),
        )
      ) {
        if (!isVillage || !/^(?:民|委|长|头|口|边)/.test(text.slice(match.index + front.length + 1))) continue
      }
      found.push({
        kind: 'place',
        at: match.index + front.length - name.length,
        text: name + whole.slice(front.length),
        instead,
      })
    }
  }
  for (const match of text.matchAll(/[东西南北中]区(?![分域别])/gu))
    found.push({ kind: 'place', at: match.index, text: match[0], instead: '某区' })
  return found
}

const built =
  '道路|公路|水泥路|柏油路|村路|路面|路灯|路|大桥|桥梁|桥|办公楼|教学楼|宿舍楼|楼|厂房|学校|校舍|水渠|渠道|渠|管道|管网|大棚|广场|绿化|亮化|污水厂|泵站|宿舍|卫生院|机井|围墙|河道|堤坝|公厕|停车场'
const doing = '(?:承建|承包|施工|修建|修|建|盖|铺设|铺|造|安装|装|打|做)'
const built_ = new RegExp(
  `${doing}(?:了|的|过|完)?(?:[一二两三\\d]+[条座栋个段])?[\\u4e00-\\u9fa5]{0,6}?(?:${built})`,
  'gu',
)
const named =
  /([\u4e00-\u9fa5A-Za-z0-9]{1,14}?)(?:改造工程|建设工程|绿化工程|亮化工程|安置房项目|建设项目|改造项目|工程|项目)(?!款|量|师|队|部|类|施工|审批|验收|经理|贷)/gu
const noProject =
  /^(?:.*(?:我们|这个|那个|一个|几个|两个|该|本|的|了|做|干|接|搞|有|个|承包|承接|土建|建筑|装修|绿化|基建|土方|安装|政府|镇里|县里|市里|公家|所有|各|小|大|新|老|上马|立项|申报|申请|重点|扶持|奖补|产业|技改|科技|系统|配套|民生|惠民|某))$/u

/** Work done for somebody: who did it for whom is known to everybody there. */
function projects(text: string): Clue[] {
  const found: Clue[] = []
  for (const match of text.matchAll(built_)) {
    const around = text.slice(Math.max(0, match.index - 14), match.index)
    if (!/给|替|为|承|中标|包|我们?|俺们?|帮|欠/.test(around)) continue
    found.push({ kind: 'project', at: match.index, text: match[0], instead: '做某项工程' })
  }
  for (const match of text.matchAll(named)) {
    const front = match[1] ?? ''
    const name = front.replace(
      /^.*(?:给|把|在|到|从|是|的|了|和|与|跟|做|干|接|修|建|承包|承建|承接|中标|参与|负责)/u,
      '',
    )
    if (name.length < 2 || noProject.test(name)) continue
    const skipped = front.length - name.length
    found.push({
      kind: 'project',
      at: match.index + skipped,
      text: match[0].slice(skipped),
      instead: '某工程',
    })
  }
  return found
}

/** Places by name, the roster's towns wherever they stand, and works that only one firm did. */
export function findPlaceClues(text: string, directory: Directory): readonly Clue[] {
  const towns = new Set([...directory.companies.values()].flatMap(({ town }) => town ?? []))
  const known: Clue[] = []
  for (const town of towns)
    for (let at = text.indexOf(town); at >= 0 && town.length >= 2; at = text.indexOf(town, at + 1))
      known.push({ kind: 'place', at, text: town, instead: '某镇' })
  return [...known, ...namedPlaces(text), ...projects(text)]
}
