import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkDigit } from '../../src/kernel/privacy/identity-numbers.ts'
import { checkLetter, mask, prepareNames } from '../../src/kernel/privacy.ts'

const nobody = prepareNames({ people: [], companies: [] })
const han = fc.stringMatching(/^[我们厂里贷款停电请问在吗一二三两的了是有，。、！？ \n]{0,24}$/)
const separator = fc.constantFrom('', ' ', '-', '.', '·', '—', '\u200b', '  ', '/', '_')
const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count })

const scripts = [
  '0123456789',
  '０１２３４５６７８９',
  '零一二三四五六七八九',
  '〇壹贰叁肆伍陆柒捌玖',
  '⓪①②③④⑤⑥⑦⑧⑨',
]

/** The digits in one script or a mix, with separators wherever the groups end. */
function spell(number: string) {
  return fc
    .tuple(
      fc.array(fc.constantFrom(...scripts), { minLength: number.length, maxLength: number.length }),
      fc.boolean(),
      separator,
      fc.constantFrom<number[]>([3, 7], [3, 6], [4, 8], [], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    )
    .map(([perDigit, isMixed, between, breaks]) =>
      [...number]
        .map((sign, place) => {
          const script = (isMixed ? perDigit[place] : perDigit[0]) ?? ''
          const drawn = sign === 'X' ? 'X' : (script[Number(sign)] ?? sign)
          return (breaks.includes(place) ? between : '') + drawn
        })
        .join(''),
    )
}

const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), digits(9))
  .map(([second, rest]) => `1${second}${rest.join('')}`)

const identity = fc
  .tuple(
    fc.constantFrom('110105', '410728', '320583', '440306'),
    fc.integer({ min: 1940, max: 2010 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    digits(3),
  )
  .map(([region, year, month, day, order]) => {
    const number = `${region}${year}${`${month}`.padStart(2, '0')}${`${day}`.padStart(2, '0')}${order.join('')}`
    return number + checkDigit(number)
  })

function check(text: string, origin: 'automatic' | 'approved' = 'automatic') {
  return checkLetter({ text, origin, place: { kind: 'group', audience: 'public' }, names: nobody })
}

it('names a mobile from its first digit to its last, also where what follows could be a landline', () => {
  const [finding] = check('我17061443517一、一').findings
  expect(finding?.text).toContain('17061443517')
})

it('finds every mobile, however it is spelled and whatever stands around it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(han, mobile.chain(spell)), { minLength: 1, maxLength: 3 }),
      han,
      (pieces, tail) => {
        const text = pieces.map(([before, phone]) => `${before}我${phone}`).join('') + tail
        const found = check(text)
        expect(found.passes).toBe(false)
        for (const [, phone] of pieces)
          expect(found.findings.some((finding) => finding.text.includes(phone.slice(1, -1)))).toBe(true)
      },
    ),
    { numRuns: 400 },
  )
})

it('finds every identity number in any spelling and stops it even when approved', () => {
  fc.assert(
    fc.property(han, identity.chain(spell), han, (before, number, after) => {
      const found = check(`${before}证${number}${after}`, 'approved')
      expect(found.findings.some((finding) => finding.kind === 'identity-number' && finding.stops)).toBe(true)
    }),
    { numRuns: 400 },
  )
})

it('leaves nothing that could be found again after masking', () => {
  fc.assert(
    fc.property(han, mobile, identity, (around, phone, number) => {
      const masked = mask(`${around}电${phone}，证${number}${around}`)
      expect(masked).not.toContain(phone)
      expect(masked).not.toContain(number)
      expect(mask(masked)).toBe(masked)
    }),
    { numRuns: 200 },
  )
})

it('finds a listed name with spaces and invisible signs put into it, among thousands', () => {
  const people = Array.from({ length: 3000 }, (_, place) => `欧阳${String.fromCharCode(0x4e00 + place)}`)
  const names = prepareNames({ people, companies: [] })
  fc.assert(
    fc.property(
      han,
      fc.constantFrom(...people),
      fc.constantFrom('', ' ', '\u200b', '·', '-'),
      (around, name, between) => {
        const text = `${around}@${[...name].join(between)}${around}`
        const { findings } = checkLetter({ text, origin: 'automatic', place: { kind: 'group' }, names })
        expect(findings.some((finding) => finding.kind === 'person')).toBe(true)
      },
    ),
  )
})

const harmless = fc.constantFrom(
  '已登记，编号 2026-0415',
  '预计 3 月 12 日 11:30 前答复',
  '详情已私信您核对',
  '停电请拨 95598',
  '请在 2026-03-09 前补齐材料',
  '限报 40 人，还剩 12 个名额',
  '本周办结 18 件，在办 7 件',
  '收到，正在转承办单位',
  '按第二十五条，10 个工作日内转交',
  '消费者的事请拨 12315',
  '第 3 场在 2 号楼 301 室',
)

it('holds back no letter made of harmless sentences', () => {
  fc.assert(
    fc.property(
      fc.array(harmless, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('。', '，', '\n', '；', ' '),
      (said, between) => {
        expect(check(said.join(between)).findings).toEqual([])
      },
    ),
    { numRuns: 400 },
  )
})

it('masks what tells on a person and leaves the sentence readable', () => {
  expect(mask('张总 13900001111，卡号6222021234567890128，豫G12345，欠50万')).toBe(
    '张总 139******11，卡号***************0128，豫G*****，欠50万',
  )
})
