const LONGEST_NAME = 100

/** Path parts, control characters and the marks that turn the direction of writing (`gpj.exe` shown as `exe.jpg`). */
const NOT_IN_A_NAME = /[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]/gu

/**
 * A name that is safe to show and to save under, ending as the bytes say: `../回单.PNG` with JPEG bytes
 * becomes `回单.PNG.jpg`. Never empty.
 */
export function safeName(name: string, extension: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(NOT_IN_A_NAME, '').replace(/^[\s.]+|[\s.]+$/gu, '')
  const hasEnding = sameEnding(clean, extension)
  const stem = hasEnding ? clean.slice(0, clean.lastIndexOf('.')) : clean
  const ending = hasEnding ? clean.slice(clean.lastIndexOf('.') + 1) : extension
  return `${Array.from(stem).slice(0, LONGEST_NAME).join('') || '附件'}.${ending}`
}

const SYNONYMS: Record<string, readonly string[]> = {
  jpg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  txt: ['txt', 'md', 'csv', 'json', 'jsonl', 'log'],
  heic: ['heic', 'heif'],
  ogg: ['ogg', 'oga', 'opus'],
  mp4: ['mp4', 'm4v', '3gp'],
  doc: ['doc', 'wps'],
  xls: ['xls', 'et'],
  ppt: ['ppt', 'dps'],
}

function sameEnding(name: string, extension: string): boolean {
  const dot = name.lastIndexOf('.')
  const ending = name.slice(dot + 1).toLowerCase()
  return dot > 0 && (SYNONYMS[extension] ?? [extension]).includes(ending)
}
