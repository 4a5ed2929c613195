/** Named features of one thing to be judged: hashed into the buckets of a model when they are added. */
export class FeatureList {
  readonly keys: number[] = []
  readonly values: number[] = []

  /** A feature by its name; `value` is 1 for one that is or is not there. */
  add(name: string, value: number = 1): void {
    if (value === 0) return
    this.keys.push(hashOf(name))
    this.values.push(value)
  }
}

/** A log-linear model (multinomial logistic regression) over hashed features, its weights as bytes with a scale each class. */
export interface LinearModel {
  readonly classes: readonly string[]
  /** A power of two: names share a bucket now and then (Weinberger et al. 2009). */
  readonly buckets: number
  /** buckets × classes. */
  readonly weights: Int8Array
  readonly scale: Float32Array
  readonly bias: Float32Array
}

/** Log-probability of each class. `more` adds to the scores before they are normalised. */
export function judge(model: LinearModel, features: FeatureList, more?: Float64Array): Float64Array {
  const { classes, buckets, weights, scale, bias } = model
  const count = classes.length
  const out = new Float64Array(count)
  const { keys, values } = features
  for (let k = 0; k < keys.length; k++) {
    const row = (keys[k]! & (buckets - 1)) * count
    const value = values[k]!
    for (let c = 0; c < count; c++) out[c]! += weights[row + c]! * value
  }
  for (let c = 0; c < count; c++) out[c] = out[c]! * scale[c]! + bias[c]! + (more?.[c] ?? 0)
  const most = Math.max(...out)
  let sum = 0
  for (const score of out) sum += Math.exp(score - most)
  const norm = most + Math.log(sum)
  return out.map(score => score - norm)
}

/** FNV-1a over UTF-16 units, then mixed so that the low bits depend on all of it. */
export function hashOf(name: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
