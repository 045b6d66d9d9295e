/** What the house writes on a picture of its own accord. */
export const pictureTexts = {
  noRows: () => '暂无记录',
  noPoints: () => '暂无数据',
  page: (number: number, total: number) => `第 ${number} 页，共 ${total} 页`,
  certificateNumber: (number: string) => `证书编号：${number}`,
}
