/**
 * 请人去做: how people ask for something to be done, as against asking what a rule allows. Both begin with 能不能;
 * what follows tells them apart: 能不能派个人来 is for people, 能不能抵扣 for the documents.
 */

const ABLE = '(?:能不能|能否|可否|可不可以|可以不可以|谁能|谁可以)'
const FIRST = '(?:先|再|也|就|都|尽快|赶紧|快点|早点|早日|想办法|有人)*'
/** Whose doings a rule governs: 能不能给员工少缴 is no request. */
const GOVERNED = '(?!.{0,3}(?:员工|职工|工人|个人|客户|对方|农户|股东|残疾人|退役))'

const DOINGS = [
  // for us, through others
  `(?:给|帮|替|让|叫)${GOVERNED}|(?:跟|向|往|找)(?!人代|别人代|第三方|中介)|催|派|把(?:我们|俺|咱|那|这|它)|请(?!假)|有人`,
  '牵|搭|介绍|推荐|引荐|对接|联系|协商|商量|沟通|谈|调解|调剂|问|过问|反映|转达|出面',
  // come, hold, set up
  `组织${GOVERNED}|安排${GOVERNED}|来(?:个|人|一趟|几|看|现场)|出(?:个|一?下|出|点|主意|具?证明)`,
  '(?:办|开|搞|做)(?:个|一?场|一?次|一?期|场)|(?:设|装)(?:个|一|上)|加(?:开|派|装|个|一个|快|宽)|多(?:装|加|开|派|给|来|组织|办|搞)',
  // put right
  '解决|处理|管(?!理)|弄|修(?!改|订|正)|挪|移走|清(?:一?清|理|走)|改善|指定|争取|落实|换(?:个|一家|一?台)|留(?:个|一|点)|拓宽|降(?:一?降|点|低|下来)',
  '恢复(?:供|送|通|正常)|通(?:上|电|水|气|车|网)|接(?:上|通|进)|放(?:款|行|我们|一?放|宽)|早(?:点|些|日)|快(?:点|些)|尽快|赶紧',
  // spare us
  '考虑|重视|支持|照顾|通融|宽限|缓(?:一?缓|几|两|一(?:下|段|阵)|到|半|个)|松(?:一?松|口)|分几|想(?:个|点|想)',
  '(?:别|不要)(?:再|一刀切|断|停|罚|拆|收|催|查|来)|少(?:来|收|罚|要|查|停)',
].join('|')

/** 能不能 with something that people do for one another. */
export const ASKED_OF_PEOPLE = new RegExp(`${ABLE}${FIRST}(?:${DOINGS})`, 'u')

/** 慢慢, 天天 are no softened verbs; 查查, 讲讲 may be asked of the documents. */
const DOUBLED = '([^天年月日人家常刚仅慢往渐查讲看\\s])一?\\1'

/** 能不能挪一挪, 松一下, 快点: a verb said twice or made small is a request, whatever the verb. */
export const ASKED_SOFTLY = new RegExp(
  `${ABLE}[^，。？！\\s]{0,12}?(?:${DOUBLED}|(?<![查问看讲说]|了解|咨询|解释)一下|[^一有]点(?=$|[啊吧呗呢，。？\\s]))`,
  'u',
)
