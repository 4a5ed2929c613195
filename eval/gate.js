// Floors: what has been reached stays reached. Pure functions over scores and the content of floors.json.

/** @typedef {{label: string, value: number, low: number | null, high: number | null, down: boolean}} Score */
/** @typedef {{set: string, digest: string, scores: Score[]}} Scored */
/** @typedef {{digest: string, metrics: Record<string, number>}} Floor */

/** Scores are rounded to this many digits before they are compared or pinned. */
const DIGITS = 4

/** @param {number} value */
function rounded(value) {
  return Number(value.toFixed(DIGITS))
}

/**
 * What stands against the floors: a line for each score below its own, and for a set whose gold is not the one that the
 * floors were reached on. Nothing for metrics without a floor.
 * @param {Scored} scored @param {Record<string, Floor>} floors @returns {string[]}
 */
export function breaches(scored, floors) {
  const floor = floors[scored.set]
  if (floor === undefined) return []
  if (floor.digest !== scored.digest) {
    return [
      `${scored.set}: the gold set is another one than the floors were reached on (${floor.digest.slice(0, 12)}, now ${scored.digest.slice(0, 12)}); pin again with --lower`,
    ]
  }
  const found = []
  for (const [label, least] of Object.entries(floor.metrics)) {
    const score = scored.scores.find(one => one.label === label)
    if (score === undefined) found.push(`${scored.set}: ${label} is no longer scored; its floor is ${least}`)
    else if (isWorse(score, least))
      found.push(`${scored.set}: ${label} ${rounded(score.value)} is worse than its floor ${least}`)
  }
  return found
}

/**
 * The floors after a run. Without a flag they stay; `raise` takes over what is better and what is new, `lower` all.
 * @param {Record<string, Floor>} floors @param {readonly Scored[]} all @param {{raise: boolean, lower: boolean}} how
 * @returns {Record<string, Floor>}
 */
export function newFloors(floors, all, how) {
  const next = { ...floors }
  for (const { set, digest, scores } of all) {
    const old = floors[set]
    if (!how.lower && (!how.raise || (old !== undefined && old.digest !== digest))) continue
    /** @type {Record<string, number>} */
    const metrics = how.lower ? {} : { ...old?.metrics }
    for (const score of scores) {
      const before = metrics[score.label]
      if (before === undefined || (!isWorse(score, before) && rounded(score.value) !== before))
        metrics[score.label] = rounded(score.value)
    }
    next[set] = { digest, metrics }
  }
  return Object.fromEntries(Object.entries(next).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** @param {Score} score @param {number} floor */
function isWorse(score, floor) {
  const value = rounded(score.value)
  return Number.isNaN(value) || (score.down ? value > floor : value < floor)
}
