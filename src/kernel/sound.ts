/** 听起来像: how Chinese signs sound, for names and words that were typed or transcribed by ear. Without tones. */
import { pinyin } from 'pinyin-pro'

/** The readings of one sign, the commoner first; the sign itself where it has none. */
const READINGS = new Map<string, readonly string[]>()
/** The third reading and later ones are hardly ever what somebody typed. */
const MOST_READINGS = 2

export function readingsOf(sign: string): readonly string[] {
  const known = READINGS.get(sign)
  if (known !== undefined) return known
  const spoken = /\p{Script=Han}/u.test(sign)
    ? pinyin(sign, { toneType: 'none', type: 'array', multiple: true, v: true })
    : []
  const readings = [...new Set(spoken.length === 0 ? [sign] : spoken.map(fold))].slice(0, MOST_READINGS)
  READINGS.set(sign, readings)
  return readings
}

/** What many speakers and every second keyboard do not tell apart: zh and z, ing and in, l and n, hu and f. */
function fold(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/u, '$1')
    .replace(/(?<=[aei])ng$/u, 'n')
    .replace(/^l(?!v)/u, 'n')
    .replace(/^hu(?=[ae])/u, 'f')
}

export const soundsAlike = (a: string, b: string): boolean =>
  a === b || readingsOf(a).some((one) => readingsOf(b).includes(one))

/** The more combinations of readings a name has, the less any of them says. */
const MOST_KEYS = 8

/** Every way the signs may be read, joined by spaces: one key for each. */
export function soundKeys(text: string): readonly string[] {
  let keys: readonly string[] = ['']
  for (const sign of text) {
    const readings = readingsOf(sign)
    const used = keys.length * readings.length > MOST_KEYS ? readings.slice(0, 1) : readings
    keys = keys.flatMap((key) => used.map((reading) => (key === '' ? reading : `${key} ${reading}`)))
  }
  return keys
}

/** Whether two syllables are near enough to be one misheard: the same beginning, or the same ending. */
export function soundsNear(a: string, b: string): boolean {
  return readingsOf(a).some((one) => readingsOf(b).some((other) => isNear(one, other)))
}

const BEGINNING = /^[bpmfdtnlgkhjqxrzcsyw]/u
const endingOf = (syllable: string) => syllable.replace(BEGINNING, '')
const beginningOf = (syllable: string) => BEGINNING.exec(syllable)?.[0] ?? ''

function isNear(a: string, b: string): boolean {
  return a === b || beginningOf(a) === beginningOf(b) || endingOf(a) === endingOf(b)
}
