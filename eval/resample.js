// The interval of a score over resamples of what was scored (Efron and Tibshirani 1993, percentile bootstrap), the same every run.

/**
 * 2.5 and 97.5 % of the scores of 1,000 resamples of the units.
 * @template Unit
 * @param {readonly Unit[]} units
 * @param {(sample: Unit[]) => number} score
 * @returns {[number, number]}
 */
export function interval(units, score) {
  let seed = 1
  const next = () => {
    seed = (seed * 48271) % 2147483647
    return seed / 2147483647
  }
  const drawn = Array.from({ length: 1000 }, () =>
    score(units.map(() => /** @type {Unit} */ (units[Math.floor(next() * units.length)]))),
  ).sort((a, b) => a - b)
  return [drawn[25] ?? 0, drawn[974] ?? 0]
}
