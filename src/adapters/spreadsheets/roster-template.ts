import ExcelJS from 'exceljs'
import { NOTE, type RosterSheet, rosterSheets } from './roster-columns.ts'

const FONT = { name: '宋体', size: 11 }
/** As many rows as somebody may fill in before the lists to choose from end. */
const ROWS = 2_000

const GUIDE = [
  '名册填写说明',
  '每张表填一类：商会、企业、承办单位、人员、分包联系、群。表名和第一行的标题不要改，列的先后可以调。',
  '第二行是说明，可以留着也可以删掉，导入时不看。标题带 * 的必须填。',
  '“代码”是您给每一条起的短名，只用字母、数字、- 和 _，例如 hongyuan。别的表用代码来引用它，所以定了不要再改。',
  '一格里写几个的，用顿号（、）隔开。日期写成 2026-01-31。',
  '没有的列空着就行；暂时用不到的表可以整张空着。',
  '导入多少次都可以：没变的不动，变了的更新，从不删除。不再有效的，填截止日期。',
  '先试一遍：niangjia import 文件.xlsx --dry-run，看会改什么、哪几行有错。',
]

/** An empty roster workbook with what is to stand where; nothing in it is an entry. */
export async function writeRosterTemplate(path: string): Promise<void> {
  const book = new ExcelJS.Workbook()
  const guide = book.addWorksheet('填写说明')
  guide.getColumn(1).width = 110
  GUIDE.forEach((line, n) => {
    const cell = guide.getCell(n + 1, 1)
    cell.value = line
    cell.font = { ...FONT, bold: n === 0, size: n === 0 ? 16 : 11 }
    cell.alignment = { wrapText: true, vertical: 'top' }
  })
  for (const sheet of rosterSheets) addSheet(book, sheet)
  await book.xlsx.writeFile(path)
}

function addSheet(book: ExcelJS.Workbook, { name, columns }: RosterSheet): void {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 2 }] })
  columns.forEach(({ heading, note, required, kind, among }, n) => {
    const column = sheet.getColumn(n + 1)
    column.width = Math.min(40, Math.max(14, note.length))
    column.font = FONT
    // A code of digits stays what was typed, and a date does not become a number.
    column.numFmt = '@'
    const head = sheet.getCell(1, n + 1)
    head.value = required === true ? `${heading}*` : heading
    head.font = { ...FONT, bold: true }
    head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2CC' } }
    const explained = sheet.getCell(2, n + 1)
    explained.value = n === 0 ? `${NOTE}${note}` : note
    explained.font = { ...FONT, size: 9, italic: true, color: { argb: 'FF7F7F7F' } }
    explained.alignment = { wrapText: true, vertical: 'top' }
    if (among === undefined) return
    const { dataValidations } = sheet as unknown as {
      dataValidations: { add(at: string, rule: object): void }
    }
    dataValidations.add(`${column.letter}3:${column.letter}${ROWS}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`"${[...among.keys()].join(',')}"`],
      // Where several may stand in one cell, choosing helps with the first and must not forbid the others.
      showErrorMessage: kind !== 'list',
      errorTitle: heading,
      error: '请从列表里选',
    })
  })
}
