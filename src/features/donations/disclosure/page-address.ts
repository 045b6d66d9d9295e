/** Where an edition is read; undefined where nobody outside can reach our pages. */
export function pageOf(publicUrl: string | undefined, drive: number, edition?: number): string | undefined {
  if (publicUrl === undefined) return undefined
  return `${publicUrl.replace(/\/$/u, '')}/public/drives/${drive}${edition === undefined ? '' : `/${edition}`}`
}
