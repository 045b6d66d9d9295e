import { describe, expect, it } from 'vitest'
import { openGenerated } from './generated-county.ts'
import { SECRET } from './generated-matters.ts'
import { generateQuestion } from './generated-questions.ts'
import { slowAnswerOf } from './slow-answer.ts'
import { answerOf } from './store-answer.ts'

/** `npm run eval:oversight` asks two thousand in four counties; here as many as a few seconds allow, in one. */
const QUESTIONS = Number(process.env.REFERENCE_QUESTIONS ?? 150)
const COUNTIES = QUESTIONS > 1000 ? [1, 2, 3, 4] : [1]

describe('whatever is asked, by whomever and about whichever day, the store says what counting one by one says', () => {
  it.each(COUNTIES)('in county %i', async (seed) => {
    const { dice, directory, matters, stores, inOne, close } = await openGenerated(seed)
    try {
      const numbers = matters.map(({ number }) => number)
      for (let n = 0; n < QUESTIONS / COUNTIES.length; n++) {
        const asked = generateQuestion(dice, numbers)
        const told = await inOne((work) => answerOf(stores, asked, work))
        expect(told, JSON.stringify(asked)).toEqual(slowAnswerOf(matters, directory, asked))
        expect(JSON.stringify(told)).not.toContain(SECRET)
      }
    } finally {
      await close()
    }
  })
})
