const FIXED: ReadonlyMap<string, string> = new Map([
  ["n't", 'not'],
  ['n’t', 'not'],
  ["'re", 'be'],
  ["'m", 'be'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ['ca', 'can'],
  ['wo', 'will'],
  ['an', 'a'],
  ['me', 'I'],
  ['i', 'I'],
  ['him', 'he'],
  ['them', 'they'],
  ['us', 'we'],
  ['these', 'this'],
  ['those', 'that'],
  ['better', 'good'],
])
const POSSESSIVE: ReadonlyMap<string, string> = new Map([
  ['his', 'his'],
  ['her', 'her'],
  ['its', 'its'],
  ['their', 'their'],
  ['my', 'my'],
  ['our', 'our'],
  ['your', 'your'],
])

/**
 * The lemma of a word with its tag, in UD's manner: names keep their case, pronouns are nominative, clitics are whole
 * words. `given` is the engine's guess, empty when it split the word otherwise.
 */
export function lemmaOf(form: string, upos: string, given: string): string {
  const lower = form.toLowerCase().replace('’', "'")
  if (upos === 'PROPN' || upos === 'X' || upos === 'SYM' || upos === 'PUNCT') return properLemma(form, upos)
  if (upos === 'AUX') return auxiliary(lower, given)
  if (upos === 'PRON') return POSSESSIVE.get(lower) ?? FIXED.get(lower) ?? (lower === "'s" ? 'us' : lower)
  if (upos === 'PART') return lower === "n't" ? 'not' : lower
  if (upos === 'DET') return FIXED.get(lower) ?? lower
  if (upos === 'NUM') return lower
  const lemma = (given === '' ? lower : given).toLowerCase()
  // The engine knows American spelling alone: "criticised" comes back as it went in.
  return upos === 'VERB'
    ? lemma
        .replace(/is(?:ed|es|ing)$/, 'ise')
        .replace(/^(.*(?:bell|sell|vell|dell|pell|gnall|bour|vour))(?:ed|ing)$/, '$1')
    : lemma
}

function properLemma(form: string, upos: string): string {
  if (upos === 'PUNCT') return form === '“' || form === '”' ? '"' : form === '’' || form === '‘' ? "'" : form
  return form
}

function auxiliary(lower: string, given: string): string {
  if (/^(?:am|is|are|was|were|be|been|being|'s|'re|'m|ai)$/.test(lower)) return 'be'
  if (/^(?:has|have|had|having|'ve)$/.test(lower)) return 'have'
  if (/^(?:do|does|did|done|doing)$/.test(lower)) return 'do'
  if (lower === "'d") return 'would'
  return (
    FIXED.get(lower) ?? (/^(?:would|should|could|might|must|may|can|will|shall)$/.test(lower) ? lower : given || lower)
  )
}
