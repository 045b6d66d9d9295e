/** The numbers that Word counts by itself (第一条, 一、, 1.): they stand nowhere in the text. */

import { child, childrenNamed, parseXml, wordVal, type XmlElement } from './xml.ts'

interface Level {
  readonly format: string
  /** 第%1条, %1、, %1.%2 */
  readonly text: string
  readonly start: number
}

/** Which list a paragraph is in, and how deep. */
export interface Numbered {
  readonly list: string
  readonly level: number
}

export interface Numbering {
  /** The next number of that list as it is printed; counting goes on in the order of calls. Empty for bullets. */
  next(numbered: Numbered): string
  ofStyle(style: string): Numbered | undefined
}

export function readNumbering(numberingXml: string | undefined, stylesXml: string | undefined): Numbering {
  const levels = numberingXml === undefined ? new Map() : readLists(parseXml(numberingXml))
  const styles = stylesXml === undefined ? new Map() : readStyles(parseXml(stylesXml))
  const counts = new Map<string, number[]>()
  return {
    ofStyle: (style) => styles.get(style),
    next({ list, level }) {
      const lists: { of: string; levels: ReadonlyMap<number, Level> } | undefined = levels.get(list)
      const here = lists?.levels.get(level)
      if (lists === undefined || here === undefined) return ''
      const count = counts.get(lists.of) ?? []
      counts.set(lists.of, count)
      count[level] = (count[level] ?? here.start - 1) + 1
      count.length = level + 1
      if (here.format === 'bullet' || here.format === 'none') return ''
      return here.text.replace(/%(\d)/gu, (_all, digit: string) => {
        const at = Number(digit) - 1
        const of = lists.levels.get(at)
        return printed(count[at] ?? of?.start ?? 1, of?.format ?? 'decimal')
      })
    },
  }
}

/** By the number of a list: its levels, and the definition in which it is counted together with others. */
function readLists(root: XmlElement) {
  const definitions = new Map<string, ReadonlyMap<number, Level>>()
  for (const definition of childrenNamed(root, 'w:abstractNum'))
    definitions.set(definition.getAttribute('w:abstractNumId') ?? '', readLevels(definition))
  const lists = new Map<string, { of: string; levels: ReadonlyMap<number, Level> }>()
  for (const list of childrenNamed(root, 'w:num')) {
    const definition = wordVal(list, 'w:abstractNumId') ?? ''
    const own = new Map(definitions.get(definition))
    const overrides = childrenNamed(list, 'w:lvlOverride')
    for (const override of overrides) {
      const at = Number(override.getAttribute('w:ilvl') ?? 0)
      const changed = readLevels(override).get(at) ?? own.get(at)
      const start = wordVal(override, 'w:startOverride')
      if (changed !== undefined)
        own.set(at, start === undefined ? changed : { ...changed, start: Number(start) })
    }
    const id = list.getAttribute('w:numId') ?? ''
    // A list that begins anew counts by itself.
    lists.set(id, { of: overrides.length > 0 ? `list ${id}` : `definition ${definition}`, levels: own })
  }
  return lists
}

function readLevels(holder: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>()
  for (const level of childrenNamed(holder, 'w:lvl')) {
    levels.set(Number(level.getAttribute('w:ilvl') ?? 0), {
      format: wordVal(level, 'w:numFmt') ?? 'decimal',
      text: wordVal(level, 'w:lvlText') ?? '',
      start: Number(wordVal(level, 'w:start') ?? 1),
    })
  }
  return levels
}

function readStyles(root: XmlElement): Map<string, Numbered> {
  const styles = new Map<string, Numbered>()
  for (const style of childrenNamed(root, 'w:style')) {
    const properties = child(child(style, 'w:pPr'), 'w:numPr')
    const list = wordVal(properties, 'w:numId')
    if (list === undefined || list === '0') continue
    const level = Number(wordVal(properties, 'w:ilvl') ?? 0)
    styles.set(style.getAttribute('w:styleId') ?? '', { list, level })
  }
  return styles
}

const CHINESE =
  /^(?:chineseCounting|chineseCountingThousand|taiwaneseCounting\w*|japaneseCounting|ideographDigital|chineseLegalSimplified)$/u

function printed(count: number, format: string): string {
  if (CHINESE.test(format)) return inChinese(count)
  if (format === 'upperLetter') return String.fromCharCode(64 + count)
  if (format === 'lowerLetter') return String.fromCharCode(96 + count)
  if (format === 'decimalEnclosedCircle')
    return count <= 20 ? String.fromCodePoint(0x245f + count) : `${count}`
  return String(count)
}

/** 1 to 999, as articles are counted. */
function inChinese(count: number): string {
  const digits = '零一二三四五六七八九'
  if (count > 999) return String(count)
  const [hundreds, tens, ones] = [Math.floor(count / 100), Math.floor(count / 10) % 10, count % 10]
  const head = hundreds > 0 ? `${digits[hundreds]}百` : ''
  const ten =
    tens === 0 ? (hundreds > 0 && ones > 0 ? '零' : '') : `${tens > 1 || hundreds > 0 ? digits[tens] : ''}十`
  return `${head}${ten}${ones > 0 ? digits[ones] : ''}`
}
