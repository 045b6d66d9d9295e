/** What stands on a paper besides what its author wrote. */
export const papersTexts = {
  page: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
}
