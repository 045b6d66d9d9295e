/** Text made safe to stand in a page, also within an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return /[&<>"']/u.test(text)
    ? text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;')
    : text
}
