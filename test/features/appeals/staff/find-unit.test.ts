import { expect, test } from 'vitest'
import { findUnits } from '../../../../src/features/appeals/staff/find-unit.ts'
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
