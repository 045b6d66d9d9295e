/** Jobs of one key run one after the other, in the order they were given; those of different keys do not wait. */
export function inOrder() {
  const tails = new Map<string, Promise<void>>()
  return (key: string, job: () => Promise<void>): Promise<void> => {
    const before = tails.get(key) ?? Promise.resolve()
    const tail = before.then(job, job).finally(() => {
      if (tails.get(key) === tail) tails.delete(key)
    })
    tails.set(key, tail)
    return tail
  }
}
