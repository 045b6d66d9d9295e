/** 链接: what a line of a drive may lead to. A way to pay, a group, a form or a shortened address is none of it. */

const LINK =
  /(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}(?:[:/?#@][^\s，,。；;）)“”"']*)?|https?:\/\/[^\s，,。；;）)]+/giu
const MAIL = /[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}/giu
/** Apps open by such an address, most of them to pay or to join. */
const OTHER_SCHEME = /(?:^|[^a-z])(?!https?:)[a-z][a-z\d+.-]{1,15}:\/\//iu

/** Where money is taken, whole or with anything in front: tills, personal appeals, shortened addresses, forms, chats. */
const UNFIT_HOSTS = [
  'alipay.com',
  'tenpay.com',
  '95516.com',
  'unionpay.com',
  'pay.weixin.qq.com',
  'u.wechat.com',
  'qm.qq.com',
  'docs.qq.com',
  'url.cn',
  't.cn',
  'dwz.cn',
  'suo.im',
  'bit.ly',
  'tinyurl.com',
  'goo.gl',
  'wjx.cn',
  'wjx.top',
  'jinshuju.net',
  'mikecrm.com',
  'taobao.com',
  'tmall.com',
  'shuidichou.com',
  'qschou.com',
]
/** The ministry's own platform stands under a name that is otherwise a till. */
const FIT_HOSTS = ['love.alipay.com']
const UNFIT_LABEL = /^(?:pay|payment|payapp|wxpay|qr|qrpay|cashier|zhifu|shoukuan)$/iu

export const findLinks = (text: string): readonly string[] => text.replace(MAIL, ' ').match(LINK) ?? []

/** Also one of another kind than a page: weixin://, wxp://. */
export const hasLink = (text: string): boolean => OTHER_SCHEME.test(text) || findLinks(text).length > 0

/**
 * The whole address of a page, or undefined where it is none, names somebody or a port, hides its letters, or leads to
 * a till, a form or a chat. Whose page it is, a person has to look at.
 */
export function pageOf(link: string): URL | undefined {
  const whole = /^https?:\/\//iu.test(link) ? link : `https://${link}`
  if (!URL.canParse(whole)) return undefined
  const url = new URL(whole)
  const host = url.hostname
  const labels = host.split('.')
  const isNamed = labels.length >= 2 && /^[a-z]{2,}$/u.test(labels.at(-1) ?? '') && !host.includes('xn--')
  if (!isNamed || url.username !== '' || url.password !== '' || url.port !== '') return undefined
  const lies = (some: readonly string[]) => some.some((one) => host === one || host.endsWith(`.${one}`))
  if (lies(FIT_HOSTS)) return url
  const parts = url.pathname.split('/')
  const isTill = lies(UNFIT_HOSTS) || [...labels, ...parts].some((part) => UNFIT_LABEL.test(part))
  return isTill ? undefined : url
}
