import { rates as allRates, type Rate } from '../features/appeals/rates/rate-definitions.ts'
import { groupings, type RatesFilter, type RatesStore } from '../features/appeals/rates/rates.store.ts'
import { groupName, ratesTexts } from '../features/appeals/rates/rates.texts.ts'
import { listedLine, rateLine, ratesLine } from '../features/appeals/rates/rates-line.ts'
import { ratesFilterOf } from '../features/appeals/rates/rates-scope.ts'
import { isoShanghai } from '../kernel/clock.ts'
import { HouseError } from '../kernel/errors.ts'
import type { Work } from '../kernel/work.ts'
import { printJson, printLine } from './command-line.ts'
import { readScopeWords, type ScopeWords } from './ledger-scope.ts'
import { withHouse } from './with-house.ts'

const LIST_PAGE = 1_000

/** `rates`: numerator and denominator of each, raw and after exclusions; `--by` a line a group. Gives the exit code. */
export async function ratesCommand(options: {
  readonly words: ScopeWords
  readonly by: string | undefined
  readonly lists: boolean
  readonly json: boolean
  readonly demo: boolean
}): Promise<number> {
  const { words, lists, json } = options
  const by = groupings.find((one) => one === options.by)
  if (options.by !== undefined && by === undefined)
    throw new HouseError('usage', `--by takes one of ${groupings.join(', ')}.`)
  return withHouse(options, (house) => {
    const now = house.clock.now()
    return house.storage.transactions.inOne(now, async (work) => {
      const { rates } = house.storage
      const directory = await house.people.directory(work)
      const scope = readScopeWords(words, directory)
      const filter = ratesFilterOf(scope, now)
      const asOf = isoShanghai(now)
      if (by !== undefined) {
        for (const group of await rates.figuresBy(by, filter, work)) {
          const name = groupName(by, group.code, directory)
          if (json)
            await printJson({
              by,
              code: group.code,
              name,
              asOf,
              ...Object.fromEntries(allRates.map((rate) => [rate, rateLine(rate, group[rate])])),
            })
          else await printLine(ratesTexts.groupLine(name, group, allRates))
        }
        return 0
      }
      const figures = await rates.figures(filter, work)
      if (!json) {
        await printLine(ratesTexts.told(scope, allRates, figures, now, directory))
        return 0
      }
      const line = ratesLine(scope, asOf, figures)
      if (!lists) {
        await printJson(line)
        return 0
      }
      const listed = await Promise.all(
        allRates.map(async (rate) => [rate, await listsOf(rate, filter, rates, work)] as const),
      )
      await printJson({
        ...line,
        ...Object.fromEntries(listed.map(([rate, both]) => [rate, { ...line[rate], ...both }])),
      })
      return 0
    })
  })
}

async function listsOf(rate: Rate, filter: RatesFilter, store: RatesStore, work: Work) {
  const all = async (side: 'for' | 'against') => {
    const lines = []
    for (let offset = 0; ; offset += LIST_PAGE) {
      const { listed } = await store.list(rate, side, filter, { offset, limit: LIST_PAGE }, work)
      lines.push(...listed.map(listedLine))
      if (listed.length < LIST_PAGE) return lines
    }
  }
  return { numerator: await all('for'), missing: await all('against') }
}
