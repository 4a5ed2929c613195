import type { AmountExpression, TimeExpression } from '../model/expressions.ts'
import type { Mention } from '../model/reading.ts'

/** Times and amounts as Mentions of an article (kinds `time` and `amount`, form `name`), in order of text. */
export function expressionMentions(times: readonly TimeExpression[], amounts: readonly AmountExpression[]): Mention[] {
  const mentions = [...times.map(timeMention), ...amounts.map(amountMention)]
  return mentions.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
}

const NOBODY = { form: 'name', actor: null, actorId: null, role: null, place: null } as const

function timeMention(time: TimeExpression): Mention {
  return {
    span: time.span,
    kind: 'time',
    ...NOBODY,
    timex: time.timex,
    ...(time.value === null ? { why: time.why ?? 'not resolved' } : { value: time.value }),
  }
}

function amountMention(amount: AmountExpression): Mention {
  const { value, low, high, unit, unitSpan, unitWhy, per, fate } = amount
  return {
    span: amount.span,
    kind: 'amount',
    ...NOBODY,
    ...(value === null ? { why: amount.why ?? 'no number can be read' } : { value }),
    ...(low === null ? {} : { low }),
    ...(high === null ? {} : { high }),
    ...(amount.approximate ? { approximate: true } : {}),
    ...(unit === null ? {} : { unit }),
    ...(unitSpan === null ? {} : { unitSpan }),
    ...(unitWhy === undefined ? {} : { unitWhy }),
    ...(per === undefined ? {} : { per }),
    counted: amount.counted,
    class: amount.class,
    ...(fate === undefined ? {} : { fate }),
    of: amount.of,
    whose: amount.whose,
  }
}
