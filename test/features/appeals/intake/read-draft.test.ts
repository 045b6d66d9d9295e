import { expect, test } from 'vitest'
import type { Draft } from '../../../../src/features/appeals/intake/intake-state.ts'
import { companyOf, readDraft } from '../../../../src/features/appeals/intake/read-draft.ts'
import { DIRECTORY, member, stranger } from '../county.ts'

function draft(first: readonly string[], later: readonly string[] = []): Draft {
  const part = (texts: readonly string[], isLater: boolean, from: number) => ({
    later: isLater,
    pieces: texts.map((text, at) => ({ message: `m-${from + at}`, place: 'p', text })),
  })
  return {
    parts: [part(first, false, 0), ...later.map((text, at) => part([text], true, 100 + at))],
    company: null,
    askerName: '何志平',
    asked: [],
    wasRead: later.length > 0,
    wanted: false,
    proposed: {},
    letGo: false,
    secrecy: null,
    group: null,
  }
}

test('calls and mentions are not part of the matter, every other word is', () => {
  const read = readDraft(draft(['@娘家 在不', '农行那笔贷款到期了', '续贷一直不放', '能不能帮协调']))
  expect(read.text).toBe('农行那笔贷款到期了\n续贷一直不放\n能不能帮协调')
  expect(read).toMatchObject({ isMatter: true, category: 'financing' })
})

test('a hundred thousand characters are kept whole and summed up in one line', () => {
  const long = `农行的续贷一直不放款，${'这件事说来话长。'.repeat(12_500)}`
  const read = readDraft(draft([long]))
  expect(read.text).toBe(long)
  expect([...read.summary].length).toBeLessThanOrEqual(30)
})

test('a correction changes what is read and is no line of the matter', () => {
  const read = readDraft(
    draft(['农行那笔260万的贷款到期了，续贷一直不放'], ['不是260万，是280万', '改成紧急']),
  )
  expect(read.text).toBe('农行那笔280万的贷款到期了，续贷一直不放')
  expect(read.urgency).toBe('urgent')
})

test('an addition is a further line, and the summary stays what was said first', () => {
  const read = readDraft(draft(['农行的续贷一直不放款'], ['城关支行，客户经理姓吕']))
  expect(read.text).toBe('农行的续贷一直不放款\n城关支行，客户经理姓吕')
  expect(read.summary).not.toContain('吕')
})

test('a wish to stay unknown seals the draft and is not in its summary', () => {
  const read = readDraft(draft(['镇政府拖欠我们工程款两年了，别说是我反映的']))
  expect(read.sealed).toBe(true)
  expect(read.summary).not.toContain('反映')
})

test('a model is heard where the rules find nothing, and never where they do', () => {
  const vague = { ...draft(['村口那个事一直没人管']), proposed: { category: 'logistics' as const } }
  expect(readDraft(vague).category).toBe('logistics')
  const clear = { ...draft(['农行的续贷一直不放款']), proposed: { category: 'labour' as const } }
  expect(readDraft(clear).category).toBe('financing')
})

test('the roster says whose it is, and a stranger is believed when they say who they are', () => {
  const company = (
    first: string,
    person: typeof member.person,
    later: string[] = [],
    asked: string[] = [],
  ) => {
    const made = { ...draft([first], later), asked }
    return companyOf(made, readDraft(made), person, DIRECTORY)
  }
  expect(company('续贷一直不放', member.person)).toEqual({ code: 'tianhe', name: '天禾农机有限公司' })
  expect(company('我们是天禾饲料，续贷一直不放', stranger.person)).toEqual({
    code: 'tianhefeed',
    name: '天禾饲料有限公司',
  })
  expect(company('我们是顺发纸箱厂，续贷一直不放', stranger.person)).toEqual({
    code: null,
    name: '顺发纸箱厂',
  })
  // The debtor's name is not the asker's.
  expect(company('天禾农机欠我们货款不给', stranger.person)).toBeNull()
  expect(company('续贷一直不放', stranger.person, ['天禾饲料'], ['company'])).toEqual({
    code: 'tianhefeed',
    name: '天禾饲料有限公司',
  })
  expect(company('续贷一直不放', stranger.person, ['顺发纸箱厂，在城东路'], ['company'])).toEqual({
    code: null,
    name: '顺发纸箱厂',
  })
})
