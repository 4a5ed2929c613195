// Outputs summed side by side: enough that no addition waits for the one before it.
const LANES = 4

/**
 * The last layer of a small network, matrix · ReLU(input) + bias, in plain numbers: `rows` × `columns`, row-major. Inputs
 * that ReLU stops cost nothing. Sums are doubles, added in the order of the inputs.
 */
export class RectifiedLayer {
  readonly #stride: number
  /** The matrix by input: an input's weights for all outputs side by side, filled up with zeros to whole lanes. */
  readonly #byInput: Float64Array
  readonly #bias: Float64Array
  readonly #out: Float64Array
  readonly #at: Int32Array
  readonly #value: Float64Array

  constructor(matrix: Float32Array, bias: Float32Array) {
    const rows = bias.length
    const columns = matrix.length / Math.max(1, rows)
    this.#stride = Math.ceil(rows / LANES) * LANES
    this.#byInput = new Float64Array(columns * this.#stride)
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++) this.#byInput[c * this.#stride + r] = matrix[r * columns + c]!
    this.#bias = new Float64Array(this.#stride)
    this.#bias.set(bias)
    this.#out = new Float64Array(this.#stride)
    this.#at = new Int32Array(columns)
    this.#value = new Float64Array(columns)
  }

  /** The outputs, in an array that the next call uses again; beyond the last row it holds nothing of meaning. */
  of(input: Float32Array): Float64Array {
    const at = this.#at
    const value = this.#value
    const weights = this.#byInput
    const out = this.#out
    let count = 0
    for (let k = 0; k < input.length; k++) {
      const each = input[k]!
      if (!(each > 0)) continue
      at[count] = k * this.#stride
      value[count++] = each
    }
    for (let r = 0; r < out.length; r += LANES) {
      let a = this.#bias[r]!
      let b = this.#bias[r + 1]!
      let c = this.#bias[r + 2]!
      let d = this.#bias[r + 3]!
      for (let i = 0; i < count; i++) {
        const from = at[i]! + r
        const each = value[i]!
        a += weights[from]! * each
        b += weights[from + 1]! * each
        c += weights[from + 2]! * each
        d += weights[from + 3]! * each
      }
      out[r] = a
      out[r + 1] = b
      out[r + 2] = c
      out[r + 3] = d
    }
    return out
  }
}
