/** Times as a clock on a wall in China shows them, wherever the browser is. */
const zone = { timeZone: 'Asia/Shanghai' }
const hour = new Intl.DateTimeFormat('zh-CN', {
  ...zone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const day = new Intl.DateTimeFormat('zh-CN', { ...zone, month: 'long', day: 'numeric', weekday: 'short' })
const dayWithYear = new Intl.DateTimeFormat('zh-CN', {
  ...zone,
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
})
const whole = new Intl.DateTimeFormat('zh-CN', { ...zone, dateStyle: 'full', timeStyle: 'medium' })

const dayNumber = (at) => Math.floor((at + 8 * 3_600_000) / 86_400_000)

export const hourOf = (at) => hour.format(at)
export const wholeTime = (at) => whole.format(at)
export const isSameDay = (a, b) => dayNumber(a) === dayNumber(b)

export function dayOf(at) {
  const now = Date.now()
  if (isSameDay(at, now)) return '今天'
  const isThisYear =
    new Date(at + 8 * 3_600_000).getUTCFullYear() === new Date(now + 8 * 3_600_000).getUTCFullYear()
  return (isThisYear ? day : dayWithYear).format(at)
}
