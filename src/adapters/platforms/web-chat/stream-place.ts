import { createHash } from 'node:crypto'

/**
 * Where a stream stands, as it goes into the `id:` lines: which run of the program, which viewer and chats,
 * and the number of the last entry. A place of another run, another persona or another set of chats means
 * nothing here, and its page is told the whole chat again instead of a part.
 */
export interface StreamPlaces {
  write(number: number): string
  /** The number, when this place is one of ours. */
  read(place: string | undefined): number | undefined
}

export function streamPlaces(run: string, viewer: string, chats: readonly string[]): StreamPlaces {
  const mark = createHash('sha256')
    .update(JSON.stringify([run, viewer, chats]))
    .digest('hex')
    .slice(0, 12)
  return {
    write: (number) => `${mark}-${number}`,
    read(place) {
      const [its, number] = (place ?? '').split('-')
      return its === mark && number !== undefined && /^\d{1,15}$/.test(number) ? Number(number) : undefined
    },
  }
}
