import { attribute, type HtmlElement, type HtmlParent, isElement, nameTokens, textOf } from './html-tree.ts'

/**
 * Words of class and id that name what stands beside an article. Generic words of page building only, in English,
 * German and French; no word is there for one site.
 */
const JUNK: ReadonlySet<string> = new Set(
  `share shares sharing sharedaddy sharebar addtoany addthis social socials socialmedia related relatedposts recommend recommended recommendation recommendations
  newsletter signup subscribe subscription promo promotion promoted advert advertisement advertising advertorial anzeige werbung ads ad adsbygoogle sponsor sponsored sponsors banner banners cookie cookies consent gdpr
  breadcrumb breadcrumbs disqus sidebar navbar nav navigation navi menu submenu toolbar widget widgets popup modal overlay lightbox
  outbrain taboola tags taglist tagcloud keywords pagination pager paging caption captions credit credits copyright imagecaption bildunterschrift
  print printfriendly skip screenreader offscreen rating ratings login paywall regwall trending popular mostread donate donation donations spenden
  gallery slideshow carousel slider poll quiz jumplinks toc tooltip notification alert bio authorbio aboutauthor authorbox autorenbox authorinfo biography vcard
  feedback subnav footer footnav prevnext postnav morearticles readmore readnext seealso alsoread weiterlesen mehrzum jetpack yarpp shariff merkliste bookmark syndication byline meta postmeta entrymeta dateline
  comment comments commentlist commentform respond kommentar kommentare kommentarbereich commentaires`.split(/\s+/),
)

/** Pairs of neighbouring words that name the same things. */
const JUNK_PAIRS: ReadonlySet<string> = new Set(
  'read-more read-next read-also see-also more-from more-on more-news more-articles most-read most-popular latest-news author-bio author-box author-info about-author about-the post-meta entry-meta article-meta entry-footer post-footer article-footer post-tags entry-tags sr-only screen-reader visually-hidden tag-list tag-cloud image-credit photo-credit img-caption image-caption wp-caption-text post-navigation nav-links follow-us sign-up call-to social-media article-tools tool-bar img-copyright weitere-artikel mehr-zum jump-to'.split(
    ' ',
  ),
)

/** Whole class names by which style sheets hide an element; `overflow-hidden` and `field-label-hidden` do not. */
const HIDING =
  /(?:^|\s)(?:hidden|is-hidden|invisible|element-invisible|visually-hidden|visuallyhidden|sr-only|screen-reader-text|d-none)(?:\s|$)/

/** Names of teasers: of another page where they hold a link, of this one (its standfirst) where they do not. */
const TEASERS: ReadonlySet<string> = new Set('teaser teasers'.split(' '))

const COMMENTS: ReadonlySet<string> = new Set(
  'comment comments commentlist disqus respond kommentar kommentare kommentarbereich commentaires'.split(' '),
)

/** Landmarks and elements that never hold an article's text. */
const JUNK_TAGS: ReadonlySet<string> = new Set(
  'figure figcaption nav aside footer form button label fieldset menu'.split(' '),
)
const JUNK_ROLES: ReadonlySet<string> = new Set(
  'navigation complementary banner contentinfo search dialog alertdialog menu menubar toolbar tablist'.split(' '),
)

/** A paragraph that could be an article's own: 80 characters or more, less than a third of them in links. */
const REAL_PARAGRAPH = 80

/** What an element holds; computed once for a tree, bottom up. */
interface Content {
  readonly chars: number
  readonly paragraphs: number
}

/**
 * Elements to leave out before the body is looked for: hidden ones, navigation, figures, and what its class or id calls
 * share bars, teasers, captions, comments and the like. Never one that holds two real paragraphs or a fifth of the
 * page's text, because sites also name their article "content-sidebar"; a block of comments may hold more.
 */
export function findJunk(root: HtmlParent): Set<HtmlElement> {
  const contents = new Map<HtmlParent, Content>()
  const whole = measure(root, contents)
  const junk = new Set<HtmlElement>()
  mark(root, whole, contents, junk)
  return junk
}

function measure(node: HtmlParent, contents: Map<HtmlParent, Content>): Content {
  let chars = 0
  let paragraphs = 0
  for (const child of node.childNodes) {
    if (child.nodeName === '#text' && 'value' in child) chars += visibleLength(child.value)
    else if (isElement(child)) {
      const inside = measure(child, contents)
      chars += inside.chars
      paragraphs += inside.paragraphs
    }
  }
  if (isElement(node) && node.tagName === 'p' && chars >= REAL_PARAGRAPH && linkChars(node) * 3 < chars) paragraphs++
  const content = { chars, paragraphs }
  contents.set(node, content)
  return content
}

function visibleLength(text: string): number {
  let length = 0
  let space = true
  for (let i = 0; i < text.length; i++) {
    const isSpace = text.charCodeAt(i) <= 32
    if (!isSpace || !space) length++
    space = isSpace
  }
  return length
}

function linkChars(node: HtmlParent): number {
  let chars = 0
  for (const child of node.childNodes) {
    if (!isElement(child)) continue
    chars += child.tagName === 'a' ? textOf(child).length : linkChars(child)
  }
  return chars
}

function mark(
  node: HtmlParent,
  whole: Content,
  contents: ReadonlyMap<HtmlParent, Content>,
  junk: Set<HtmlElement>,
): void {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue
    const inside = contents.get(child)!
    if (isHidden(child) || isJunk(child)) {
      const comments = nameTokens(child).some(token => COMMENTS.has(token)) && whole.paragraphs - inside.paragraphs >= 2
      if (
        (inside.paragraphs < 2 && inside.chars * 5 < whole.chars) ||
        (comments && inside.chars * 10 < whole.chars * 8)
      ) {
        junk.add(child)
        continue
      }
    }
    mark(child, whole, contents, junk)
  }
}

function isHidden(element: HtmlElement): boolean {
  if (attribute(element, 'hidden') !== null || HIDING.test(attribute(element, 'class') ?? '')) return true
  const style = attribute(element, 'style')
  return style !== null && /(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)/i.test(style)
}

function isJunk(element: HtmlElement): boolean {
  const tag = element.tagName
  if (tag === 'body' || tag === 'html' || tag === 'article' || tag === 'main') return false
  if (JUNK_TAGS.has(tag) || JUNK_ROLES.has(attribute(element, 'role') ?? '')) return true
  const tokens = nameTokens(element)
  for (let i = 0; i < tokens.length; i++) {
    if (JUNK.has(tokens[i]!) || (TEASERS.has(tokens[i]!) && linkChars(element) > 0)) return true
    if (i > 0 && JUNK_PAIRS.has(`${tokens[i - 1]}-${tokens[i]}`)) return true
  }
  return false
}
