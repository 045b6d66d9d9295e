import { describe, expect, test } from 'vitest'
import { withCoarser } from '../../../../src/features/appeals/sealing/clues.ts'
import { findClues } from '../../../../src/features/appeals/sealing/find-clues.ts'
import { checkLetter, prepareNames } from '../../../../src/kernel/privacy.ts'
import { plant, seeded } from '../../../support/planted.ts'
import { DIRECTORY, NOW } from '../county.ts'

const outward = (text: string) => withCoarser(text, findClues(text, DIRECTORY, NOW))

describe('what gives an asker away is said so that many could have said it', () => {
  test.each([
    ['还欠我们186.4万', '还欠我们一百多万元'],
    ['欠三十六万五没给', '欠三十多万元没给'],
    ['贷款500万到期', '贷款几百万元到期'],
    ['2021年完工，审计也审了', '前几年完工，审计也审了'],
    ['二〇一九年八月交的', '前几年交的'],
    ['去年8月15号验收', '前一两年验收'],
    ['给镇政府修路，没给钱', '给镇政府做某项工程，没给钱'],
    ['给柳溪镇中心小学盖教学楼', '给某学校做某项工程'],
    ['张集至李楼公路改造工程一直没结', '某工程一直没结'],
    ['在后河镇张庄村东头', '在某村东头'],
    ['东区工业路88号停电', '某路停电'],
    ['合同编号HT-2021-0081还在', '合同编号（编号不写）还在'],
    ['豫建〔2024〕12号说要补', '某文件说要补'],
    ['王镇长说没钱', '某镇长说没钱'],
    ['我叫陈大力，开厂的', '我叫某人，开厂的'],
    ['我们天禾农机的货压着', '我们某企业的货压着'],
    ['青山饲料厂也停了', '某企业也停了'],
    ['厂里37名工人，占地12.5亩', '厂里几十名工人，占地十几亩'],
    ['全县唯一一家做这个的', '其中一家做这个的'],
    ['电话138******34', '电话（号码不写）'],
    ['银行不放款，别说是我反映的', '银行不放款'],
    ['城关支行的李行长不给续贷', '某银行网点的某行长不给续贷'],
  ])('%s', (said, shown) => {
    expect(outward(said)).toBe(shown)
  })
})

test.each([
  '我们公司门口的公路坑太大，大车进不来，路灯也不亮',
  '供电公司停电，一家建筑公司也停了，老板说先等等',
  '跑了好几趟，村里镇里都说再等等，千万别拖了',
  '缺工人，缺得厉害，能不能组织个招聘会',
])('what names nobody stays as it was said: %s', (said) => {
  expect(outward(said)).toBe(said)
})

test('what the gate knows of (numbers, sums, names of the roster) never goes out, however it is spelled', () => {
  const names = { people: ['金波', '江远'], companies: ['天禾农机有限公司', '天禾饲料有限公司'] }
  const list = prepareNames(names)
  const chance = seeded(7)
  for (let n = 0; n < 200; n++) {
    const text = `银行不放款，${plant(names, chance)
      .map(({ typed }) => typed)
      .join('，')}，能不能帮协调`
    const checked = checkLetter({
      text: outward(text),
      origin: 'automatic',
      place: { kind: 'group' },
      names: list,
    })
    // A sum said coarsely is still a sum.
    expect(
      checked.findings.filter(({ kind }) => kind !== 'amount'),
      text,
    ).toEqual([])
  }
})
