// Words that are often written as one and always, or sometimes, read as two: the reader's model decides by what stands
// around them. A bar marks the place. Closed classes of English: contractions without their apostrophe, and the
// reductions that the English Web Treebank splits. "well", "were", "wed" and "shell" are left out: as contractions they
// are so rare that trying would cost more than it brings.
const FORMS = `
 can|not gon|na got|ta wan|na wan|a out|ta lot|ta kind|a sort|a lem|me gim|me i'm|a
 do|nt does|nt did|nt is|nt are|nt ar|nt was|nt were|nt has|nt have|nt had|nt ca|nt wo|nt would|nt could|nt should|nt
 must|nt need|nt ai|nt
 i|m i|ve i|d i|ll you|re you|ve you|ll you|d you|r u|r they|re they|ve they|ll we|ve
 it|s that|s what|s who|s he|s she|s there|s here|s where|s how|s let|s else|s it|ll that|ll there|ll
 every|day a|while no|one a|lot any|more
`

/** Where a glued form may be split, by the form in lower case: UTF-16 units before the place. */
export const GLUED: ReadonlyMap<string, number> = new Map(
  FORMS.trim()
    .split(/\s+/)
    .map(form => [form.replace('|', ''), form.indexOf('|')]),
)
