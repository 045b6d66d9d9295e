/**
 * Makes an element. Words are only ever set as text, so nothing that anybody wrote becomes markup.
 * `on` holds listeners, `class` and `text` are what they say, everything else is an attribute; an attribute
 * of `true` is written without a value, one of `false` or `undefined` is left out.
 */
export function make(tag, { class: className, text, on, ...attributes } = {}, ...children) {
  const element = document.createElement(tag)
  if (className) element.className = className
  if (text !== undefined) element.textContent = text
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value)
  }
  for (const [event, listener] of Object.entries(on ?? {})) element.addEventListener(event, listener)
  element.append(...children.filter((child) => child !== undefined))
  return element
}
