import type { Addressed } from '../../../inbox/arrival.ts'

const MOST = 500

/**
 * An album comes as several messages of which one has the words. Where those were meant for us the others are too,
 * also after the burst they began with has closed.
 */
export function rememberAlbums() {
  const known = new Map<string, Addressed>()
  return {
    addressed(album: string, heard: Addressed): Addressed {
      if (heard === 'none') return known.get(album) ?? 'none'
      known.set(album, heard)
      const [oldest] = known.keys()
      if (known.size > MOST && oldest !== undefined) known.delete(oldest)
      return heard
    },
  }
}
