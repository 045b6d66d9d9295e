import { describe, expect, it } from 'vitest'
import { findPersona, groupsOf } from '../../../../src/adapters/platforms/web-chat/personas.ts'
import { smallTown } from '../../../support/small-town.ts'

const town = smallTown()
const groups = (id: string) => {
  const persona = findPersona(town, id)
  return persona === undefined ? undefined : groupsOf(town, persona).map(({ code }) => code)
}

describe('the groups of a persona', () => {
  it('are those of their own chamber', () => {
    expect(groups('bai')).toEqual(['pottery-group'])
    expect(groups('tong')).toEqual(['harbour-group'])
    expect(groups('mi')).toEqual(['pottery-group'])
  })

  it('are all for staff and leaders, and only they find the internal one', () => {
    expect(groups('qi')).toEqual(['pottery-group', 'harbour-group', 'office-group'])
    expect(groups('hu')).toContain('office-group')
    expect(groups('ji')).toEqual(['harbour-group'])
  })

  it('are the public ones for a stranger', () => {
    expect(groups('stranger-0123456789abcdef')).toEqual(['harbour-group'])
  })
})

it('knows nobody by an id that is neither in the roster nor long enough to be a stranger', () => {
  expect(groups('nobody')).toBeUndefined()
  expect(groups('stranger-1')).toBeUndefined()
  expect(groups('')).toBeUndefined()
})
