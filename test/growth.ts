import { expect } from 'vitest'

/** Work whose cost is compared between an input of `size` and one that is `times` smaller. */
export interface Work<Input> {
  /** The larger size, in any unit that `make` understands. */
  readonly size: number
  /** 8 when left out. */
  readonly times?: number
  /** Makes the input; not part of the cost. */
  readonly make: (size: number) => Input | Promise<Input>
  readonly run: (input: Input) => unknown
  /** Milliseconds spent up to now; the processor time of this process when left out. */
  readonly clock?: () => number
}

/**
 * Half-way between linear and quadratic: eight times the input may cost 23 times as much, where 8 is linear and 64 is
 * quadratic. n log n stays below 1.2 at the sizes of tests; garbage collection and colder caches add 0.1 to 0.2.
 */
const LINEAR = 1.5
/** Each size is run again until it has cost so much: a run of less is lost in what else the process does. */
const LEAST_MS = 20
const MOST_ROUNDS = 5
/** No round begins after so much: what is measured for so long is not small work with noise. */
const MOST_MS = 10_000

/**
 * The power of its size with which work grows: 1 when it is linear, 2 when it is quadratic. By the processor time of this
 * process (of all its threads), which other programs on the machine do not use up; what they do add, by sharing caches
 * and cores, only makes a run dearer, so the least cost of each size counts. Ends with the first round that finds less
 * than `enough`, after five, and after ten seconds.
 */
export async function orderOfGrowth<Input>(work: Work<Input>, enough: number): Promise<number> {
  const { size, times = 8, make, run, clock = processorMs } = work
  const [few, many] = [await make(size / times), await make(size)]
  // The smaller size last, and once before: code not yet compiled costs more, and must not make the smaller look dear.
  const start = clock()
  await costMs(clock, () => run(few))
  let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  let order = Number.POSITIVE_INFINITY
  for (let round = 0; order >= enough && round < MOST_ROUNDS && clock() - start < MOST_MS; round++) {
    large = Math.min(large, await costMs(clock, () => run(many)))
    small = Math.min(small, await costMs(clock, () => run(few)))
    order = Math.log(large / small) / Math.log(times)
  }
  return order
}

/** Fails when work grows faster than its input by more than noise. Mostly one run of the larger size and a few small ones. */
export async function expectLinear<Input>(work: Work<Input>): Promise<void> {
  expect(await orderOfGrowth(work, LINEAR), 'order of growth').toBeLessThan(LINEAR)
}

/** Fails when work that may grow with the square of its input grows faster than that. */
export async function expectQuadratic<Input>(work: Work<Input>): Promise<void> {
  expect(await orderOfGrowth(work, LINEAR + 1), 'order of growth').toBeLessThan(LINEAR + 1)
}

/** Cost of one run, after as many as are needed to tell. */
async function costMs(clock: () => number, run: () => unknown): Promise<number> {
  const start = clock()
  let runs = 0
  while (clock() - start < LEAST_MS) {
    await run()
    runs++
  }
  return (clock() - start) / runs
}

/** The sum is exact to the microsecond, how it is split between program and kernel is not. */
function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
