/**
 * Whether a text calls for gifts. Only a qualified charity may do so in public, and only through a drive with its
 * papers (Charity Law art. 22, 26 and 113), so no other broadcast carries such a text. Pure.
 */
import { toHalfWidth } from '../kernel/chinese-numbers.ts'

/** Words that are a call by themselves. */
const CALLS =
  /慷慨解囊|伸出援手|一日捐|献(?:上|出)?(?:一份|一片)?爱心|奉献爱心|(?:倡议|号召|呼吁|动员|发动|恳请)[^。;\n]{0,40}(?:捐|募|认领物资)|(?:募捐|捐款|捐赠|捐助|募款)倡议|(?:踊跃|积极|自愿|爱心|带头|集中|组织|开展|发起|统一)[^。;，,\n]{0,6}(?:捐(?!助站)|募捐|筹款|众筹)/u
const GIVES =
  /捐(?!客|书站|助站)|募集|募款|善款|筹款|众筹|爱心款|献爱心|(?:凑|集|出)(?:点|些)?(?:份子|爱心)?钱(?:帮|救|给)/u
const ASKS =
  /请|希望|盼|欢迎|拜托|麻烦|帮(?:帮|一?下|忙)|大家|各位|每(?:家|户|人|个?企业)|转(?:账|到|给)|打(?:到|入|进)|汇(?:到|入|款)|收款|账号|账户|二维码|扫码|不少于|不低于|自愿|可以捐|有力出力|认(?:领|捐)|报(?:名|给|到)/u
/** News of gifts, thanks, papers, warnings, and what is given of one's body. */
const SPEAKS_OF =
  /感谢|致谢|鸣谢|捐赠(?:票据|证书|仪式|公示|名单|人)|公示|募集资金|已(?:经)?(?:募集|捐|收到)|(?:收到|到账)[^。;\n]{0,12}捐|献血|捐献|遗体|骨髓|器官|谨防|警惕|诈骗|骗局|严禁|不得|禁止|抵扣|税前扣除|捐赠(?:支出|扣除|政策|免税)|政策|怎么(?:捐|扣)/u

/** What people give for, without a word of giving in it. */
const CAUSE =
  /灾|困难|贫困|特困|大病|重病|治病|看病|住院|孤儿|残疾|助学|抗洪|防汛|抗旱|抗疫|爱心|心意|送温暖|难关/u
const AMOUNT =
  '[^。;!?\\n]{0,4}[\\d一二两三四五六七八九十百千万几][^。;!?\\n]{0,4}?(?:元|块|百|千|万|钱|箱|床|袋|件|吨|斤|桶|份)'
/** 献份心意, 凑钱, 每家出五百, 发个红包, 有钱的出钱. Somebody pays, or hands goods in. */
const PAYS = new RegExp(
  [
    '(?:凑|掏|献)(?:点|些|个|几|一)*(?:钱|物|份子|份?心意|爱心)',
    `(?:每(?:家|户|人|个?企业)|各(?:家|户|企业)|一家)[^。;!?\\n]{0,6}(?:出|交|拿|凑|献|赞助|支持|送|打)${AMOUNT}`,
    `(?:每(?:家|户|人|个?企业)|各(?:家|户|企业)|一家)[^。;!?\\n]{0,4}准备${AMOUNT}[^。;!?\\n]{0,8}(?:送|交)[到给至]`,
    '红包|份子钱?|有钱的?出钱|多少不限|不嫌少|(?:出|拿|交)(?:点|些)钱',
  ].join('|'),
  'u',
)
/** Money or goods that go the other way, or are owed. */
const OTHER_WAY = /领取|申领|申报|上报|报送|贴息|发放|补助|补贴|保险|理赔|贷款|奖励|会费|缴费/u
/** Spaces and signs that are not seen, within a word. */
const APART = /(?<=\p{Script=Han})[\p{Cf}\p{Zs}\t·*_]+(?=\p{Script=Han})/gu

/** A sentence at a time, so that thanks in the first do not excuse the call in the second. */
export function asksForGifts(text: string): boolean {
  return toHalfWidth(text)
    .split(/[。;!?\n]+/u)
    .some((sentence) => asks(sentence) || asks(sentence.replace(APART, '')))
}

function asks(sentence: string): boolean {
  if (CALLS.test(sentence)) return !/谨防|警惕|诈骗|骗局|严禁|不得|禁止|感谢|公示|献血/u.test(sentence)
  if (SPEAKS_OF.test(sentence)) return false
  if (GIVES.test(sentence) && ASKS.test(sentence)) return true
  return CAUSE.test(sentence) && PAYS.test(sentence) && !OTHER_WAY.test(sentence)
}

/** Whether a broadcast calls for gifts: by its text, or by the name of what is attached. */
export const callsForGifts = (text: string, files: readonly { readonly name: string }[] = []): boolean =>
  asksForGifts(text) || files.some(({ name }) => asksForGifts(name))
