import { make } from './dom.js'
import { texts } from './texts.js'

const MOST_FILES = 9
const MOST_MB = 20

/** Pictures and files picked, pasted or dropped, to be seen and taken back before they go. */
export function createUploads(complain) {
  const shelf = make('ul', { class: 'shelf', hidden: true })
  let picked = []

  function add(files) {
    for (const file of files) {
      if (picked.length >= MOST_FILES) return complain(texts.tooMany(MOST_FILES))
      if (file.size > MOST_MB * 1_000_000) complain(texts.tooLarge(file.name, MOST_MB))
      else {
        const isPicture = /^image\/(?:png|jpeg|gif|webp)$/.test(file.type)
        picked.push({ file, address: isPicture ? URL.createObjectURL(file) : undefined })
      }
    }
    draw()
  }

  function remove(one) {
    if (one.address) URL.revokeObjectURL(one.address)
    picked = picked.filter((other) => other !== one)
    draw()
  }

  function draw() {
    shelf.hidden = picked.length === 0
    shelf.replaceChildren(
      ...picked.map((one) =>
        make(
          'li',
          {},
          one.address
            ? make('img', { src: one.address, alt: one.file.name })
            : make('span', { class: 'file-name', text: one.file.name }),
          make('button', {
            type: 'button',
            'aria-label': texts.remove(one.file.name),
            text: '×',
            on: { click: () => remove(one) },
          }),
        ),
      ),
    )
  }

  return {
    element: shelf,
    add,
    isEmpty: () => picked.length === 0,
    /** Hands everything over; the addresses of the previews go along. */
    take() {
      const taken = picked
      picked = []
      draw()
      return taken
    },
  }
}
