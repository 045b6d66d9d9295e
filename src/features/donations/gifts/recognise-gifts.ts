/** What people say about giving, and staff about what was booked, as plain patterns. Pure. */
import type { Listening, Reading } from '../../../conversation/feature.ts'
import type { Said } from '../../../conversation/said.ts'
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { may } from '../../../kernel/person.ts'
import type {
  ChangeOrder,
  NoteOrder,
  PledgeOrder,
  ReverseOrder,
  SheetOrder,
  WithdrawOrder,
} from './gifts.orders.ts'
import { readChange } from './pledging/read-change.ts'
import { readConsent } from './reading/read-consent.ts'
import { readAs } from './reading/read-donor.ts'
import { readDriveNumber } from './reading/read-entry.ts'
import { readGiven } from './reading/read-given.ts'

const LONGEST = 600
const NUMBER = '[#＃第号]?\\s*(\\d{1,6})\\s*号?'

const REVERSE = new RegExp(
  `^/?(?:请|帮我|把)?\\s*(?:冲销|冲掉|作废|撤销|红冲)\\s*(到账|使用)\\s*${NUMBER}[\\s,，。:：]*(?:因为|原因[:：]?|由于)?\\s*(.*)$`,
  'su',
)
const REVERSE_AFTER = new RegExp(
  `^(到账|使用)\\s*${NUMBER}\\s*(?:要|请)?(?:冲销|冲掉|作废|红冲)[\\s,，。:：]*(.*)$`,
  'su',
)
const CORRECT = new RegExp(`^/?(?:更正|改正|改一下|修改)\\s*到账\\s*${NUMBER}[\\s,，。:：]*(.*)$`, 'su')
const NOTE = new RegExp(
  `^到账\\s*${NUMBER}[\\s,，:：]*(?:的)?(?:补|记)?\\s*(?:捐赠)?(?:票据|收据|票)(?:编?号码?)?\\s*[:：是为]?\\s*([A-Za-z0-9][A-Za-z0-9-]{2,29})[。.]?$`,
  'u',
)
const LINK = new RegExp(
  `^到账\\s*${NUMBER}\\s*(?:对应|是|抵|核销|算)(?:的)?\\s*认捐\\s*${NUMBER}[。.]?$`,
  'u',
)
const BOOK =
  /^\/?(?:请|帮我)?(?:登记|录入|补录|记一?下?)?\s*(?:到账|入账|慈善(?:总会|会)?到账)(?:登记)?(?=[\s:：,，]|募捐|认捐|$)/u
const USE =
  /^\/?(?:请|帮我)?(?:登记|录入|补录|记一?下?)?\s*(?:使用|善款使用|支出|发放|拨付)(?:登记)?(?=[\s:：,，]|募捐|$)/u
const IMPORT =
  /(?:导入|上传).{0,8}(?:到账|入账|捐赠|捐款|善款|使用|支出)|(?:录入|登记).{0,8}(?:到账|入账|捐赠|捐款|善款|使用|支出)(?:表|明细|名单|台账|清单|文件)|(?:到账|入账|捐赠|捐款|善款)(?:表|明细|名单|清单).{0,6}(?:导入|上传|录入|登记)/u
const SHEET_NAME = /(?:到账|入账|捐赠|捐款|善款|募捐|使用|支出).*\.xlsx$/iu
/** Said with a workbook: 慈善会发来的到账表. */
const SHEET_WORDS =
  /(?:到账|入账|捐赠|捐款|善款|募捐|使用|支出).{0,6}(?:表|明细|名单|清单|台账|数据|情况)|(?:慈善|基金)会.{0,6}(?:发来|给|的).{0,6}(?:表|明细|名单|清单)/u
const RECONCILE =
  /^\/?(?:请|帮我|给我)?(?:看一?下|查一?下)?(?:对一?下?账|对账|三项核对|核对账目)|(?:募捐|捐款|善款)\s*\d{0,6}\s*(?:号)?(?:的)?(?:对一?下?账|账对(?:得上|上了)?|有没有没对上|差额|差在哪)/u
const WITHDRAW = new RegExp(
  `^(?:我)?(?:要|想)?(?:撤回|撤销|取消|不要了?|退掉)(?:我?的)?(?:那笔|这笔)?认捐\\s*(?:${NUMBER})?[了吧。.]*$|^(?:我)?认捐\\s*(?:${NUMBER})?(?:那笔)?\\s*(?:不捐了|撤回|取消|作废|撤销|算了|不要了)[吧。.]*$`,
  'u',
)
const NOT_GIVING =
  /^(?:我|我们)?(?:那笔|之前|上次|原来)?(?:说的|认捐的|认的)?(?:认捐)?(?:的)?(?:那笔)?(?:不捐了|不想捐了|捐不了了)[吧。.]*$/u
const MINE =
  /(?:我|我们|我们?公司|本人)的?(?:捐|认捐|认)的?(?:款|赠|那笔|钱|东西|物资)?.{0,8}(?:到账?|收到|入账|到哪|查|多少|记录|票据|发票|证书)|^(?:查|看)?(?:一?下)?我的?(?:认捐|捐款|捐赠)(?:记录|情况|明细)?$|(?:捐款?|认捐)(?:的)?(?:到账了?[吗没]|收到了?[吗没]|入账了?[吗没])/u
const CONSENT_OF = new RegExp(`^(?:认捐|到账)\\s*${NUMBER}[\\s,，:：]*`, 'u')
/** Asked how or whether, or told of what was: no promise. */
const NO_PLEDGE =
  /怎么|咋|如何|往哪|哪里|哪儿|找谁|向谁|给谁|谁捐|能不能|可不可以|要不要|必须|强制|摊派|逼|发票|抵税|抵扣|捐(?:了|过|完|的)|已经捐|多少钱|最少|至少|[?？]/u
const PLEDGE =
  /认捐|(?:我|我们|俺|咱|公司|企业|厂|单位|个人|本人|也|再|愿意?|想|要|准备|打算|代表)[^，。\n]{0,12}(?:捐|赞助)|^(?:再)?捐/u

export function recogniseGifts(said: Said, { by, answered, inProgress = '' }: Listening): readonly Reading[] {
  const { person } = by
  const text = toHalfWidth(said.text).trim()
  if (text.length > LONGEST * 4) return []
  const isStaff = may(person, 'gift.book')
  const one = (
    dialogue: Reading['dialogue'],
    label: string,
    more: Pick<Reading, 'band' | 'score' | 'data'>,
  ): readonly Reading[] => [{ dialogue, label, words: [text.slice(0, 20)], ...more }]
  const command = (dialogue: Reading['dialogue'], label: string, data: unknown) =>
    one(dialogue, label, { band: 'command', score: 0.95, data })

  if (isStaff) {
    const found = readStaffOrder(said, text)
    if (found !== undefined) return command(found.dialogue, found.label, found.data)
  } else if (BOOK.test(text) && readGiven(text)?.kind === 'given')
    return one('donations.book', '登记到账', { band: 'role', score: 0.5, data: { texts: [said.text] } })
  if (text.length > LONGEST) return []
  if (RECONCILE.test(text)) {
    const number = readDriveNumber(text)
    if (isStaff || may(person, 'drive.approve') || number !== undefined)
      return one('donations.reconcile', '对账', {
        band: 'role',
        score: 0.9,
        data: number === undefined ? {} : { number },
      })
  }
  const withdraw = WITHDRAW.exec(text)
  const isPledging = inProgress === 'donations.pledge'
  if (withdraw !== null || (NOT_GIVING.test(text) && !isPledging)) {
    const number = withdraw?.[1] ?? withdraw?.[2]
    const order: WithdrawOrder = { texts: [said.text], number: number === undefined ? null : Number(number) }
    return one('donations.withdraw-pledge', '撤回认捐', {
      band: number === undefined ? 'own' : 'command',
      score: 0.9,
      data: order,
    })
  }
  const change = isPledging ? undefined : readChange(text)
  if (change !== undefined && (change.number !== undefined || inProgress === '')) {
    const order: ChangeOrder = { ...change, texts: [said.text], number: change.number ?? null }
    return one('donations.change-pledge', '改认捐', {
      band: change.number === undefined ? 'own' : 'command',
      score: 0.9,
      data: order,
    })
  }
  // 不匿名 is about a gift only where one is spoken of: by its number, or under a letter of ours about one.
  const numbered = CONSENT_OF.exec(text)
  const named =
    numbered === null && answered !== undefined ? /(?:认捐|到账)\d{1,6}/u.exec(answered)?.[0] : undefined
  const consent = readConsent(text)
  if (numbered !== null && consent !== undefined && readGiven(text.slice(numbered[0].length)) === undefined)
    return command('donations.consent', '改署名', { texts: [said.text] })
  if (named !== undefined && consent !== undefined && text.length <= 20)
    return command('donations.consent', '改署名', { texts: [`${named} ${said.text}`] })
  // 写公司名 under a pledge belongs to that pledge; under an appeal, names are another matter.
  const isInTheMidstOfAnother =
    inProgress.startsWith('donations.') || (inProgress.startsWith('appeals.') && !/捐|公示|名单/u.test(text))
  // 我个人捐一万，别写名字 promises; 我捐的5万别写名字 does not.
  const promised = isPledging || consent === undefined ? [] : readPledge(text, one)
  // As surely as a word about one's name alone: an appeal knows sealed names as well.
  if (promised.length > 0) return promised.map((reading) => ({ ...reading, score: 1 }))
  if (isAboutOwnName(text) && consent !== undefined && !isInTheMidstOfAnother)
    return one('donations.consent', '改署名', { band: 'own', score: 1, data: { texts: [said.text] } })
  if (MINE.test(text) && !/诉求|贷款|政策/u.test(text))
    return one('donations.mine', '查自己的认捐', { band: 'own', score: 0.85, data: {} })
  return readPledge(text, one)
}

const isAboutOwnName = (text: string) =>
  text.length <= 40 &&
  /(?:写|署|留|登|公开|公示|露|提|上|去掉|删|撤).{0,8}名|名单|(?:捐|公示).{0,12}(?:匿名|公开|实名)|(?:匿名|公开|实名).{0,6}公示/u.test(
    text,
  ) &&
  !/诉求|反映|投诉|举报|通知/u.test(text)

/** Promises that the rules can hold somebody to; whoever asks how to give is told by the drives. */
function readPledge(
  text: string,
  one: (
    dialogue: Reading['dialogue'],
    label: string,
    more: Pick<Reading, 'band' | 'score' | 'data'>,
  ) => readonly Reading[],
): readonly Reading[] {
  // In a group the same speaker's chatter may stand before it.
  const line = text.split('\n').findLast((part) => PLEDGE.test(part) || isBarePledge(part)) ?? ''
  if (line === '' || line.length > 100 || NO_PLEDGE.test(line) || /发起|募捐进展|倡议/u.test(line)) return []
  const read = readGiven(line.replace(/募捐\s*\d+/gu, ' '))
  const order: PledgeOrder = { texts: [line], forOther: false }
  if (/认捐/u.test(line)) return one('donations.pledge', '认捐', { band: 'own', score: 0.9, data: order })
  return read === undefined ? [] : one('donations.pledge', '认捐', { band: 'own', score: 0.85, data: order })
}

/** 我个人一万 别写名字: who, how much and how shown, without a word of giving. */
const isBarePledge = (text: string) =>
  text.length <= 30 &&
  /^(?:我|我们|俺|咱)/u.test(text) &&
  readAs(text) !== undefined &&
  readConsent(text) !== undefined &&
  readGiven(text)?.kind === 'given'

interface StaffOrder {
  readonly dialogue: Reading['dialogue']
  readonly label: string
  readonly data: unknown
}

function readStaffOrder(said: Said, text: string): StaffOrder | undefined {
  const file = said.pieces.flatMap(({ files = [] }) => files).findLast(({ kind }) => kind === 'file')
  const isSheet = file !== undefined && /\.xlsx$/iu.test(file.name)
  if (
    (IMPORT.test(text) && text.length <= 60) ||
    (isSheet &&
      (BOOK.test(text) || SHEET_NAME.test(file.name) || SHEET_WORDS.test(text)) &&
      text.length <= 60)
  ) {
    const order: SheetOrder = { texts: [said.text], sha256: isSheet ? file.sha256 : null }
    return { dialogue: 'donations.import-gifts', label: '导入到账', data: order }
  }
  const reverse = REVERSE.exec(text) ?? REVERSE_AFTER.exec(text)
  if (reverse !== null) {
    const [, what, number, reason = ''] = reverse
    const order: ReverseOrder = {
      what: what === '使用' ? 'use' : 'gift',
      number: Number(number),
      anew: false,
      texts: reason.trim() === '' ? [] : [reason],
    }
    return { dialogue: 'donations.reverse', label: '冲销', data: order }
  }
  const correct = CORRECT.exec(text)
  if (correct !== null) {
    const [, number, rest = ''] = correct
    const order: ReverseOrder = {
      what: 'gift',
      number: Number(number),
      anew: true,
      texts: rest.trim() === '' ? [] : [rest],
    }
    return { dialogue: 'donations.reverse', label: '更正到账', data: order }
  }
  const note = NOTE.exec(text)
  const link = LINK.exec(text)
  if (note !== null || link !== null) {
    const order: NoteOrder = {
      number: Number((note ?? link)?.[1]),
      receipt: note?.[2] ?? null,
      pledge: link === null ? null : Number(link[2]),
    }
    return { dialogue: 'donations.note', label: '补记到账', data: order }
  }
  if (/^(?:帮|替|给|代)?.{0,20}?登记认捐|^(?:代|替).{1,20}认捐/u.test(text)) {
    const order: PledgeOrder = { texts: [said.text], forOther: true }
    return { dialogue: 'donations.pledge', label: '登记认捐', data: order }
  }
  // 到账52 匿名 is about one that is booked; 到账 5万 books one.
  const isNumbered = CONSENT_OF.test(text) && !/^到账\s*募捐/u.test(text) && readConsent(text) !== undefined
  if (BOOK.test(text) && !isNumbered && !/[?？]|[吗没]$/u.test(text))
    return { dialogue: 'donations.book', label: '登记到账', data: { texts: [said.text] } }
  if (/^认捐\s*\d{1,6}\s*(?:已?到账|入账)/u.test(text))
    return { dialogue: 'donations.book', label: '登记到账', data: { texts: [said.text] } }
  if (USE.test(text) && !/[?？]|[吗没]$/u.test(text))
    return { dialogue: 'donations.use', label: '登记使用', data: { texts: [said.text] } }
  return undefined
}
