/**
 * Numbers that look like part of a phone or an account and are not: dates, times, appeal numbers,
 * and the nation-wide service numbers. They are blanked before anything is looked for.
 */

/** 110 police, 119 fire, 120 ambulance, 122 traffic, 12345 government, 95598 power, and their like. */
export const publicNumbers: readonly string[] = [
  '110',
  '119',
  '120',
  '122',
  '12110',
  '12123',
  '12306',
  '12309',
  '12315',
  '12316',
  '12318',
  '12320',
  '12321',
  '12328',
  '12329',
  '12333',
  '12337',
  '12338',
  '12340',
  '12345',
  '12348',
  '12350',
  '12351',
  '12355',
  '12360',
  '12366',
  '12367',
  '12368',
  '12369',
  '12377',
  '12378',
  '12380',
  '12381',
  '12385',
  '12388',
  '12389',
  '12393',
  '12395',
  '95598',
]

const harmless = new RegExp(
  [
    // 2026-03-05, 2026/3/5 17:30, 2026.3.5
    String.raw`(?<!\d)20\d\d([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)`,
    // 1984.09--1988.07, as people list where they worked
    String.raw`(?<!\d)(?:19|20)\d\d[./](?:0?[1-9]|1[0-2])(?=--|[—~至到，,。；;）)\u4e00-\u9fa5]|$)`,
    // 2026-0313: the number of an appeal, but not when more digits hang on to it
    String.raw`(?<!\d)20\d\d-\d{4,6}(?!-?\d)`,
    String.raw`(?<!\d)(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?!\d)`,
    `(?<!\\d)(?:${publicNumbers.join('|')})(?!\\d)`,
  ].join('|'),
  'g',
)

const blank = '\u0000'

/**
 * The same text, the same length, with harmless numbers blanked.
 * What follows other digits is left alone: in 139 120 12345 the service numbers are chunks of a phone.
 */
export function blankHarmless(text: string): string {
  if (!/\d/.test(text)) return text
  let written = 0
  let out = ''
  for (const match of text.matchAll(harmless)) {
    out += text.slice(written, match.index)
    const follows = /\d[\s\-.·—–_/\\、,，()*~|]{0,3}$/.test(out.slice(-4))
    out += follows ? match[0] : blank.repeat(match[0].length)
    written = match.index + match[0].length
  }
  return out + text.slice(written)
}
