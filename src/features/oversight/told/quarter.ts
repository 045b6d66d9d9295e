/** 季度: the calendar quarter of a day, `YYYY-MM-DD`. Pure. */
const pad = (part: number) => String(part).padStart(2, '0')

export function startOfQuarter(day: string): string {
  const [year = '', month = '1'] = day.split('-')
  return `${year}-${pad(Math.floor((Number(month) - 1) / 3) * 3 + 1)}-01`
}

export function endOfQuarter(day: string): string {
  const [year = '', month = '1'] = day.split('-')
  const last = (Math.floor((Number(month) - 1) / 3) + 1) * 3
  return `${year}-${pad(last)}-${last === 3 || last === 12 ? 31 : 30}`
}
