/** Which list is meant, once the roster says who 金融办 and 宏远机械 are. Pure. */
import { categoryLabels, urgencyLabels } from '../../../kernel/appeal-terms.ts'
import { chambersNamed, companiesNamed, type Directory } from '../../../kernel/directory.ts'
import type { ListAsked, ListWish } from '../appeals.effects.ts'
import { placesIn } from '../twice/same-place.ts'
import { findUnits } from './find-unit.ts'
import { listNames } from './list.texts.ts'

export interface SettledList {
  readonly wish: ListWish
  /** As it is named above the list: 金融办，特急，在办. */
  readonly name: string
  /** Names that neither the roster nor the map of places knows. */
  readonly unread: readonly string[]
}

type Named = Partial<Omit<ListWish, 'list'>> & { readonly label: string }

export function settleList(asked: ListAsked, directory: Directory): SettledList {
  const { list, category, urgency, period } = asked
  const found: Named[] = []
  const unread: string[] = []
  for (const name of asked.names) {
    const meant = whoIs(name, directory)
    if (meant === undefined) unread.push(name)
    else found.push(meant)
  }
  const labels = [
    ...(period === undefined ? [] : [period.words]),
    ...found.map(({ label }) => label),
    ...(category === undefined ? [] : [categoryLabels[category]]),
    ...(urgency === undefined ? [] : [urgencyLabels[urgency]]),
  ]
  const named = Object.assign({}, ...found.map(({ label: _label, ...rest }) => rest)) as Partial<ListWish>
  const wish: ListWish = {
    ...named,
    list,
    ...(category === undefined ? {} : { category }),
    ...(urgency === undefined ? {} : { urgency }),
    ...(period === undefined ? {} : { from: period.from, to: period.to }),
  }
  const kind = listNames[list === 'today' && period !== undefined ? 'new' : list]
  return { wish, name: labels.length === 0 ? kind : `${labels.join('，')}，${kind}`, unread }
}

/** A company before a unit: a unit's short name may be hidden in a company's, never the other way round. */
function whoIs(name: string, directory: Directory): Named | undefined {
  const chambers = /会$/u.test(name) ? chambersNamed(directory, name) : []
  const [chamber] = chambers
  if (chamber !== undefined && chambers.length === 1) return { chamber: chamber.code, label: chamber.name }
  const companies = companiesNamed(directory, name)
  const [company] = companies
  if (company !== undefined)
    return {
      companies: companies.map(({ code }) => code),
      label: companies.map((one) => one.name).join('、'),
    }
  const units = findUnits(name, directory)
  const [unit] = units
  if (unit !== undefined && units.length === 1) return { unit: unit.code, label: unit.name }
  const [short] = chambersNamed(directory, name)
  if (short !== undefined) return { chamber: short.code, label: short.name }
  const towns = new Set([...directory.companies.values()].map(({ town }) => town))
  if ([...towns].some((town) => town !== undefined && (town === name || town.startsWith(name))))
    return { place: name, label: name }
  if (placesIn(name).length > 0) return { place: name, label: name }
  // 顺达铸造, which the roster does not know: appeals may name it all the same.
  return /(?:公司|集团|厂|店|社|商行|机械|铸造|食品|建材|建筑|商贸|科技|实业|农业|茶业|纺织|服饰|家具|物流|化工|材料|电子|酒店|超市)$/u.test(
    name,
  )
    ? { companyName: name, label: name }
    : undefined
}
