// Multinomial logistic regression over hashed features (src/events/learned/linear-model.ts), fitted by L-BFGS with L2.

const STEPS = 120

/** Examples {features, label, weight} -> a model with plain numbers. */
export function fitModel(examples, classes, { bits, penalty }) {
  const buckets = 2 ** bits
  const count = classes.length
  // only buckets that are used, so that the vectors of L-BFGS stay short
  const place = new Map()
  const coded = examples.map(({ features, label, weight }) => ({
    keys: features.keys.map(key => {
      const bucket = key & (buckets - 1)
      if (!place.has(bucket)) place.set(bucket, place.size)
      return place.get(bucket) * count
    }),
    values: features.values,
    label: classes.indexOf(label),
    weight: weight ?? 1,
  }))
  const size = place.size * count
  const value = (x, gradient) => {
    let loss = 0
    for (let k = 0; k < size; k++) {
      loss += 0.5 * penalty * x[k] * x[k]
      gradient[k] = penalty * x[k]
    }
    for (let c = 0; c < count; c++) gradient[size + c] = 0
    const scores = new Float64Array(count)
    for (const { keys, values, label, weight } of coded) {
      for (let c = 0; c < count; c++) scores[c] = x[size + c]
      for (let k = 0; k < keys.length; k++) for (let c = 0; c < count; c++) scores[c] += x[keys[k] + c] * values[k]
      const most = Math.max(...scores)
      let sum = 0
      for (let c = 0; c < count; c++) sum += Math.exp(scores[c] - most)
      const norm = most + Math.log(sum)
      loss -= weight * (scores[label] - norm)
      for (let c = 0; c < count; c++) scores[c] = weight * (Math.exp(scores[c] - norm) - (c === label ? 1 : 0))
      for (let k = 0; k < keys.length; k++)
        for (let c = 0; c < count; c++) gradient[keys[k] + c] += scores[c] * values[k]
      for (let c = 0; c < count; c++) gradient[size + c] += scores[c]
    }
    return loss
  }
  const x = minimise(value, size + count)
  const scale = new Float32Array(count)
  for (let k = 0; k < size; k++) scale[k % count] = Math.max(scale[k % count], Math.abs(x[k]) / 127)
  const weights = new Int8Array(buckets * count)
  for (const [bucket, at] of place)
    for (let c = 0; c < count; c++) weights[bucket * count + c] = Math.round(x[at * count + c] / (scale[c] || 1))
  return { classes, buckets, weights, scale, bias: Float32Array.from(x.subarray(size)) }
}

/** L-BFGS (Nocedal and Wright, algorithm 7.5) with halving steps. */
function minimise(value, size) {
  let x = new Float64Array(size)
  let gradient = new Float64Array(size)
  let loss = value(x, gradient)
  const past = []
  const dot = (a, b) => {
    let sum = 0
    for (let k = 0; k < size; k++) sum += a[k] * b[k]
    return sum
  }
  for (let step = 0; step < STEPS; step++) {
    const way = gradient.map(g => -g)
    const alphas = []
    for (const { s, y, rho } of [...past].reverse()) {
      const alpha = rho * dot(s, way)
      alphas.push(alpha)
      for (let k = 0; k < size; k++) way[k] -= alpha * y[k]
    }
    const last = past.at(-1)
    const first = last ? dot(last.s, last.y) / dot(last.y, last.y) : 1 / Math.sqrt(dot(gradient, gradient))
    for (let k = 0; k < size; k++) way[k] *= first
    past.forEach(({ s, y, rho }, n) => {
      const beta = rho * dot(y, way)
      const alpha = alphas[past.length - 1 - n]
      for (let k = 0; k < size; k++) way[k] += s[k] * (alpha - beta)
    })
    const slope = dot(gradient, way)
    let length = 1
    let next
    const found = new Float64Array(size)
    let lower
    for (;;) {
      next = x.map((each, k) => each + length * way[k])
      lower = value(next, found)
      if (lower <= loss + 1e-4 * length * slope || length < 1e-6) break
      length /= 2
    }
    const s = next.map((each, k) => each - x[k])
    const y = found.map((each, k) => each - gradient[k])
    const curve = dot(s, y)
    if (curve > 1e-10) past.push({ s, y, rho: 1 / curve })
    if (past.length > 8) past.shift()
    const gain = loss - lower
    x = next
    gradient = found
    loss = lower
    if (gain < 1e-5 * Math.abs(loss)) break
  }
  return x
}
