import { inspectFonts } from '../adapters/pictures/inspect-fonts.ts'
import { painterAside } from '../adapters/pictures/painter.ts'
import type { Painter, Picture } from '../kernel/picture.ts'
import { sentenceOf } from './command-line.ts'
import { doctorTexts as texts } from './doctor.texts.ts'
import type { Finding } from './doctor-finding.ts'

const TRIAL: Picture = { kind: 'chart', title: '试画', subtitle: '', points: [], bars: [] }

/** Every font file is read, and one picture is drawn: half a second. */
export async function checkFonts(
  painter: Painter = painterAside(),
  inspect = inspectFonts,
): Promise<Finding> {
  const check = 'fonts'
  const found = await inspect()
  if (!found.ok) return { check, ok: 'fail', message: texts.fontBroken(found.file) }
  try {
    await painter.paint(TRIAL)
    return { check, ok: 'ok', message: texts.fonts(found.files, found.characters) }
  } catch (error) {
    return { check, ok: 'fail', message: texts.cannotDraw(sentenceOf(error)) }
  }
}
