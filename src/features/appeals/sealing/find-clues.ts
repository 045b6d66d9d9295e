/** 重新识别: finds what in some words still gives their author away, and proposes coarser words for each. Pure. */
import type { Directory } from '../../../kernel/directory.ts'
import { findNumbers } from '../../../kernel/privacy.ts'
import { wantsToBeSealed } from '../reading/sealing.ts'
import { type Clue, clue, settleClues } from './clues.ts'
import { coarserAmount, coarserCount, coarserDate } from './coarser.ts'
import { nameClues } from './name-clues.ts'
import { findPlaceClues } from './place-clues.ts'

/** Everything that gives its author away, in order; `now` says what 去年 is. Takes some milliseconds for a long text. */
export function findClues(text: string, directory: Directory, now: Date): readonly Clue[] {
  return settleClues([
    ...wishClues(text),
    ...numberClues(text),
    ...nameClues(text, directory),
    ...patternClues(text),
    ...dateClues(text, now),
    ...findPlaceClues(text, directory),
    ...tradeClues(text, directory),
  ])
}

/** That they are afraid, and of whom, is not for the unit. */
function wishClues(text: string): Clue[] {
  return [...text.matchAll(/[^\s，,、。！!？?；;]+[，,。！!？?；;]?/gu)]
    .filter((match) => wantsToBeSealed(match[0]))
    .map((match) => clue('wish', match.index, match[0], ''))
}

function numberClues(text: string): Clue[] {
  const found = findNumbers(text).map(({ kind, at, text: said }) =>
    kind === 'amount'
      ? clue('amount', at, said, coarserAmount(said))
      : clue('number', at, said, '（号码不写）'),
  )
  // 138******34: what the mask left still tells one number from another.
  const masked = [
    ...text.matchAll(
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]?[0-9A-Za-z]{0,4}\*{3,}[0-9A-Za-z]{0,4}/g,
    ),
  ]
  return [...found, ...masked.map((match) => clue('number', match.index, match[0], '（号码不写）'))]
}

const counted =
  '名(?:工人|员工|职工)?|位(?:工人|员工|职工)|个(?:工人|员工|职工|人|大棚|车间|股东)|户|亩|平方米?|平米|㎡|吨|台|辆|套|间|头|只|棵|人(?!民|家|大|才|工|员)'

function patternClues(text: string): Clue[] {
  const found: Clue[] = []
  for (const match of text.matchAll(
    new RegExp(
      `(\\d{2,7}(?:\\.\\d+)?|[一二三四五六七八九]?[十百千][一二三四五六七八九十百零]{1,6})(?:多)?\\s*(${counted})`,
      'gu',
    ),
  ))
    found.push(clue('quantity', match.index, match[0], coarserCount(match[1] ?? '', match[2] ?? '')))
  for (const match of text.matchAll(
    /(?:合同|协议|文件|项目|批文|批复|许可证?|受理|订单|发票|信用代码|备案|标段|招标|中标|案|文书)(?:的)?(?:编号|号码|号|代码)?[是为:： ]{0,3}([A-Za-z0-9][A-Za-z0-9\-/_]{5,})/gu,
  ))
    found.push(
      clue(
        'document',
        match.index + match[0].length - (match[1] ?? '').length,
        match[1] ?? '',
        '（编号不写）',
      ),
    )
  for (const match of text.matchAll(
    /[\u4e00-\u9fa5]{0,6}[〔[（(]\s?20\d\d\s?[〕\]）)]\s?[\u4e00-\u9fa5]{0,4}\d{1,5}\s?号/gu,
  ))
    found.push(clue('document', match.index, match[0], '某文件'))
  for (const match of text.matchAll(
    /(?:(?:全|我们|本|咱)?[县市镇省乡村](?:里)?(?:就|是|的)?)?(?:唯一|独)(?:的)?(?:此)?一家|(?:就|只有|只)(?:我们|俺们|咱们|我)(?:这)?一家|(?:全|本)[县市镇省乡](?:的)?(?:第一家|最大的|唯一的?)(?:一家)?/gu,
  ))
    found.push(clue('only', match.index, match[0], '其中一家'))
  for (const match of text.matchAll(
    /(?<=我是|我们是|本人是|作为|身为|我当着?|我还是)(?:[\u4e00-\u9fa5]{0,6}?)(?:人大代表|政协委员|党代表|副?会长|理事长|劳模|劳动模范|村支书|妇联主席)/gu,
  ))
    found.push(clue('position', match.index, match[0], '经营者'))
  for (const match of text.matchAll(
    /(?:省|市|县|国家)级?(?:专精特新|高新技术|小巨人|龙头|单项冠军|瞪羚|独角兽)(?:"?小巨人"?)?(?:企业)?/gu,
  ))
    found.push(clue('only', match.index, match[0], '有资质的企业'))
  return found
}

const month = '(?:0?[1-9]|1[0-2]|[一二三四五六七八九十]{1,2})'
const day = '(?:[0-2]?\\d|3[01]|[一二三四五六七八九十]{1,3})'
const dates = new RegExp(
  [
    `(?:19|20)\\d\\d\\s?年(?:\\s?${month}\\s?月(?:份)?(?:\\s?${day}\\s?[日号])?)?(?:年?初|年?底|上半年|下半年|春天|夏天|秋天|冬天)?`,
    `二[〇零○0][〇零○一二三]?[〇零○一二三四五六七八九]年(?:${month}月(?:份)?(?:${day}[日号])?)?(?:初|底|上半年|下半年)?`,
    `(?<![\\d.])[012]\\d年(?=${month}月|初|底|上半年|下半年|完|竣|开工|签|修|建|干|做|交|验|投产|春|夏|秋|冬|的时候)(?:${month}月(?:份)?(?:${day}[日号])?)?(?:初|底|上半年|下半年)?`,
    `(?:去年|前年|今年)?\\s?${month}月(?:份)?${day}[日号]`,
    `(?:去年|前年)${month}月(?:份)?`,
    `(?:19|20)\\d\\d[-/.](?:0?[1-9]|1[0-2])(?:[-/.](?:0?[1-9]|[12]\\d|3[01]))?(?![\\d-])`,
  ].join('|'),
  'gu',
)

function dateClues(text: string, now: Date): Clue[] {
  return [...text.matchAll(dates)].map((match) =>
    clue('date', match.index, match[0], coarserDate(match[0], now)),
  )
}

/** A trade that one company of the roster has in the town that is named, or in the whole county. */
function tradeClues(text: string, directory: Directory): Clue[] {
  const found: Clue[] = []
  const companies = [...directory.companies.values()]
  const townsNamed = [
    ...new Set(companies.flatMap(({ town }) => (town !== undefined && text.includes(town) ? [town] : []))),
  ]
  for (const trade of new Set(companies.flatMap(({ trade }) => trade ?? []))) {
    const at = trade.length < 2 ? -1 : text.indexOf(trade)
    if (at < 0) continue
    const same = companies.filter((one) => one.trade === trade)
    const isAlone =
      same.length === 1 || townsNamed.some((town) => same.filter((one) => one.town === town).length === 1)
    if (isAlone) found.push(clue('trade', at, trade, '某行业'))
  }
  return found
}
