const ENGLISH = 'january february march april may june july august september october november december'
const OTHERS: readonly string[] = [
  // German, French, Spanish, Italian, Portuguese, Dutch, Polish (genitive), Swedish, Danish and Norwegian, Indonesian.
  'januar februar märz april mai juni juli august september oktober november dezember',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  'januari februari maart april mei juni juli augustus september oktober november december',
  'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
  'januari februari mars april maj juni juli augusti september oktober november december',
  'januar februar marts april maj juni juli august september oktober november desember',
  'januari februari maret april mei juni juli agustus september oktober november desember',
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
]

const FULL = new Map<string, number>()
for (const language of [...OTHERS, ENGLISH]) language.split(' ').forEach((name, i) => void FULL.set(plain(name), i + 1))
FULL.set('sept', 9)
FULL.set('janner', 1)

/** Number of a month, 1 to 12, from its name or an abbreviation of three letters or more that means only one month. */
export function monthNumber(name: string): number | null {
  const key = plain(name)
  const exact = FULL.get(key)
  if (exact !== undefined) return exact
  if (key.length < 3) return null
  const english = ENGLISH.split(' ').findIndex(month => month.startsWith(key))
  if (english >= 0) return english + 1
  const found = new Set<number>()
  for (const [month, number] of FULL) if (month.startsWith(key)) found.add(number)
  const [only] = found
  return found.size === 1 && only !== undefined ? only : null
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ı', 'i').replace(/\.$/, '')
}
