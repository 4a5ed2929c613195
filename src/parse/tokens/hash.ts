/** One step of a 32-bit hash: `hash` with `value` mixed in. */
export function mix(hash: number, value: number): number {
  const next = Math.imul(hash ^ value, 0x9e3779b1)
  return next ^ (next >>> 15)
}

/** Hash of the text from `start` to `end`, A-Z lower-cased, with the kinds of quotation marks made alike. */
export function lowerHash(text: string, start: number, end: number): number {
  let hash = 0x2545f491
  for (let i = start; i < end; i++) hash = mix(hash, alike(text.charCodeAt(i)))
  return hash
}

function alike(unit: number): number {
  if (unit >= 65 && unit <= 90) return unit + 32
  if (unit < 0xab) return unit
  if (unit === 0x2019 || unit === 0xb4 || unit === 0x2bc) return 0x27
  if (unit === 0x2018 || unit === 0x201a) return 0x60
  if ((unit >= 0x201c && unit <= 0x201e) || unit === 0xab || unit === 0xbb) return 0x22
  return unit
}
