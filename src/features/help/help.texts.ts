/** 我能做什么: by role, with examples as people say them. At most five lines, whoever asks. */
import type { Role } from '../../kernel/person.ts'
import { TOLD_ASIDE } from '../../kernel/told-aside.ts'

const LINES = 5

const FILE = '遇到难处直接说，例如“那笔贷款下月到期，银行不给续”，您核对后给编号。'
const STATUS = '问进度：“我的诉求到哪一步了”。'
const POLICY =
  '问政策：“稳岗返还要什么材料”，我引原文和条款，查不到会直说，答得不对就回“不对”；“我能申请哪些政策”，按“企业资料”逐条替您对照。'
const PRIVATE = '在群里@我也行，群里只回编号，细节都在私聊说。'
const BIND = '已经是会员的，向工作人员要绑定码，私聊发“绑定 绑定码”，我就认得您。'
const ALSO = '也可以直接说难处，或者问政策，例如“稳岗返还要什么材料”。'

/** What is asked of each role most comes first: with several roles, only the first of each may fit. */
const BY_ROLE: Readonly<Record<Role, readonly string[]>> = {
  leader: [
    '问数：“我包的企业还有几件没办完”“超期的是谁在办”“这个月解决率比上个月”“哪个部门最慢”“积压的都多久了”；接着说“继续”“第二个详细说说”“为啥跌了”“给我表格”“发个链接”“念给我听”。数后面的“明细12”是编号，随时说一遍就打开当时那份清单。',
    '问一件：“0012 到哪一步了”，或者说企业名加事由；开会用：“给 0012 0008 出一页协调会材料”。',
    '问动态：“昨天有啥新情况”“这个月办结了几件”；问分工：“某某公司现在谁包”；早报：“早报改到7点半”“不要早报了”。',
    '批示：回那封信或者带编号说，例如“0012 请金融办牵头，三天内回我”；看回音：“我的交办”。走访：“今天去了某某公司，缺工三十个”“我这个季度走访了哪些”。',
  ],
  staff: [
    '看和派诉求：“没办完的诉求”“派单 0012 金融办 3个工作日”；暂停、并单、协调会、台账等，说“诉求命令”都列给您。开会用：“给 0012 0008 出一页协调会材料”；每月：“10月通报”。领导走访：“走访要求 每季度每个商会1次，会议每年1次”“谁还没走访”；替领导记：“王县长昨天走访了某某公司，…”；核定带回来的问题：“走访线索”。',
    '发通知：“通知 后河镇的企业 周三下午三点开会，收到请回复”；“谁没回 通知57”“催一下没回的”“更正 通知57 三点改成两点半”；报名：“开个接龙 周五参观报名（限40人）”，“有哪些接龙”。发之前都先给您看原文和人数。',
    '募捐：“发起募捐 防汛救灾”，手续不全的发不出去；“募捐3对账”“发进展 募捐3”“公示 募捐3”“结束募捐3”。',
    '政策文件：“有哪些文件”；把文件发来说“入库”；“修改文件 名字 文号是…”；“待核对文件”“文件关系”“快到期的文件”。没答上的：“待答问题”，“答 W-0003 …”，请另一位“审核 W-0003”。申报条件：“标条件 名字”，“已标政策”。大家的说法和文件写法不同：“加词 过桥 = 转贷”，“词条建议”。发绑定码：“发绑定码 姓名”。看各渠道在不在线：“渠道状态”。',
  ],
  reviewer: [
    '审批：通知和倡议书的原文、人数会私信您，回“确认发送 8842”或“不发 8842”（编号以信上的为准）。自己拟的不能自己批。',
    '政策答复：“待答问题”，看过说“审核 W-0003”或“退回 W-0003 原因”。',
  ],
  handler: [
    '派给本单位的诉求会私信您。签收：“签收 0012”。',
    '办好了：“0012 已办结”再说做了什么。',
    '不归本单位：“退回 0012”再说理由；进展、延期等，说“诉求命令”都列给您。',
    '领导交办的：办好了回“J-0001 已办”再说结果；都有哪些：“我的任务”。',
  ],
  officer: ['交给您跟的事会私信您。'],
  secretary: [
    '看本商会回执：“通知57 谁没回”。',
    '在本商会群里报名：“开个接龙 周五参观报名（限40人）”，“有哪些接龙”。',
    '会员没绑定的，请他向工作人员要绑定码。',
  ],
  auditor: ['查台账：“还有几件没办完”“0012 到哪一步了”，全部都能看，不能改。'],
  member: [FILE, STATUS, POLICY, PRIVATE],
}

/** Duties before membership: who holds an office asks for that. */
const ORDER: readonly Role[] = [
  'leader',
  'staff',
  'handler',
  'reviewer',
  'secretary',
  'auditor',
  'officer',
  'member',
]

/** One from each role in turn, so that nobody with several roles misses one of them. */
function linesFor(roles: readonly Role[]): readonly string[] {
  const held = ORDER.filter((role) => roles.includes(role))
  const duties = held.filter((role) => role !== 'member')
  if (duties.length === 0) return held.includes('member') ? BY_ROLE.member : [FILE, STATUS, POLICY, BIND]
  const lines: string[] = []
  for (let turn = 0; turn < LINES; turn++) {
    for (const role of held) {
      const line = BY_ROLE[role][turn]
      if (line !== undefined) lines.push(line)
    }
  }
  const room = LINES - 1
  if (lines.length >= room) return lines.slice(0, room)
  return held.includes('member') ? lines : [...lines, ALSO]
}

export const helpTexts = {
  abilities: (federation: string, roles: readonly Role[]) =>
    [`我是${federation}的服务助手，是个程序，不是真人。可以这样用我：`, ...linesFor(roles)].join('\n'),
  abilitiesInGroup: () => `在这里@我说难处、问政策就行。详细用法${TOLD_ASIDE}。`,
  who: (federation: string) =>
    `我是${federation}的服务助手，是个程序，不是真人。您说的事由工商联工作人员和承办单位的人来办，我负责登记、转告和查进度。`,
  whoInGroup: () =>
    '我是工商联的服务助手，是个程序，不是真人。您说的事由工作人员来办，我负责登记、转告和查进度。',
  human: () =>
    '我是程序，这里不能直接转接真人。您把事情说给我，登记以后工作人员会看到；着急的话，请直接联系工商联工作人员。',
  listening: () => '在的，您请说。',
  greeting: (federation: string) =>
    `您好，我是${federation}的服务助手（是程序，不是真人）。在的，您请说。想看我能做什么，说“帮助”。`,
  thanks: () => '不客气，有事随时说。',
  agreed: () => '好的，有事随时说。',
  redPacket: () => '红包我发不了，也不能收，心意领了。有难处或想问政策，随时说。',
  chatter: () => '在呢。有难处或想问政策，随时跟我说。',
}
