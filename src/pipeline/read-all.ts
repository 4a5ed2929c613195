/**
 * Applies an asynchronous function to a stream with bounded look-ahead, and hands the results on in the order of the
 * inputs, so that what comes after does not depend on which worker was faster. Stops pulling when the consumer stops.
 */
export async function* mapInOrder<In, Out>(
  inputs: AsyncIterable<In>,
  lookAhead: number,
  apply: (input: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const under: Promise<Out>[] = []
  try {
    for await (const input of inputs) {
      const promise = apply(input)
      // A rejection is seen when its turn comes; until then Node must not call it unhandled.
      promise.catch(() => undefined)
      under.push(promise)
      if (under.length >= lookAhead) yield await (under.shift() as Promise<Out>)
    }
    while (under.length > 0) yield await (under.shift() as Promise<Out>)
  } finally {
    await Promise.allSettled(under)
  }
}
