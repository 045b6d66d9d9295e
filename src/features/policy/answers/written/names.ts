/** Who and what a text names: titles, offices, companies, places, people, addresses, long numbers. Read in NFKC. */

/** Ends of names of bodies and places; a name is looked at by what stands right before its end. */
const COMPANY = '(?:股份|有限|责任|集团|控股)*公司'
const BODY =
  '银行|集团|合作社|工商联|商会|协会|学会|基金会|联合会|委员会|政府|法院|检察院|仲裁院|派出所|事务所|局|厅|中心|大厅|窗口|平台|医院|学校|大学|园区|开发区|部(?!门|分|署)|委(?!托|派|任)|办(?![理法事公证结件])|处(?![理罚分置于以在])|所(?![有得在需属以称列规产涉述提致])|站'
const PLACE = '[省市县区镇乡村]|街道|社区'
const NAMED = new RegExp(`\\p{Script=Han}{1,4}?${COMPANY}|\\p{Script=Han}{1,2}(?:${BODY}|${PLACE})`, 'gu')
/** What such a name is led in by, and no part of it. */
const LED_IN = /^.*[到向由去在和与及或的从是为经被对把将以按找可请给往让至并且如即任何本该各全]/u
/** Ends that name nobody: 主管部, 地区, 超市. */
const NO_NAME =
  /有关|相关|主管|所在|上级|下级|当地|本地|注册|经营|其他|地方|全部|大部|内部|外部|干部|总部|俱乐部|门户|农村|城市|超市|上市|股市|都市|地区|山区|特区|城区|小区|场所|住所|处所|用处|好处|益处|之处|何处|处处|查处|惩处|论处|网站|咨询|服务|公共|信息|线上|网上|线下|事业|机关|分公司|子公司|总公司/u
const TITLE = /《[^》]{1,60}》/gu
const SAID = /[“「『"]([^”」』"]{2,80})[”」』"]/gu
const NUMBERED = /\p{Script=Han}{1,8}[〔[(]\d{4}[〕\])]\s*\d+号/gu
/** Addresses, mail, codes, telephone and account numbers. */
const WRITTEN = /[a-z][a-z\d@._:/?=&%-]*[a-z\d]|\d[\d\- ]{4,}\d/giu
const SURNAME =
  '[王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]'
const OFFICE =
  '先生|女士|同志|老师|师傅|主任|局长|副?县长|副?市长|副?镇长|书记|科长|处长|经理|总监|董事长|会长|秘书长|律师|法官|所长|站长|总(?![体共额量则部是之而会])'
const PERSON = new RegExp(
  `(${SURNAME}\\p{Script=Han}{0,2}?(?:${OFFICE}))|(?:联系人|负责人|联系|咨询|请找|找到?|由)[是为:]?(${SURNAME}\\p{Script=Han}{1,2})(?=[,。、;:(\\d办咨询领申]|$)`,
  'gu',
)

/** Each as it would have to stand in what is cited. */
export function namesIn(text: string): readonly string[] {
  const plain = text.normalize('NFKC')
  const found: string[] = []
  for (const [title] of plain.matchAll(TITLE)) found.push(title)
  for (const [, said = ''] of plain.matchAll(SAID)) found.push(said)
  for (const [number] of plain.matchAll(NUMBERED)) found.push(number)
  for (const [written] of plain.matchAll(WRITTEN)) found.push(written)
  for (const [, person, reached] of plain.matchAll(PERSON)) found.push(person ?? reached ?? '')
  const open = plain.replace(TITLE, ',').replace(NUMBERED, ',')
  for (const [whole] of open.matchAll(NAMED)) {
    const name = whole.replace(LED_IN, '')
    // An end alone (到县, 由公司) names nobody.
    const isName = [...name].length > 2 || (/^.[省市县区镇乡村局厅]$/u.test(name) && name.length === 2)
    if (isName && !NO_NAME.test(whole)) found.push(name)
  }
  return found.filter((name) => name !== '')
}

/** Without the space and the case that make no difference. */
export const asCompared = (text: string) => text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
