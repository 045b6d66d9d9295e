import type { People } from '../../../conversation/people.ts'
import { spokenName } from '../../../kernel/directory.ts'
import type { Work } from '../../../kernel/work.ts'
import { driveId } from '../drive.ts'
import type { GiftsStore } from './gifts.store.ts'

/** Broadcasts of a drive carry its number: `drive:3`, `drive:3.2`, `report:3:1`, `disclosure:3:2:…`. */
const OF_DRIVE = /^(?:drive|report|disclosure):(\d+)(?!\d)/u

/**
 * Names that no letter that speaks of giving may tell others: of donors of the broadcast's drive who did not agree, or of
 * all such donors where it is no drive's. A company also by what people call it.
 */
export function silentDonors({ gifts }: { readonly gifts: GiftsStore }, people: Pick<People, 'directory'>) {
  // The same list is asked for by letter after letter of a round.
  const called = new WeakMap<readonly string[], readonly string[]>()
  return async (mailing: string | undefined, work: Work): Promise<readonly string[]> => {
    const number = OF_DRIVE.exec(mailing ?? '')?.[1]
    const names = await gifts.listSilentNames(
      number === undefined ? undefined : driveId(Number(number)),
      work,
    )
    const known = called.get(names)
    if (known !== undefined || names.length === 0) return known ?? []
    const { companies } = await people.directory(work)
    const byName = new Map([...companies.values()].map((company) => [company.name, company]))
    const all = names.flatMap((name) => [name, ...calledOf(name, byName.get(name)?.aliases)])
    called.set(names, all)
    return all
  }
}

const calledOf = (name: string, aliases: readonly string[] = []): readonly string[] =>
  [spokenName(name), ...aliases].filter((one) => one !== name && [...one].length >= 3)
