/** What one clause of a short line says about a notice, whoever it is said of. Patterns alone; pure. */

/** What a clause can be; `goes` says that somebody comes, but could be said of anything: 去, 我来. */
export type Sense =
  | 'question'
  | 'leave'
  | 'later'
  | 'ack'
  | 'one'
  | 'attend'
  | 'instead'
  | 'agree'
  | 'goes'
  | 'doubt'
  | 'everybody'
  | 'away'
  | 'deputy'
  | 'polite'
  | 'other'

const OFFICES = '领导|主任|主席|秘书长|部长|科长|局长|书记|老师'
/** Whoever sends notices, as people speak to them. */
export const OFFICE = new RegExp(OFFICES, 'u')
const TONE = '[了啦喽咯咧嘞哩啊呀哈呢哦噢喔的滴吧~]'
const GOOD = 'o+k+|okok|好+的?|好[嘞滴呢哒]|[嗯恩唔]+[呐哪]?|哦+|噢|是的?|中嘞?|得嘞|行|没问题'

/** 收到 in the ways it is mistyped; each also stands for another word, so it counts only as a whole clause. */
const MISTYPED = /^(?:收[倒道导刀岛]|[手受首售守]到|收+到+|shou ?dao|sd)(?:了|啦|咯)*$/u
const RECEIVED = '(?:收+到+|收悉|收着|签收|收到[倒道])'
const KNOWN = '(?:知悉|已?阅|阅知|阅悉|已读|知道|知晓|晓得|晓得了|了解|明白|清楚|看到|看见|看了)'
const BEFORE = `(?:${GOOD}|已经?|均已?|都|也|确实|确认|(?:回复?|来|补|打)个|(?:我们?|俺们?|咱们?|本|我)(?:公司|单位|企业|厂|店|司|家|方)?|公司|企业|本人|我[这方]?边|这边|刚刚?|刚才|才|通知|文件|信息|消息|短信|内容|精神|全部|确认|回复[:：]?|会议|\\p{Script=Han}{0,8}(?:商会|协会|联合会)|秘书处|办公室|${OFFICES})`
const WHOLE = new RegExp(
  `^${BEFORE}*(?:${RECEIVED}|${KNOWN})${TONE}*(?:(?:${RECEIVED}|${KNOWN})${TONE}*)*(?:会议)?(?:通知|文件|信息|消息)?(?:${OFFICES}|各位|\\+?1)?${TONE}*$`,
  'u',
)
/** 收到我叫会计把报表准备好: spoken without a pause. */
const BEGINS = new RegExp(`^${BEFORE}*${RECEIVED}${TONE}*(?!$)`, 'u')
const SIGNS = /^(?:[👌✅☑✔🆗]+|\[ok\]|\[好的\])$/u
/** 1 of 1 吨 is no answer: it counts where nothing else is said. */
const ONE = /^(?:\+?1|加1|①|⒈|㈠)$/u

/** 收到款了, 收到请回复, 收到没: words about receiving, not an answer. */
const OF_GOODS =
  /收到.{0,4}(?:款|货|钱|红包|快递|包裹|发票|票据|信$|样品|设备|配件|合同|报价|定金|转账|工资|邮件|传票|罚单|礼|奖)|收到(?:[的后]|了?(?:请|回)|时|以后|之后|者)/u
const NEGATIVE = /(?:没|没有|未|还没|不能|别|不|无法)(?:有)?(?:收|看|阅|知)(?:到|见|道|悉|晓)?/u
const ASKS =
  /[?？]|吗|么$|[了到]没|没有?[啊呀]?$|没有?[啊呀]各位|[去来带行要]不$|[了到道]吧$|哪|几[点号楼时个]|多少|多久|啥|什么|谁|怎么|咋|(.)不\1|有没有|请问|是否|能否/u

const LEAVES =
  /请(?:个|一个|一次|一天|半天|病|事)?假|告个?假|缺席|(?:去|来|到|回|参加|出席|赶过?[来去])不(?:了|成|及)|赶不(?:上|及|回|过)|(?:不能|没法|无法|没办法|不便|不克)(?:.{0,2})(?:去|来|到|参加|参会|出席|到场|到会)|不(?:去|来|参加)[了啦]?$|[走抽脱]不开|没空|没时间|不得空|^(?:我|俺)?(?:[今明后]天|大后天|那天|当天|[周星期礼拜]{1,2}[一二三四五六日天末]|[\d一二三四五六七八九十]+[号日])(?:上午|下午|中午|晚上?)?(?:恐怕|真|确实)?不行(?:啊|呀|了|哦|哈)*$/u
/** 不用请假了, 请假条, 请假的人: about leaves, not one. */
const OF_LEAVES = /(?:不用|不|没说?|没有|取消|作废|谁)请.{0,2}假|请.{0,2}假(?:条|的|作废|制度|了没)/u
/** These speak of a meeting and nothing else: they need no 收到 in front. */
const BOWS_OUT =
  /^(?:不好意思|抱歉|对不[起住])?(?:我|俺|本人)?(?:想|要|得|需要|就|先|这次|那天|当天|明天|后天)*(?:家里|家中|身体|临时|确实|厂里|公司)*(?:有点?|有急)?(?:事情?|不舒服|不适|不便)?(?:请(?:个|一个|一次|一天|半天|病|事)?假|告个?假|缺席)(?:一?次|一?天|半天|了|哈|啊|吧)*$|参加不了|不参加了|(?:不能|没法|无法|没办法|不便)(?:.{0,2})(?:参加|参会|出席|到会)/u
const COMES_NOT =
  /^(?:不好意思|抱歉|对不[起住])?(?:我|俺|本人|我们)?(?:就|恐怕)?(?:明天|今天|后天|大后天|[\d一二三四五六七八九十]+[号日]|周.|星期.|下午|上午|晚上|那天|当天|到时候?|这次)?(?:不在家)?(?:我|俺)?(?:有事)?(?:(?:去|来|到|参加)不(?:了|成)|不能(?:去|来|到))(?:了|啦|啊|哈|呀|哦)*$/u
/** Said to whoever invited or waits for something: 明天我去不了你厂里. */
export const TO_ONE = /你|您那|咱|货|车/u

const COMES =
  /^(?:我们?|又|俺们?|本人|到时候?|届时|那天|当天|明天|后天|一定|会|肯定|保证|可以|能|准时|按时|准点|一准|亲自|报名|确认|确定|正常|申请|有空|都|也|全部|我家|我们家|家里|\d+个?人|[一两二三四五六七八九十]个?人|[\d一二三四五六七八九十]+[号日]前?)*(?:参加|参会|到会|到场|出席|赴会|与会|(?:准时|准点|按时|亲自|一定|肯定|会|能|保证)(?:去|到|来)|赶得?回来?|能回来)(?:会议|活动|培训)?(?:了|的|哈|啊)*(?:\+?\d+个?人?)?$/u
const GOES = /^(?:我|俺)?(?:去|来|到)(?:的|了)?$/u
/** 让小孙去参加: somebody else comes instead. */
const INSTEAD =
  /(?:让|派|叫|委托|安排|由)(?!我(?:说|回|代|收|转))[^一]{1,10}?(?:代?[替表为]?我?)(?:去|参加|参会|出席|到会)/u
const TOGETHER = /一起|一同|陪|带/u

const AGREES = new RegExp(`^(?:${GOOD}|可以的?|要得|妥+了?|成|欧了|遵命|👍+|\\[强\\]|💪+)[啊呀哈的]*$`, 'u')
/** 好的主任: said to the office that asked. */
const AGREES_TO_OFFICE = new RegExp(`^(?:${GOOD})(?:${OFFICES})$`, 'u')
const LATER =
  /(?:晚点|晚会儿?|晚些|晚上|稍后|稍候|稍等|回头|待会儿?|等会儿?|等下|等一下|一会儿?|会后|下班|下课|下车|落地|忙完|到家|停下?车|空了|有空)(?:了|后|再|我|回去|在)*(?:细|仔细|认真)?(?:看|回|瞧|答复)|(?:到了|完了?|后|时|回去?)再(?:细|仔细|认真)?(?:看|回|瞧)(?!情况|看)/u
/** 可能晚到一会 comes. */
const LATE = /(?:晚|迟)(?:点|一点|些|一会儿?|几分钟|半小时)*到/u
/** 都收到了, of those whom somebody answers for, or of letters: for whom it is, is not said. */
const EVERYBODY =
  /^(?:除.{1,12}外?|(?:我们)?\p{Script=Han}{0,8}(?:商会|协会|联合会|会员|各家|大家|企业))*(?:全部|全都|都|全体)(?:已经?|也)?(?:收到|知道|通知到|知悉|回了)/u
const DOUBTS = /不一定|不确定|未必|还没定|看情况|尽量|争取|再说|再看|可能|也许|说不准|待定|定不下/u
/** 能不能去还不一定 is no question. */
const OPEN = /看(?:看)?能不能|能[来去]就[来去]|不一定|不确定|还没定|说不准|未必|看情况|定不下/u
const AWAY = /出差|在外|外地|外省|外面|住院|国外|产假|不在家|没在/u
const DEPUTISES =
  /代(?:收|回|答|为|复|转|签|$)|^[（(]?代[)）]?$|(?:让|叫|托|找)我(?:说|回|代|转|帮)|转告的?$|打电话通知/u
const POLITE = new RegExp(
  `^(?:谢谢?|感谢|辛苦|麻烦|多谢|不好意思|抱歉|对不[起住]|打扰|拜托|你好|您好|支持|各位|大家|通知|您|你|了|啦|${OFFICES}|会长|明天见|到时候?见|[🙏🤝🌹😊😂😄❤💐👏]|\\[(?:抱拳|握手|玫瑰|微笑|愉快|合十|太阳|呲牙|鼓掌)\\])*$`,
  'u',
)

/** What one clause says; the first that fits, from the plainest to the vaguest. */
export function senseOf(clause: string): Sense {
  if (OPEN.test(clause)) return 'doubt'
  if (ASKS.test(clause)) return 'question'
  if (EVERYBODY.test(clause)) return 'everybody'
  if (OF_LEAVES.test(clause)) return 'other'
  if (LEAVES.test(clause)) return 'leave'
  if (LATER.test(clause)) return 'later'
  if (NEGATIVE.test(clause) || OF_GOODS.test(clause)) return 'other'
  if (ONE.test(clause)) return 'one'
  if (isAcknowledging(clause)) return 'ack'
  if (INSTEAD.test(clause) && !TOGETHER.test(clause)) return 'instead'
  if (COMES.test(clause)) return 'attend'
  if (AGREES.test(clause)) return 'agree'
  if (GOES.test(clause)) return 'goes'
  if (LATE.test(clause)) return 'other'
  if (DOUBTS.test(clause)) return 'doubt'
  if (DEPUTISES.test(clause)) return 'deputy'
  if (AWAY.test(clause)) return 'away'
  return POLITE.test(clause) ? 'polite' : 'other'
}

function isAcknowledging(clause: string): boolean {
  return (
    WHOLE.test(clause) ||
    MISTYPED.test(clause) ||
    SIGNS.test(clause) ||
    AGREES_TO_OFFICE.test(clause) ||
    BEGINS.test(clause) ||
    /^我?代(?:为)?(?:收|回)(?:到|复)?了?$/u.test(clause) ||
    /^o+k+(?:ok)*[了的]?$|^(?:欧克|欧凯)$/u.test(clause)
  )
}

/** 好的 and nothing else. */
export const isAgreement = (line: string) => AGREES.test(line.trim().toLowerCase())

/** 收到去不了: both in one breath. */
export const beginsReceived = (clause: string) => BEGINS.test(clause)

/** 请假, said of oneself: it can be meant for nothing but a meeting. */
export const isLeave = (clause: string) => BOWS_OUT.test(clause)

/** Whether a leave stands by itself, without 收到 beside it. */
export const isPlainLeave = (clause: string) => BOWS_OUT.test(clause) || COMES_NOT.test(clause)
