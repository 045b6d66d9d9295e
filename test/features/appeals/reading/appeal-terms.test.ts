import { expect, it } from 'vitest'
import {
  appealStateLabels,
  appealStates,
  categories,
  categoryLabels,
  findCategoryByLabel,
  isOpen,
} from '../../../../src/kernel/appeal-terms.ts'

it('counts as open whatever still owes somebody something', () => {
  expect(appealStates.filter(isOpen)).toEqual([
    'filed',
    'accepted',
    'dispatched',
    'inProgress',
    'paused',
    'sentBack',
  ])
})

it('has a label of its own for every category and state, and finds the category by it', () => {
  expect(new Set(Object.values(categoryLabels)).size).toBe(categories.length)
  expect(new Set(Object.values(appealStateLabels)).size).toBe(appealStates.length)
  for (const category of categories) expect(findCategoryByLabel(categoryLabels[category])).toBe(category)
  expect(findCategoryByLabel('融')).toBeUndefined()
})
