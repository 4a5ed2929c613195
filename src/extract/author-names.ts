import { collapseSpace, normaliseName } from '../text/normalise.ts'

/** Words a byline begins with, before the name; taken off as often as they come. */
const LEAD =
  /^(?:(?:view |see |show )?(?:all |more )?(?:posts?|articles?|stories) (?:by|from)|(?:zeige )?(?:alle )?(?:beiträge|artikel|beitrag|ein artikel|ein beitrag|blog ?beitrag|pressemitteilung|interview|text|foto und text|text und fotos?|bericht|gastbeitrag|kommentar|eine? \p{L}{3,20}) (?:von|by)|(?:written|posted|published|story|article|report|reported|words|text|analysis|recipe|interview|review)(?: and (?:photos?|photographed))? by|(?:verfasst|geschrieben|veröffentlicht|erstellt|eingestellt|gespeichert|publiziert|gepostet|redigiert|geposted) (?:von|am|durch)|by|von|vom|par|por|di|door|przez|autor(?:in|en|\/in)?|verfasser(?:in)?|authors?|auteur|autore|autorzy?|text|interview|redaktion(?=:)|fotos?(?=:)|publiziert|posted|published|author profile|written|artikel von)(?:\s*[:|]\s*|\s+)/iu

/** What follows a name on its line: days, times, labels, roles. */
const TRAIL =
  /(?:^|[\s,|·•–—-]+)(?:(?:am|on|um|le|vor|seit|at|in|zuletzt|letzte|stand|datum|date|publiziert|published|posted|updated|aktualisiert|veröffentlicht|shares?|teilen|folgen|follow|view profile|mehr|more|staff (?:writer|reporter)|mo|di|mi|do|fr|sa|so)\b\.?(?=$|[\s:,.])|\d).*$/iu

/** Degrees, agencies, houses and roles after a comma. */
const SUFFIX =
  /,\s+(?:PhD|Ph\.D\.|MD|M\.D\.|MBA|dpa|afp|apa|sda|\p{Lu}{2,6}|\p{L}{4,25} (?:der|des|von|bei|of|at|for) .*)$|\s(?:Illustration|Fotos?|Photos?|Bilder) (?:von|by) .*$/u

const SEPARATE =
  /\s*;\s*|\s+(?:and|und|et|y|with|&|\+)\s+|\s*&\s*|,\s+(?=\p{Lu}[\p{L}.'’-]*\s\p{Lu})|\s+\|\s+|\s*\/\s*(?=\p{Lu}\p{Ll}+\s\p{Lu})/u

/** Words that make a name that of a house, not of a person. */
const HOUSE =
  /\b(?:gmbh|ag|kg|e\.? ?v\.?|ltd|inc|llc|s\.?r\.?l|verlag|redaktion|team|online|news|press[e]?|zeitung|magazin[e]?|blog|media|medien|stiftung|foundation|ministerium|bundes\p{L}+|agency|agentur|verband|verein|institut[e]?|university|universität|kirche|radio|tv|staff|editorial|editors?|desk|service|group|partei|fraktion|germany|deutschland)\b|[.@]\p{L}{2,}|\d/iu

const NO_NAME =
  /^(?:admin|administrator|super ?user|webmaster|editor|authors?|autor(?:en|in)?|unknown|no author|anonymous|guest|online|null|undefined|none|follow|more|share|comments?|by|von|name|posted|publisher|datum|date|home|agencies|wordpress ?admin|profil|written|veröffentlicht|publiziert)$|^(?:fotos?|photos?|bild|quelle|source|image|zu[rm]?|über|about|a propos|mehr|alle|all|the latest|this|dieser?|das|die|der|ein|eine|click|read|contact|kontakt)\b|:/i

/** Names in the raw values of a byline: leads, trails and addresses taken off, lists split, doubles and no-names dropped. */
export function authorNames(values: readonly string[]): string[] {
  const names: string[] = []
  for (const value of values) {
    for (const name of split(cleaned(value))) {
      if (isName(name) && !names.some(known => normaliseName(known) === normaliseName(name))) names.push(name)
    }
  }
  return names.slice(0, 12)
}

/** True for what looks like a person's name: two to five words that begin with capitals, particles apart. */
export function isPersonal(name: string): boolean {
  if (HOUSE.test(name)) return false
  const words = name.split(' ')
  if (words.length < 2 || words.length > 5) return false
  return words.every(
    word =>
      /^\p{Lu}/u.test(word) ||
      /^(?:de|del|della|di|da|dos|du|la|le|van|von|vom|zu|der|den|ten|bin|al|el|y|e|und)$/.test(word),
  )
}

function cleaned(value: string): string {
  let name = collapseSpace(value.slice(0, 300))
    .replace(/[\w.+-]{1,60}@[\w.-]{1,60}/g, '')
    .replace(/(?:^|\s)@\w{1,30}/g, '')
  for (let before = ''; before !== name; ) {
    before = name
    name = name.replace(LEAD, '')
  }
  return edges(edges(name).replace(TRAIL, '').replace(SUFFIX, ''))
}

function edges(name: string): string {
  return name.replace(/^[\s,;:|»>·•–—-]+|[\s,;:|»>·•–—-]+$/g, '')
}

function split(value: string): string[] {
  return value
    .split(SEPARATE)
    .map(name => edges(name.replace(/^(?:and|und)\s+/i, '')))
    .filter(name => name !== '')
}

/** Two to sixty characters with letters, at most six words, no address and no label. */
function isName(name: string): boolean {
  if (name.length < 2 || name.length > 60 || name.split(' ').length > 6) return false
  if (/^https?:|www\.|\/\/|[<>{}[\]#=?!]|\d{4}/i.test(name) || !/\p{L}{2}/u.test(name)) return false
  return !NO_NAME.test(name)
}
