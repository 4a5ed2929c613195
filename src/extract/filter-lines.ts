import { findDates } from './parse-date.ts'
import type { Line } from './read-lines.ts'

/** What is known of the page when its lines are judged. */
export interface LineContext {
  readonly title: string | null
  readonly authors: readonly string[]
}

/** Why a line is no part of the article's text; `null` where it is one. */
export type LineFault = 'links' | 'lead-in' | 'call' | 'credit' | 'title' | 'byline' | 'date' | 'copyright' | 'label'

const LEAD_IN =
  /^(?:[»›>▶►→•·*+-]\s*)?(?:read (?:more|also|next|this|the full)|also read|related(?: (?:articles?|stories|posts?|content|links?|topics?|news|coverage))?\s*(?::|$)|more (?:on|from|about|stories|news|in)\b.{0,60}$|see also|see more|recommended|you (?:may|might) (?:also )?(?:like|be interested)|don.t miss|watch(?: (?:more|now|the video|live))?\s*:|listen(?: to)?\s*:|trending|most (?:read|popular)|up next|continue reading|lesen sie (?:auch|mehr|dazu|hier)|lies (?:auch|mehr)|mehr (?:zum thema|dazu|über|lesen|infos|aus)|siehe auch|weiterlesen|weitere (?:artikel|informationen|infos|themen|beiträge|nachrichten|links)|auch interessant|das könnte (?:sie|dich) auch|passend dazu|zum thema|ähnliche (?:artikel|beiträge)|à lire aussi|lire (?:aussi|également)|sur le même sujet|lea también|leer más|te puede interesar|leggi anche|leia também|czytaj (?:też|także|również)|zobacz (?:też|także)|lees ook)/i

const CALL =
  /\b(?:sign up|subscribe|newsletter|follow (?:us|me|him|her)\b|like us on|join (?:us|our)|download (?:the|our) app|our app|click here|register now|donate|support (?:us|our)|share (?:this|on|via)|tweet this|leave a (?:comment|reply)|post a comment|comments? (?:are|is) closed|add a comment|privacy policy|terms of (?:use|service)|enable javascript|ad ?blocker|cookies?|log ?in\b|folgen sie|folge uns|abonnieren|abonniere|jetzt anmelden|hier klicken|artikel teilen|kommentar (?:schreiben|verfassen)|teilen|weitersagen|datenschutz|javascript|abonnez-vous|suscríbete|síguenos|iscriviti|seguici|inscreva-se|udostępnij|abone ol)\b/i

const CREDIT =
  /^(?:\(?(?:photos?|fotos?|images?|bild(?:er|quelle|nachweis|rechte)?|pictures?|credits?|photograph(?:er|s)?|video|grafik|graphic|illustration|symbolbild|archivbild|titelbild|beitragsbild|source|quelle|crédits?|foto)\s{0,3}(?:credits?|courtesy|by|von|par)?\s{0,3}[:©/(|]|©|\(c\)\s|image (?:source|credit|caption)|getty images|(?:ap|afp|epa|reuters) photo\b|\(?(?:photo|foto|image|bild) (?:by|von|courtesy))/i

/** A credit after a caption: "The minister in June. © Agency", "Harbour at night (Photo: A. Example)". */
const CREDIT_INSIDE =
  /(?:©|\(c\)\s|\b(?:photos?|foto|bild|image|symbolfoto|archivfoto|photograph(?:ie)?|crédits? photos?)\s?[:/]\s?\S|\bphotograph by\b|\/ ?getty images)/i

/** What a blog's software says of a post, what a site says of logging in, comments and its own apps. */
const RECORD =
  /^(?:(?:dieser|der) (?:beitrag|artikel|eintrag|text) (?:wurde|ist) .{0,60}(?:veröffentlicht|abgelegt|geschrieben|verfasst|erschienen)|this (?:entry|post|article) (?:was|has been|is) (?:posted|published|filed|tagged|first published|originally)|(?:veröffentlicht|erstellt|abgelegt|gepostet|geschrieben|posted|published|filed) (?:am|on|in|von|by|unter|under)\b.{0,80}\d|.{0,120}\b(?:eingeloggt|angemeldet|logged in)\b.{0,60}(?:kommentar|comment|post)|.{0,120}(?:kommentar|comment).{0,60}\b(?:eingeloggt|anmelden|einloggen|logged in)\b|release date:|last (?:updated|modified)|letzte (?:änderung|aktualisierung)|zuletzt (?:aktualisiert|geändert)|publiziert:|permali(?:nk|en)\b|suggested citation|zitiervorschlag)/i

const COPYRIGHT =
  /^(?:©|\(c\)\s|copyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|this (?:article|material|story) (?:was|may not)|todos los derechos)/i

const LABEL =
  /^(?:share|shares|teilen|tweet|tweeten|twittern|pin it|e-?mail|mailen|print|drucken|whatsapp|facebook|twitter|linkedin|pinterest|xing|reddit|telegram|flipboard|comments?|kommentare?|\d{1,4} (?:comments?|kommentare?|shares)|advertisement|anzeige|werbung|publicité|publicidad|reklama|sponsored|ad|tags?:.{0,200}|schlagw(?:orte|örter):?.{0,200}|stichwort[e]?:.{0,150}|themen:.{0,150}|topics:.{0,150}|filed under.{0,150}|categor(?:y|ies):.{0,150}|kategorien?:.{0,150}|posted in.{0,150}|loading.{0,5}|back to top|nach oben|zurück|previous|next|home|startseite|menu|search|suche|close|schließen|play|video|photos?|gallery|slideshow|share this(?: article| story| post)?:?|like this:|gefällt mir:?.{0,40}|follow|folgen|save|merken|copy link|link kopieren|more|mehr|read more|weiterlesen|mehr lesen|\(?\d+ ?\/ ?\d+\)?|\d+ (?:of|von) \d+)$/i

/** Longest line that a lead-in, a call, a credit can be; beyond it the words are part of a paragraph, in characters. */
const SHORT = 160

/** Headings and labels after which nothing of the article follows. */
const TAIL =
  /^(?:about (?:the )?authors?|über (?:den|die) autor(?:en|in)?|zu[rm] (?:autor(?:in)?|person)|(?:you )?(?:may|might) also like.{0,20}|related (?:articles|stories|posts|content|news|reading)|recommended(?: for you| articles| stories)?|more (?:stories|news|articles|from [^.]{1,40})|most (?:read|popular)|read (?:more|next)|up next|leave a (?:comment|reply)|post a comment|add (?:a )?comment|join the (?:conversation|discussion)|comments?|(?:\d+ )?(?:kommentare|comments|responses|antworten|meinungen)(?: zu .{0,120})?|kommentar(?:e)? (?:schreiben|verfassen|hinterlassen)|schreibe? (?:uns )?einen kommentar|das könnte (?:sie|dich|ihnen|euch).{0,40}|auch interessant|ähnliche (?:artikel|beiträge|themen)|verwandte (?:artikel|beiträge|themen)|weitere (?:artikel|beiträge|themen|nachrichten|meldungen|links|informationen)|weiterführende (?:links|informationen|artikel)|weiterführender link|empfohlene (?:artikel|beiträge)|zum weiterlesen|mehr zum thema|lesen sie auch|schon gelesen|passende artikel|teilen(?: mit)?|share this.{0,20}|gefällt mir|gefällt (?:ihnen|dir) dieser artikel|à lire aussi|sur le même sujet|articles liés|lire aussi|commentaires|te puede interesar|noticias relacionadas|artículos relacionados|leggi anche|articoli correlati|commenti|leia (?:também|mais)|zobacz także|polecamy|ilgili haberler|meist-?(?:gelesen|diskutiert|kommentiert)|newsletter|tags?|schlagworte)\s*[:!?…]*$/i

/**
 * The lines of a body that are its text. Beside the faults of single lines: what follows a closing label ("Related
 * articles", "About the author") in the second half is cut, and so is a heading under which nothing is left.
 */
export function filterLines(lines: readonly Line[], context: LineContext): Line[] {
  const total = lines.reduce((sum, line) => sum + line.text.length, 0)
  const kept: Line[] = []
  let size = 0
  for (const line of lines) {
    if (size > total / 2 && size > 400 && line.text.length <= 160 && TAIL.test(line.text)) break
    size += line.text.length
    if (faultOf(line, context) === null) kept.push(line)
  }
  while (kept.length > 1 && isOrphan(kept.at(-1)!)) kept.pop()
  return kept
}

/** A heading, or a short line that announces something, at the very end. */
function isOrphan({ text, role }: Line): boolean {
  return role === 'heading' || (text.length < 60 && text.endsWith(':'))
}

/** Judges one line; linear in its length. */
export function faultOf(line: Line, context: LineContext): LineFault | null {
  const { text } = line
  if (LABEL.test(text)) return 'label'
  if (text.length <= 300 && isSame(text, context.title)) return 'title'
  if (text.length <= SHORT && LEAD_IN.test(text) && (line.linkChars > 0 || !isSentence(text))) return 'lead-in'
  if (text.length <= 300 && COPYRIGHT.test(text)) return 'copyright'
  if (text.length <= SHORT && CREDIT.test(text)) return 'credit'
  if (text.length <= 250 && CREDIT_INSIDE.test(text)) return 'credit'
  if (text.length <= 400 && RECORD.test(text)) return 'call'
  if (isLinks(line)) return 'links'
  if (text.length <= 120 && isByline(text, context.authors)) return 'byline'
  if (text.length <= 80 && isDateLine(text)) return 'date'
  if (text.length <= 200 && CALL.test(text) && (line.linkChars > 0 || text.length <= 100) && !/[“”"„«]/.test(text))
    return 'call'
  return null
}

function isSentence(text: string): boolean {
  return /[.!?]["”“»)]?$/.test(text) && text.split(' ').length > 4
}

/** Nearly all of the line is links, and it is no long paragraph. */
function isLinks({ text, linkChars }: Line): boolean {
  return linkChars > text.length * 0.8 && text.length < 200
}

function isSame(text: string, title: string | null): boolean {
  if (title === null) return false
  const a = letters(text)
  const b = letters(title)
  return a !== '' && (a === b || (b.length > 20 && a.length < b.length * 1.2 && a.includes(b)))
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

function isByline(text: string, authors: readonly string[]): boolean {
  if (
    /^(?:by|von|par|por|di|text:|autor(?:in)?:)\s+\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){1,3}(?:\s*[,|•·–-].{0,60})?$/iu.test(
      text,
    ) &&
    /^\S+\s+\p{Lu}/u.test(text)
  )
    return true
  const plain = letters(text)
  return authors.some(author => {
    const name = letters(author)
    return name.length > 4 && plain.startsWith(name) && plain.length <= name.length + 12
  })
}

/** A date and little more than a time, a place or a label beside it. */
function isDateLine(text: string): boolean {
  const found = findDates(text, 'day-first')
  if (found.length === 0) return false
  const words = text.match(/\p{L}{2,}/gu) ?? []
  return words.length <= 6 && !/[.!?]["”]?$/.test(text.trim()) && text.length <= 70
}
