/** 这个募捐别再发我: what somebody says who wants no more letters of one drive, or wants them again. */

const DRIVE = '(?:募捐|捐款|捐赠|倡议书?|募款)'
const NUMBER = String.raw`\s*[#＃第]?\s*(\d{1,6})\s*号?`
const THIS = `(?:(?:这|那|该|本|刚才)(?:一)?(?:个|次|场|回|条|份)?(?:的)?${DRIVE}|${DRIVE}${NUMBER}|(\\d{1,6})\\s*号${DRIVE})`
const NO_MORE = String.raw`(?:的)?(?:消息|通知|信息|内容|倡议书?|事情?)?[，,\s]*(?:请|麻烦|以后|就|你们?|都|可以)*(?:别|不要|不用|不必|甭|莫|不想|不愿意?|勿)(?:再|老|总|一直)*(?:给|跟|向|朝)?(?:我)?(?:再)?(?:发|推|收|通知|提醒|打扰|说|提|看)(?:给)?(?:到|送)?(?:我|消息|信息)*(?:了|啦)?`
const NO_MORE_FIRST =
  '^(?:请|麻烦|以后|你们?)*(?:(?:别|不要|不用|不必|甭|莫|不想|不愿意?|勿)(?:再|老|总)*(?:给|跟|向|朝)?(?:我)?(?:再)?(?:发|推送?|收到?|通知|提醒|说|提|看)(?:我)?|退订|拒收|屏蔽|取消接收)'
const DECLINES: readonly RegExp[] = [
  new RegExp(`^(?:请|麻烦|那)*${THIS}${NO_MORE}[。.]?$`, 'u'),
  new RegExp(
    `${NO_MORE_FIRST}(?:关于)?${THIS}(?:的)?(?:消息|通知|信息|内容|事)?(?:了|啦|吧)?(?:给我)?[。.]?$`,
    'u',
  ),
  new RegExp(`^${THIS}[，,\\s]*(?:我)?(?:退订|拒收|不收了?|不想收了?)[。.]?$`, 'u'),
]
const ACCEPTS: readonly RegExp[] = [
  new RegExp(
    `^(?:请|麻烦)*(?:恢复|重新接收|继续接收|恢复接收)(?:接收)?${THIS}(?:的)?(?:消息|通知)?(?:吧)?[。.]?$`,
    'u',
  ),
  new RegExp(
    `^${THIS}(?:的)?(?:消息|通知)?(?:还是|可以|继续|又可以)(?:再)?(?:给我)?发(?:给)?我?(?:吧|了)?[。.]?$`,
    'u',
  ),
]
/** Said in answer to a letter of the drive, which need not be named again. */
const ANSWERED = new RegExp(
  `^(?:请|麻烦)*(?:这[个种条])?${NO_MORE}[。.]?$|^(?:退订|td|拒收)[。.]?$|^(?:请|麻烦|以后)*(?:别|不要|不用|不必)(?:再|老|总)*(?:给我)?发(?:这[种类样个些])?(?:消息|通知|东西|信息)?(?:给我|过来)?(?:了)?[。.]?$`,
  'iu',
)
const OUR_LETTER = /【(?:倡议书|募捐进展)】([^\n]+)/u

export interface Declining {
  readonly declines: boolean
  readonly number?: number
  /** As the letter that was answered calls it. */
  readonly title?: string
}

/** `answered`: the letter of ours that these words answer. What is said of donations in general is not read here. */
export function readDecline(text: string, answered?: string): Declining | undefined {
  const said = text.trim()
  if ([...said].length > 40) return undefined
  const title = OUR_LETTER.exec(answered ?? '')?.[1]?.trim()
  const no = first(DECLINES, said)
  const yes = no === undefined ? first(ACCEPTS, said) : undefined
  const found = no ?? yes
  if (found !== undefined) {
    const number = found.slice(1).find((part) => part !== undefined)
    if (number !== undefined) return { declines: no !== undefined, number: Number(number) }
    return { declines: no !== undefined, ...(title === undefined ? {} : { title }) }
  }
  return title !== undefined && ANSWERED.test(said) ? { declines: true, title } : undefined
}

const first = (patterns: readonly RegExp[], text: string) =>
  patterns.map((pattern) => pattern.exec(text)).find((found) => found !== null)
