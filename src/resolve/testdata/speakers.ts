/** A sentence with its names marked, the words for its speaker, and whom they mean (null: nobody), in what role. */
export interface SpeakerCase {
  readonly text: string
  readonly speaker: string
  readonly actorId: string | null
  /** Role as found; absent: not looked at. */
  readonly role?: string | null
  /** Part of the reason why nobody is meant. */
  readonly why?: string
  readonly on?: string
}

/** Speakers by kind, in sentences of our own; persons who exist say nothing in them. */
export const SPEAKERS: readonly (readonly [kind: string, cases: readonly SpeakerCase[]])[] = [
  [
    'names and offices',
    [
      {
        text: '{role {bloc NATO} Secretary General} {person Mark Rutte} spoke.',
        speaker: 'NATO Secretary General Mark Rutte',
        actorId: 'person:mark-rutte',
        role: 'Secretary General of NATO',
      },
      { text: '{role The {bloc NATO} chief} spoke.', speaker: 'The NATO chief', actorId: 'person:mark-rutte' },
      {
        text: '{role The {bloc NATO} chief} spoke.',
        speaker: 'The NATO chief',
        actorId: 'person:jens-stoltenberg',
        role: 'Secretary General of NATO',
        on: '2023-05-01',
      },
      {
        text: '{person Mark Rutte} came. {role The former {nationality Dutch} prime minister} spoke.',
        speaker: 'The former Dutch prime minister',
        actorId: 'person:mark-rutte',
        role: 'Secretary General of NATO',
      },
      {
        text: "{bloc NATO} met. {role The alliance's top official} spoke.",
        speaker: "The alliance's top official",
        actorId: 'person:mark-rutte',
      },
      {
        text: '{role Secretary of State} {person John F. Kerry} arrived.',
        speaker: 'Secretary of State John F. Kerry',
        actorId: 'person:john-kerry',
        role: 'Secretary of State of the United States',
        on: '2016-09-10',
      },
      {
        text: '{role The minister of the economy}, {person Ana Example}, said so.',
        speaker: 'The minister of the economy, Ana Example,',
        actorId: 'name:ana-example',
      },
      {
        text: 'Another host, {person Ana Example}, said so.',
        speaker: 'Another host, Ana Example,',
        actorId: 'name:ana-example',
      },
      {
        text: '{person Ana Example} of the {organisation Samplia Club} said so.',
        speaker: 'Ana Example of the Samplia Club',
        actorId: 'name:ana-example',
      },
      {
        text: '{organisation Samplia Party} spokeswoman {person Ana Example} said so.',
        speaker: 'Samplia Party spokeswoman Ana Example',
        actorId: 'name:ana-example',
      },
      {
        text: 'Spokeswoman {person Ana Example} said so.',
        speaker: 'Spokeswoman Ana Example',
        actorId: 'name:ana-example',
      },
      { text: '{person Spokeswoman Ana Example} said so.', speaker: 'Spokeswoman Ana Example', actorId: 'name:ana-example' },
      {
        text: '{person Secretary of State John F. Kerry} arrived.',
        speaker: 'Secretary of State John F. Kerry',
        actorId: 'person:john-kerry',
        on: '2016-09-10',
      },
      {
        text: '{person Ana J. Example} came. {person Ana Example} said so.',
        speaker: 'Ana Example',
        actorId: 'name:ana-j-example',
      },
    ],
  ],
  [
    'those who belong to somebody',
    [
      { text: "{person Ana Example}'s lawyer said so.", speaker: "Ana Example's lawyer", actorId: null, why: 'of Ana Example' },
      { text: "{person Mark Rutte}'s aides said so.", speaker: "Mark Rutte's aides", actorId: null, why: 'not who speaks' },
      { text: 'A lawyer for {person Ana Example} said so.', speaker: 'A lawyer for Ana Example', actorId: null },
      { text: '{person Ana Example} lawyer {person Bo Sample}, who came, said so.', speaker: 'Ana Example lawyer Bo Sample, who came,', actorId: 'name:bo-sample' },
      { text: 'The {person Example} campaign said so. {person Ana Example} left.', speaker: 'The Example campaign', actorId: 'name:ana-example-campaign' },
      { text: "{person Ana Example}'s campaign said so.", speaker: "Ana Example's campaign", actorId: 'name:ana-example-campaign' },
      { text: "A spokesman for {person Ana Example}'s campaign said so.", speaker: "A spokesman for Ana Example's campaign", actorId: 'name:ana-example-campaign', role: 'spokesman' },
      { text: "{person Ana Example}'s book says so.", speaker: "Ana Example's book", actorId: 'name:ana-example' },
      { text: "{person Ana Example}'s rise says so.", speaker: "Ana Example's rise", actorId: null },
      { text: 'The case against {person Ana Example} shows it.', speaker: 'The case against Ana Example', actorId: null },
      { text: '{person Ana Example} and {person Bo Sample} said so.', speaker: 'Ana Example and Bo Sample', actorId: 'name:ana-example' },
      { text: '{person Ana Example} and his wife {person Bea} said so.', speaker: 'Ana Example and his wife Bea', actorId: 'name:ana-example' },
      { text: 'Experts and {person Ana Example} said so.', speaker: 'Experts and Ana Example', actorId: null, why: 'several speak together' },
    ],
  ],
  [
    'voices of an office',
    [
      { text: "{person Mark Rutte}'s office gave no date.", speaker: "Mark Rutte's office", actorId: 'org:nato', role: 'office' },
      { text: "{person Mark Rutte}'s office gave no date.", speaker: "Mark Rutte's office", actorId: 'country:NLD', role: 'office', on: '2023-05-01' },
      { text: 'A spokesman for {person Mark Rutte} gave no date.', speaker: 'A spokesman for Mark Rutte', actorId: 'org:nato', role: 'spokesman' },
      { text: "{role The {nationality Japanese} prime minister}'s office gave no date.", speaker: "The Japanese prime minister's office", actorId: 'country:JPN', role: 'office' },
      { text: 'A spokeswoman for {person Ana Example} said so.', speaker: 'A spokeswoman for Ana Example', actorId: null, why: 'of Ana Example' },
      { text: 'In the {country U.S.}, the {person Obama} administration gave no date.', speaker: 'the Obama administration', actorId: 'country:USA', role: 'administration', on: '2016-09-10' },
      { text: 'In the {country U.S.}, {person Obama} administration officials gave no date.', speaker: 'Obama administration officials', actorId: 'country:USA', role: 'officials', on: '2016-09-10' },
      { text: 'The {person Barack Obama} administration gave no date.', speaker: 'The Barack Obama administration', actorId: null, on: '2025-04-08' },
      { text: 'A spokesman for the {organisation Kremlin} said so.', speaker: 'A spokesman for the Kremlin', actorId: 'org:kremlin', role: 'spokesman' },
      { text: 'A spokesman for the {organisation Samplia Ministry} said so.', speaker: 'A spokesman for the Samplia Ministry', actorId: 'name:samplia-ministry', role: 'spokesman' },
      { text: '{organisation White House} aides said so.', speaker: 'White House aides', actorId: 'org:white-house', role: 'aides' },
      { text: 'Officials at the {organisation Pentagon} said so.', speaker: 'Officials at the Pentagon', actorId: 'org:pentagon', role: 'officials' },
      { text: 'A spokesman for the {country U.S.} military in {country Iraq} said so.', speaker: 'A spokesman for the U.S. military in Iraq', actorId: 'country:USA', role: 'spokesman' },
    ],
  ],
  [
    'states, capitals and those who govern there',
    [
      { text: '{group {country U.S.} officials} said so.', speaker: 'U.S. officials', actorId: 'country:USA' },
      { text: 'Officials in {place Seoul} said so.', speaker: 'Officials in Seoul', actorId: 'country:KOR', role: 'officials' },
      { text: '{place Seoul} said so.', speaker: 'Seoul', actorId: 'country:KOR' },
      { text: 'The talks go on, according to {place Beijing}.', speaker: 'Beijing', actorId: 'country:CHN' },
      { text: '{place Brussels} said so.', speaker: 'Brussels', actorId: 'org:eu' },
      { text: '{place Springfield} said so.', speaker: 'Springfield', actorId: null },
      { text: 'Officials in {place Springfield} said so.', speaker: 'Officials in Springfield', actorId: null, why: 'unnamed source' },
      { text: 'Diplomats in {place Beijing} said so.', speaker: 'Diplomats in Beijing', actorId: null, why: 'unnamed source' },
      { text: 'Sources in {country Japan} said so.', speaker: 'Sources in Japan', actorId: null, why: 'unnamed source' },
      { text: 'Two senior European diplomats said so.', speaker: 'Two senior European diplomats', actorId: null, why: 'unnamed source' },
      { text: 'Two senior {nationality French} diplomats said so.', speaker: 'Two senior French diplomats', actorId: 'country:FRA', role: 'diplomats' },
      { text: 'A former {country U.S.} official said so.', speaker: 'A former U.S. official', actorId: null, why: 'no longer' },
      { text: '{nationality Russian}-backed officials said so.', speaker: 'Russian-backed officials', actorId: null, why: 'by Russia' },
      { text: 'A report on {country China} said so.', speaker: 'A report on China', actorId: null, why: 'document' },
      { text: '{nationality Chinese} state media said so.', speaker: 'Chinese state media', actorId: 'country:CHN', role: 'state media' },
      { text: 'State media said so.', speaker: 'State media', actorId: null },
      { text: 'State media {organisation KCNA} said so.', speaker: 'State media KCNA', actorId: 'outlet:kcna' },
      { text: 'Many {nationality Mexicans} say so.', speaker: 'Many Mexicans', actorId: null, why: 'some of Mexico' },
      { text: '{nationality Mexicans} say so.', speaker: 'Mexicans', actorId: null },
      { text: '{nationality The Mexicans} say so.', speaker: 'The Mexicans', actorId: 'country:MEX' },
      { text: 'Ministers from {country France} and {country Germany} said so.', speaker: 'Ministers from France and Germany', actorId: null, why: 'several' },
    ],
  ],
  [
    'papers and polls',
    [
      { text: 'A report in {organisation The Japan Times} said so.', speaker: 'A report in The Japan Times', actorId: 'outlet:japan-times', role: 'report' },
      { text: 'An {organisation Ipsos} poll found it.', speaker: 'An Ipsos poll', actorId: 'name:ipsos', role: 'poll' },
      { text: 'A new poll found it.', speaker: 'A new poll', actorId: null, why: 'document' },
      { text: 'Several experts said so.', speaker: 'Several experts', actorId: null, why: 'people who are not named' },
      { text: 'Police said so.', speaker: 'Police', actorId: null, why: 'without saying whose' },
      { text: 'The company said so.', speaker: 'The company', actorId: null, why: 'without saying which' },
      { text: 'A source close to the talks said so.', speaker: 'A source close to the talks', actorId: null, why: 'unnamed source' },
    ],
  ],
]
