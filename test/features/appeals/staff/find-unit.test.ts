import { expect, test } from 'vitest'
import {
  findUnits,
  nearestUnits,
  partUnits,
  readUnit,
} from '../../../../src/features/appeals/staff/find-unit.ts'
import { DIRECTORY } from '../county.ts'

const codes = (words: string) => findUnits(words, DIRECTORY).map(({ code }) => code)

test('a unit is found by its name, either of its names, and without its county', () => {
  expect(codes('县财政局（金融办）')).toEqual(['treasury'])
  expect(codes('金融办')).toEqual(['treasury'])
  expect(codes('财政局')).toEqual(['treasury'])
  expect(codes('供电公司')).toEqual(['power'])
})

test('a unit is found by what people shorten its name to', () => {
  expect(codes('人社局')).toEqual(['labour'])
  expect(codes('市监局')).toEqual(['market'])
  expect(codes('市场监管局')).toEqual(['market'])
})

test('what is no unit finds none, and one sign is not enough', () => {
  expect(codes('水利局')).toEqual([])
  expect(codes('局')).toEqual([])
  expect(codes('')).toEqual([])
})

const unit = (code: string, name: string) => [code, { code, name, categories: [] }] as const
const OFFICES = {
  ...DIRECTORY,
  units: new Map([
    ...DIRECTORY.units,
    unit('bank', '中国人民银行云岭县支行'),
    unit('reform', '县发展和改革局'),
    unit('tax', '国家税务总局云岭县税务局'),
    unit('land-team', '用地要素专班'),
    unit('energy-team', '用能要素专班'),
  ]),
}
const inOffices = (words: string) => findUnits(words, OFFICES).map(({ code }) => code)

test('what everybody calls an office, though its name has other signs', () => {
  expect(inOffices('人行')).toEqual(['bank'])
  expect(inOffices('发改委')).toEqual(['reform'])
  expect(inOffices('税务')).toEqual(['tax'])
  expect(inOffices('工商局')).toEqual(['market'])
})

test('part of a name that several have fits them all', () => {
  expect(inOffices('要素专班')).toEqual(['land-team', 'energy-team'])
  expect(inOffices('用地要素专班')).toEqual(['land-team'])
})

test('several in one breath are parted, and 和 within a name parts nothing', () => {
  expect(partUnits('人行、税务局', OFFICES)).toEqual(['人行', '税务局'])
  expect(partUnits('人行和税务局', OFFICES)).toEqual(['人行', '税务局'])
  expect(partUnits('发展和改革局', OFFICES)).toEqual(['发展和改革局'])
  expect(partUnits('人力资源和社会保障局和供电公司', OFFICES)).toContain('供电公司')
})

test('what was not part of the name is left over, what says nothing is not', () => {
  expect(readUnit('金融办 周五前务必', OFFICES)).toMatchObject({ rest: '周五前务必' })
  expect(readUnit('县金融办牵头办理', OFFICES).rest).toBe('')
})

test('a mistyped name has its nearest, and nonsense none', () => {
  expect(nearestUnits('金容办', OFFICES).map(({ code }) => code)).toContain('treasury')
  expect(nearestUnits('用地要素专版', OFFICES)[0]?.code).toBe('land-team')
  expect(nearestUnits('哈哈哈', OFFICES)).toEqual([])
})
