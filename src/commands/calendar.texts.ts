export const calendarTexts = {
  bundled: () => 'bundled',
  unreadable: (path: string) => `The notice ${path} cannot be read: check the path and its permissions.`,
  notJson: (path: string, why: string) => `The notice ${path} is not valid JSON: ${why}`,
  refused: (path: string) => `${path} was not loaded:`,
}
