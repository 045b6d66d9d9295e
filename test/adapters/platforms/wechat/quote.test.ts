import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readQuote } from '../../../../src/adapters/platforms/wechat/quote.ts'
import { recalledMessage } from '../../../../src/adapters/platforms/wechat/recalled.ts'

const DASHES = '- - - - - - - - - - - - - - -'

describe('what somebody quoted', () => {
  test('is read from the form with brackets and dashes', () => {
    expect(readQuote(`「张三：停电了吗」\n${DASHES}\n是的，三天了`)).toEqual({
      name: '张三',
      words: '停电了吗',
      text: '是的，三天了',
    })
  })

  test('may be several lines, brackets and a quote itself', () => {
    const quoted = readQuote(`「娘家：请核对：\n1. 「水泵」\n2. 其他」\n${DASHES}\n1`)
    expect(quoted).toEqual({ name: '娘家', words: '请核对：\n1. 「水泵」\n2. 其他', text: '1' })
  })

  test('is read from the XML form, with the number and the person where they are told', () => {
    const xml = `<?xml version="1.0"?><msg><appmsg appid="" sdkver="0"><title>太慢了 &amp; 太贵</title><type>57</type>
      <refermsg><type>1</type><svrid>560303434</svrid><fromusr>1@chatroom</fromusr><chatusr>wxid_9</chatusr>
      <displayname>白帆</displayname><content><![CDATA[几天能好？]]></content></refermsg></appmsg></msg>`
    expect(readQuote(xml)).toEqual({
      name: '白帆',
      words: '几天能好？',
      of: '560303434',
      by: 'wxid_9',
      text: '太慢了 & 太贵',
    })
  })

  test('has no words where a picture was quoted', () => {
    const xml =
      '<msg><appmsg><title>这张</title><refermsg><type>3</type><displayname>白帆</displayname><content>&lt;msg&gt;&lt;img/&gt;&lt;/msg&gt;</content></refermsg></appmsg></msg>'
    expect(readQuote(xml)).toMatchObject({ words: '', text: '这张' })
  })

  test('nothing else is a quote, and no text breaks the reading', () => {
    expect(readQuote('「张三：你好」')).toBeUndefined()
    expect(readQuote('<msg><refermsg>')).toBeUndefined()
    const piece = fc.constantFrom(
      '「',
      '：',
      '」',
      '\n',
      '- ',
      '-',
      '<refermsg>',
      '</refermsg>',
      '<title>',
      'a',
      '&lt;',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        readQuote(pieces.join(''))
        recalledMessage(pieces.join(''))
      }),
    )
  })
})

describe('what somebody took back', () => {
  test('is named by its number, or by WeChat’s own notice', () => {
    expect(recalledMessage('6398516983427412054')).toBe('6398516983427412054')
    const web =
      '<sysmsg type="revokemsg"><revokemsg><session>@a</session><oldmsgid>1040451706</oldmsgid><msgid>6398516983427412054</msgid><replacemsg><![CDATA["白帆" 撤回了一条消息]]></replacemsg></revokemsg></sysmsg>'
    expect(recalledMessage(web)).toBe('6398516983427412054')
    expect(recalledMessage(web.replaceAll('<', '&lt;').replaceAll('>', '&gt;'))).toBe('6398516983427412054')
    const pad = '<sysmsg><revokemsg><msgid>1040451706</msgid><newmsgid>63985</newmsgid></revokemsg></sysmsg>'
    expect(recalledMessage(pad)).toBe('63985')
  })

  test('stays unknown where it is not told', () => {
    for (const text of ['', '"白帆" 撤回了一条消息', '<sysmsg></sysmsg>'])
      expect(recalledMessage(text), text).toBeUndefined()
  })
})
