/** Firms and a chamber named in some words, for questions that are only about who is who. */
import type { Company, Directory } from '../../../../kernel/directory.ts'
import { markNames } from './names-said.ts'

export interface Places {
  /** Companies meant; more than one: it is unclear which. */
  readonly companies: readonly Company[]
  readonly chamber: string | null
  readonly town: string | null
  readonly unit: string | null
  readonly leader: string | null
}

export function findPlaces(directory: Directory, said: string): Places {
  const places = markNames(directory, [], said).mentions.flatMap((mention) => mention.places)
  const codeOf = (kind: (typeof places)[number]['kind']) =>
    places.find((one) => one.kind === kind)?.code ?? null
  const codes = new Set(places.filter(({ kind }) => kind === 'company').map(({ code }) => code))
  return {
    companies: [...codes].flatMap((code) => directory.companies.get(code) ?? []),
    chamber: codeOf('chamber'),
    town: codeOf('town'),
    unit: codeOf('unit'),
    leader: codeOf('leader'),
  }
}
