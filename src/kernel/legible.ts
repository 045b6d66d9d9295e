/** Stands for a sign of no Chinese writing that no font has: the mark of a missing type in a printed line. */
const NO_TYPE = '〓'
/** What only other programs see: joiners, selectors of a variant, marks of direction, control characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu
const SKIN = /[\u{1F3FB}-\u{1F3FF}]/gu
const BLANKS = /[\s\u3000]+/gu

/**
 * A text as it can be drawn: emoji go, control signs go, what old input methods left in the private area (a 䶮 that is
 * U+E863) becomes the character that it stands for, and a character that no font has is described (〔石部〕), so that
 * nobody reads an empty box where a name should be.
 */
export function legible(text: string, has: (code: number) => boolean): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\t\n\r]/gu, ' ')
    .replace(UNSEEN, '')
    .replace(SKIN, '')
  return [...plain]
    .map((character) => drawn(character, has))
    .join('')
    .replace(BLANKS, ' ')
    .trim()
}

function drawn(written: string, has: (code: number) => boolean): string {
  if (/\p{Emoji_Presentation}/u.test(written)) return ''
  const character = fromPrivateArea(written)
  // What a font keeps in its private area are its own marks.
  if (has(character.codePointAt(0) ?? 0) && !/\p{Co}/u.test(character)) return character
  if (/\p{Extended_Pictographic}|\p{Mark}/u.test(character)) return ''
  return /\p{Script=Han}/u.test(character) ? `〔${radicalOf(character)}部〕` : NO_TYPE
}

const PRIVATE = { first: 0xe815, last: 0xe864 }

/** The eighty characters that GBK kept at places which Unicode had not given out yet; GB 18030 says which they are. */
function fromPrivateArea(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < PRIVATE.first || code > PRIVATE.last) return character
  const place = code - PRIVATE.first
  // A row of the code page, with a gap at 0x7f.
  const trail = place < 0x2f ? 0x50 + place : 0x51 + place
  return new TextDecoder('gb18030').decode(Uint8Array.of(0xfe, trail))
}

/** Kangxi's 214 radicals, as characters of everyday writing. */
const RADICALS = [...Array(214).keys()].map((index) => String.fromCodePoint(0x2f00 + index).normalize('NFKC'))

/** Unicode's order by radical and stroke puts every character behind the radical that it is filed under. */
export function radicalOf(character: string): string {
  const byRadical = new Intl.Collator('zh-u-co-unihan')
  const behind = RADICALS.findLast((radical) => byRadical.compare(radical, character) <= 0)
  return behind ?? (RADICALS[0] as string)
}
