import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asMarkdown, asPlain } from '../../../../src/adapters/platforms/wecom/markup.ts'

const NOTHING = '\u200b'

describe('plain words as Markdown', () => {
  test.each([
    ['请核对', '请核对'],
    ['第一行\n第二行', '第一行  \n第二行'],
    ['第一段\r\n\r\n第二段', '第一段\n\n第二段'],
    ['138****1234、139****5678', '138＊＊＊＊1234、139＊＊＊＊5678'],
    ['# 标题', `${NOTHING}# 标题`],
    ['> 引用', `${NOTHING}> 引用`],
    ['- 一', `${NOTHING}- 一`],
    ['12. 融资', `${NOTHING}12. 融资`],
    ['2026年3月', '2026年3月'],
    ['    四个空格', `${NOTHING}    四个空格`],
    ['| a | b |\n|---|---|', `${NOTHING}| a | b |  \n${NOTHING}|---|---|`],
    ['[点我](http://evil.example)', `${NOTHING}[点我]${NOTHING}(http://evil.example)`],
    ['看![图](x)', `看![图]${NOTHING}(x)`],
    ['<@all> <font color="red">', `<${NOTHING}@all> <${NOTHING}font color="red">`],
    ['3 < 5 & 7', '3 < 5 & 7'],
    ['&lt; &#42;', `&${NOTHING}lt; &${NOTHING}#42;`],
    ['C:\\表\\*', 'C:\\表\\＊'],
    ['\\# 题', `\\${NOTHING}# 题`],
    ['_强调_ 和 file_name_1', '＿强调＿ 和 file_name_1'],
    ['`码` ~~删~~', '｀码｀ ～～删～～'],
    ['见 https://a.example/b_c_/~d?x=1&lt=2*3 吧', '见 https://a.example/b_c_/~d?x=1&lt=2＊3 吧'],
  ])('%j', (text, drawn) => {
    expect(asMarkdown(text)).toBe(drawn)
  })

  test('nothing that people write can draw a mention, a link, bold or code', () => {
    const marks = fc.constantFrom(
      '<',
      '@',
      '>',
      '[',
      ']',
      '(',
      ')',
      '*',
      '_',
      '`',
      '~',
      '#',
      '!',
      '\n',
      ' ',
      '字',
      'a',
      '\\',
    )
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 60 }), (written) => {
        const drawn = asMarkdown(written.join(''))
        expect(drawn).not.toMatch(/<@|<[a-z]|\]\(|[*`~]|^\s*#/mu)
        expect(drawn).not.toMatch(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u)
      }),
      { numRuns: 500 },
    )
  })

  test('every word and every line is still there', () => {
    const plain = (text: string) => text.replaceAll(/[\u200b\ufffd\p{Cs}\s]|\p{P}|\p{S}/gu, '')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(plain(asMarkdown(text))).toBe(plain(text))
      }),
    )
  })

  test('comes back as it was when somebody quotes it', () => {
    const text = '138****1234 请选择：\n\n1. 融资\n2. 用工 <b>，3～5 天'
    expect(asPlain(`<@wu> ${asMarkdown(text)}`)).toBe(text)
  })
})
