/**
 * The JSON object in what a model wrote, or undefined. Small models think aloud first, wrap it in a code
 * fence or add a sentence, whatever they are asked; nothing is repaired, an object cut in half is none.
 */
export function readJsonObject(text: string): unknown {
  const said = text.replace(/<think>.*?<\/think>/gsu, '')
  const start = said.indexOf('{')
  const end = said.lastIndexOf('}')
  if (start < 0 || end < start) return undefined
  try {
    return JSON.parse(said.slice(start, end + 1))
  } catch {
    return undefined
  }
}
