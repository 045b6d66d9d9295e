import type { Doing } from '../../../conversation/feature.ts'
import { may } from '../../../kernel/person.ts'
import { scopeTexts } from '../ledger/scope.texts.ts'
import { readScope } from '../ledger/scope.ts'
import type { RatesStore } from './rates.store.ts'
import { LISTED, ratesTexts as texts } from './rates.texts.ts'
import { ratesFilterOf } from './rates-scope.ts'
import { RATES_WORDS, type RatesAsked } from './read-rates.ts'

/** The figures, or the list or the groups behind them; every look at a list is in the audit. */
export async function tellRates(asked: RatesAsked, store: RatesStore, doing: Doing): Promise<string> {
  const { person } = doing.by
  if (!may(person, 'appeal.see-rates')) return texts.notForYou()
  const directory = await doing.directory()
  const { at } = doing.work
  const { scope, several, unread } = readScope(asked.text, RATES_WORDS, directory, at)
  if (several.length > 0) return scopeTexts.several(several)
  const filter = ratesFilterOf(scope, at)
  const said = async (): Promise<string> => {
    const [rate = 'response'] = asked.rates
    if (asked.by !== null) {
      const groups = await store.figuresBy(asked.by, filter, doing.work)
      return texts.grouped(scope, asked.by, asked.rates, groups, asked.page, at, directory)
    }
    if (asked.side === null)
      return texts.told(scope, asked.rates, await store.figures(filter, doing.work), at, directory)
    if (!may(person, 'appeal.see-all')) return texts.listNotForYou()
    const slice = { offset: (asked.page - 1) * LISTED, limit: LISTED }
    const page = await store.list(rate, asked.side, filter, slice, doing.work)
    doing.audit('appeals.listRate', 'rates', { rate, side: asked.side, rows: page.listed.length })
    return texts.listed(scope, rate, asked.side, { ...page, page: asked.page }, at, directory)
  }
  const told = await said()
  return unread.length === 0 ? told : `${scopeTexts.unread(unread)}\n${told}`
}
