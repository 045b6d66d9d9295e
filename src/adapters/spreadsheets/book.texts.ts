/** What is wrong with a workbook that somebody sent, in words for them. */
export const bookTexts = {
  noWorkbook: () => '这个文件打不开，不是 .xlsx 工作簿，或者解压后太大。请在表格软件里另存为 .xlsx 再发一次',
  tooManyRows: (rows: number, most: number) => `表里有 ${rows} 行，一次最多 ${most} 行。请按月份分开导`,
  tooManyColumns: (columns: number) =>
    `表里有 ${columns} 列，不像导出的台账。请用导出的台账改，不要另做一张表`,
  noLedger: (heading: string) =>
    `表里没有“${heading}”这一列，认不出每一行是哪一件。请用导出的台账改，隐藏的列不要删`,
  noGifts: () =>
    '认不出各列是什么。第一行要有“捐赠人”“金额”（或“物资”“数量”“单位”）“日期”；使用情况要有“金额”“日期”“接收单位”“用途”',
}
