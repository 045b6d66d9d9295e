import { basename } from 'node:path'
import { charactersOf } from './font-characters.ts'
import { type FontFile, fontFiles, readFont } from './fonts.ts'

export type FontsFound =
  | { readonly ok: true; readonly files: number; readonly characters: number }
  | { readonly ok: false; readonly file: string }

/** Reads every font file; how many characters can be drawn, or the first file that is not there or broken. */
export async function inspectFonts(files: readonly FontFile[] = fontFiles()): Promise<FontsFound> {
  const known = new Set<number>()
  for (const file of files) {
    try {
      for (const code of charactersOf(await readFont(file))) known.add(code)
    } catch {
      return { ok: false, file: basename(file.path) }
    }
  }
  return { ok: true, files: files.length, characters: known.size }
}
