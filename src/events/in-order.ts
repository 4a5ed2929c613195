/** First index of an ordered list whose place is not before `at`; the list's length where there is none. Logarithmic. */
export function firstFrom<One>(list: readonly One[], at: number, placeOf: (one: One) => number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (placeOf(list[middle]!) < at) low = middle + 1
    else high = middle
  }
  return low
}
