import type { AppealFile } from '../appeal.ts'
import { outwardTexts } from './outward.texts.ts'

const ENDING = /\.[0-9a-z]{1,5}$/iu

/** 宏远机械还款回单.jpg → 附件1.jpg: people name their files after themselves and their banks. Pure. */
export const namelessFiles = <File extends AppealFile>(files: readonly File[]): readonly File[] =>
  files.map((file, n) => ({ ...file, name: outwardTexts.file(n + 1, ENDING.exec(file.name)?.[0] ?? '') }))
