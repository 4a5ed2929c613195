/**
 * Runs work over inputs with at most `width` of them under way, and yields results in the order of the inputs. Inputs are
 * drawn only as room appears, so an endless source is fine.
 */
export async function* mapOrdered<In, Out>(
  inputs: Iterable<In> | AsyncIterable<In>,
  width: number,
  work: (input: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const underWay: Promise<Out>[] = []
  for await (const input of inputs) {
    const started = work(input)
    // A failure is thrown where the result is awaited; until then it must not count as unhandled.
    started.catch(() => {})
    underWay.push(started)
    if (underWay.length >= width) {
      const first = underWay.shift()
      if (first !== undefined) yield await first
    }
  }
  while (underWay.length > 0) {
    const first = underWay.shift()
    if (first !== undefined) yield await first
  }
}
