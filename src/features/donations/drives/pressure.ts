/**
 * Words that turn a call into apportioning, pressure or shaming. Charity Law art. 32: no apportioning, open or
 * disguised; art. 82: nobody is named who does not agree, so people who gave nothing are never spoken of either.
 */
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'

const WHOEVER =
  '(?:每|各|所有|全体|凡)(?:个|一)?(?:家|户|人|会员|企业|单位|商会|职工|员工|老板|位|成员|党员|干部)+'
/** Up to eight characters of the same breath. */
const NEAR = '[^，,。；;、\\n]{0,8}'
const AMOUNT = '[\\d零〇一二两三四五六七八九十百千万几.]+\\s*(?:多|来|余)?\\s*(?:元|块|百|千|万)'
const OFFICES =
  '(?:名誉|常务|副|正)?(?:会长|主席|理事长|理事|监事长?|秘书长|书记|局长|科长|处级|科级|股级|党员|干部|班子成员|职工|员工|会员)(?:单位|企业)?'
const PATTERNS: readonly RegExp[] = [
  /(?:变相)?摊派|派捐/gu,
  new RegExp(
    `${WHOEVER}(?:都|均)?(?:必须|务必|一律|至少|不少于|不低于|最低|都要|要|得|须|应当?|限|不能少于|保底)${NEAR}`,
    'gu',
  ),
  /(?:必须|务必|一定要|都要|都得|不得不|人人都?得?)(?:捐|认捐|参加捐|献爱心)/gu,
  /强制|硬性|起捐|限额|定额|最低捐|保底捐|任务(?:数|额|指标)|(?:捐款?|认捐|募捐|捐赠|分配)(?:的)?(?:任务|指标|名额|标准|额度)|(?:人|户|企)均(?:捐|不)/gu,
  /(?:捐款?|认捐|捐赠)(?:不少于|不低于|至少|不能少于)|(?:建议|参考|指导|统一|起步)(?:捐款?|捐赠|认捐)?(?:金额|数额|标准)/gu,
  new RegExp(`(?:建议|参考|统一|每)(?:${WHOEVER}|人|家|户)?(?:捐款?|捐赠|认捐)${AMOUNT}`, 'gu'),
  // A sum by office is apportioning, however kindly it is put.
  new RegExp(`${OFFICES}(?:捐款?|捐赠|认捐|带头捐?|各|每[人家])?[\\s:：]*${AMOUNT}`, 'gu'),
  new RegExp(`(?:每|各|按)(?:人|家|户|企业|单位|人头|职级|级别)(?:捐款?|捐赠|认捐)?[\\s:：]*${AMOUNT}`, 'gu'),
  new RegExp(`${AMOUNT}元?起(?:捐|步|$|[，,。；;\\s])`, 'gu'),
  /(?:按|根据|依据|参照)(?:产值|规模|营收|销售额|人头|人数|职务|职级|级别|会费)[^，,。；;\n]{0,6}(?:捐|认|摊|分)/gu,
  /(?:不捐|没捐|未捐|拒捐|没有捐|还?没有?认捐|尚未捐|不肯捐|捐少|少捐|不认捐|不参加|不响应)(?:款|赠)?(?:的|者|企业|单位|名单|人|户|家)/gu,
  /(?:哪|那)(?:些|几)(?:家|个|位)?(?:企业|单位|老板)?(?:还)?(?:没|未)(?:有)?捐|谁(?:还)?(?:没|不)捐|(?:就差|只差|还差)(?:你|您|贵)/gu,
  /排名|排行|排榜|名次|龙虎榜|光荣榜|红黑榜|红榜|黑榜|黑名单|通报|曝光|点名|批评|晒(?:一晒|单|榜|捐款)|比一比|看谁捐/gu,
  /(?:与|跟|和|同)[^，,。；;\n]{1,12}挂钩|影响(?:评优|评先|年检|考核|贷款|评级|续会)|纳入[^，,。；;\n]{0,6}(?:考核|评优|评先|评比|征信|信用)|作为[^，,。；;\n]{0,10}(?:考核|评优|评先|评比|换届|推荐|晋升)[^，,。；;\n]{0,4}(?:依据|参考|条件)/gu,
  /(?:取消|暂停|失去)[^，,。；;\n]{0,6}(?:会员|资格|评选|扶持|补贴)|(?:优先|优待)[^，,。；;\n]{0,8}(?:捐款|捐赠|认捐)(?:的)?(?:企业|会员)|后果自负|另行(?:处理|约谈)|约谈/gu,
  /(?:从|在)(?:工资|薪酬|奖金|货款|会费|保证金|补贴|租金)[^，,。；;\n]{0,4}(?:扣|抵|转)|代扣|直接扣|统一扣/gu,
  /(?:上门|登门|逐家|逐户|挨家)(?:收|催|劝捐|募)|催捐|催缴|(?:务必|必须)(?:于|在)[^，,。；;\n]{1,10}(?:前|之前)[^，,。；;\n]{0,4}(?:捐|缴|交|到位|完成)/gu,
]

/** 不摊派、不排名: what is ruled out in the same breath is no pressure. */
const RULED_OUT =
  /(?:不|不得|不准|不许|不会|不再|不搞|不设|不作|不做|不予|不以|不按|不与|不跟|严禁|禁止|绝不|决不|杜绝|反对|避免|没有|无)(?:任何|进行|搞|设|或者?|变相|摊派|、)*$/u

/** 必 须 and １０００元 are read as they are meant: spaces between Chinese characters hide nothing. */
const plainly = (text: string) =>
  toHalfWidth(text)
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/(?<=\p{Script=Han})[ \t*._·-]+(?=\p{Script=Han})/gu, '')

/** What has to be changed before the call may go out, each stretch once. */
export function findPressure(words: string): readonly string[] {
  const text = plainly(words)
  const found = new Set<string>()
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      if (!RULED_OUT.test(text.slice(Math.max(0, match.index - 8), match.index))) found.add(match[0])
    }
  }
  // 每家必须捐 says it all; its part 必须捐 need not be named again.
  return [...found].filter((one) => ![...found].some((other) => other !== one && other.includes(one)))
}
