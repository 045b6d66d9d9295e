/** Every case so often, in turn, so that one is not measured on what the one before it left warm alone. */
export async function timeInTurn(
  cases: ReadonlyMap<string, (round: number) => Promise<unknown>>,
  rounds: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map([...cases.keys()].map((name) => [name, [] as number[]]))
  for (let round = -3; round < rounds; round++)
    for (const [name, run] of cases) {
      const began = performance.now()
      await run(round + 3)
      if (round >= 0) times.get(name)?.push(performance.now() - began)
    }
  return times
}

export function quantile(list: readonly number[], q: number): number {
  const sorted = [...list].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}
