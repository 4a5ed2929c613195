/** Articles that are taken together: `sample` stands for the members in comparisons. */
export interface Unit {
  readonly members: readonly number[]
  readonly sample: readonly number[]
}

/**
 * Average-linkage clustering: the two most alike groups are joined until none are alike by `threshold` on the mean over
 * their pairs. The result does not depend on the order of the units, but for exact ties. Cubic at worst in the number of
 * units: keep it below a few hundred.
 */
export function linkGroups(
  units: readonly Unit[],
  threshold: number,
  alike: (a: number, b: number) => number,
): (readonly number[])[] {
  const matrix = units.map((a, i) => units.map((b, j) => (j < i ? meanOf(a.sample, b.sample, alike) : 0)))
  const at = (i: number, j: number): number => (i > j ? matrix[i]![j]! : matrix[j]![i]!)
  const put = (i: number, j: number, value: number): void => {
    if (i > j) matrix[i]![j] = value
    else matrix[j]![i] = value
  }
  const members = units.map(unit => [...unit.members])
  const size = units.map(unit => unit.sample.length)
  const alive = new Set(units.keys())
  for (;;) {
    const best = bestPair(alive, at, threshold)
    if (best === null) return [...alive].map(i => members[i]!)
    const [i, j] = best
    const [a, b] = [size[i]!, size[j]!]
    for (const k of alive) if (k !== i && k !== j) put(i, k, (at(i, k) * a + at(j, k) * b) / (a + b))
    members[i]!.push(...members[j]!)
    size[i] = a + b
    alive.delete(j)
  }
}

function bestPair(
  alive: ReadonlySet<number>,
  at: (i: number, j: number) => number,
  threshold: number,
): readonly [number, number] | null {
  let best: readonly [number, number] | null = null
  let most = threshold
  const list = [...alive]
  for (let x = 1; x < list.length; x++) {
    for (let y = 0; y < x; y++) {
      const value = at(list[x]!, list[y]!)
      if (value > most || (value === most && best === null)) {
        most = value
        best = [list[y]!, list[x]!]
      }
    }
  }
  return best
}

function meanOf(a: readonly number[], b: readonly number[], alike: (a: number, b: number) => number): number {
  let sum = 0
  for (const x of a) for (const y of b) sum += alike(x, y)
  return sum / (a.length * b.length)
}
