import { expect, it } from 'vitest'
import { readingsOf, soundKeys, soundsAlike } from '../../src/kernel/sound.ts'

it('signs that sound alike are alike, whatever the tone, and where many do not tell the sounds apart', () => {
  expect(soundsAlike('佳', '嘉')).toBe(true)
  expect(soundsAlike('绝', '决')).toBe(true)
  expect(soundsAlike('智', '资')).toBe(true)
  expect(soundsAlike('林', '凌')).toBe(true)
  expect(soundsAlike('远', '达')).toBe(false)
})

it('a sign of two readings has a key for each, and what is no Chinese stands for itself', () => {
  expect(soundKeys('行').length).toBe(2)
  expect(soundKeys('佳和')).toContain(soundKeys('嘉禾')[0])
  expect(readingsOf('A')).toEqual(['A'])
})
