import { expect, test } from 'vitest'
import {
  asksForLikenesses,
  readApart,
  readMerge,
  readMergeOfThis,
  readUnmerge,
} from '../../../../src/features/appeals/twice/read-merge.ts'

const n = (serial: number, year?: number) => (year === undefined ? { serial } : { serial, year })

test.each([
  ['并单 0307 -> 0306'],
  ['并单 0307->0306'],
  ['并单0307→0306'],
  ['并单 0307 到 0306'],
  ['并单：0307 并到 0306'],
  ['合并 0307 到 0306'],
  ['把0307并到0306'],
  ['请把 0307 并入 0306'],
  ['麻烦把0307号诉求并进0306号'],
  ['0307并到0306里'],
  ['0307 并单到 0306'],
  ['0307归到0306'],
  ['@小葛 并单 0307 -> 0306'],
  ['０３０７并到０３０６'],
  ['307并到306吧'],
  ['0307是0306的重复'],
  ['0307 重复了，见 0306'],
])('%s: the second stays', (text) => {
  expect(readMerge(text)).toMatchObject({ numbers: [n(307)], into: n(306), either: false, unread: [] })
})

test.each([
  ['0307和0306是一件事'],
  ['0307跟0306其实是一回事'],
  ['0307、0306是同一件事'],
  ['0307 0306 重复了'],
  ['0307和0306合并一下'],
  ['把0307和0306并一下'],
  ['并单 0307 0306'],
  ['0307和0306说的是一个事'],
])('%s: nobody said which stays', (text) => {
  expect(readMerge(text)).toMatchObject({ numbers: [n(307), n(306)], into: undefined, either: true })
})

test('several go into one, and years are read', () => {
  expect(readMerge('0307、0308和0309都并到0306')).toMatchObject({
    numbers: [n(307), n(308), n(309)],
    into: n(306),
  })
  expect(readMerge('并单 2025-0307 -> 2025-0306')).toMatchObject({
    numbers: [n(307, 2025)],
    into: n(306, 2025),
  })
})

test('one number alone asks for the other, and what is not understood is named', () => {
  expect(readMerge('并单 0307')).toMatchObject({ numbers: [n(307)], into: undefined, either: false })
  expect(readMerge('并单')).toMatchObject({ numbers: [] })
  expect(readMerge('并单 0307 -> 0306 顺便叫供电公司快点')?.unread.join()).toContain('供电公司')
})

test.each([
  ['0307和0306不是一回事'],
  ['0307和0306是一件事吗'],
  ['撤销并单 0307'],
  ['为什么把0307并到0306'],
  ['别并 0307 0306'],
  ['我们0307号订单和0306号订单都是一家的货款没给'],
  ['停电了，8月30日到现在'],
  ['派单 0307 供电公司 3天'],
  ['307 国道和 306 国道都在修路'],
])('%s is no order to merge', (text) => {
  expect(readMerge(text)).toBeUndefined()
})

test.each([
  ['撤销并单 0307 不是一条线路', '不是一条线路'],
  ['撤销并单 0307，理由：不是一条线路', '不是一条线路'],
  ['取消并单0307', ''],
  ['把0307的并单撤销', ''],
  ['解除并单 0307 因为两家不在一个园区', '两家不在一个园区'],
  ['0307拆出来，不是一回事', '不是一回事'],
  ['把0307分开办', ''],
  ['0307 并错了', ''],
  ['0307不该并，一个停电一个停水', '一个停电一个停水'],
])('%s undoes a merge', (text, reason) => {
  const expected = text.startsWith('把0307的并单') ? undefined : reason
  const read = readUnmerge(text)
  expect(read?.number).toEqual(n(307))
  if (expected !== undefined) expect(read?.reason).toBe(expected)
})

test.each(['撤回 0307', '撤销通知 57', '0307 办结', '撤销并单了吗'])('%s undoes no merge', (text) => {
  expect(readUnmerge(text)).toBeUndefined()
})

test.each(['0307和0306不是一回事', '0307跟0306两码事', '0307 0306 不一样，别并'])(
  '%s keeps them apart',
  (text) => {
    expect(readApart(text)).toEqual({ numbers: [n(307), n(306)] })
  },
)

test.each([
  '疑似重复',
  '看看疑似重复的',
  '有没有重复的',
  '有哪些可能重复的',
  '重复的有哪些',
  '查一下重复诉求',
])('%s asks for the list', (text) => expect(asksForLikenesses(text)).toBe(true))
test.each(['重复交了两次税', '0307 重复了', '老是重复检查，受不了'])('%s does not', (text) =>
  expect(asksForLikenesses(text)).toBe(false),
)

test.each(['并到0306', '把这件并到 0306', '并入 0306 吧', '它并进0306'])(
  '%s, as the answer to a letter about one',
  (text) => {
    expect(readMergeOfThis(text)).toEqual({ into: n(306) })
  },
)
