/**
 * How many of 745 English documents hold a common word: what tells a telling word from a common one before the collection
 * is large enough to show it. Counted over the first 4,000 characters of the training and
 * development documents of UD English EWT 15d613d (CC BY-SA 4.0) and GUM afb41ee (CC BY 4.0 and as in NOTICE), re3d b061ff0
 * (OGL 3 and public domain) and MEANTIME (CC BY 4.0); words in eight documents or more, stop words left out. A number
 * stands before the words it counts.
 */
export const COMMON_WORDS = {
  documents: 745,
  counts: `217 dont 209 good 203 know 194 work 166 want 156 best 152 place 149 im 147 great 145 around need 139 really 135
right 133 service 131 think 122 another 121 long 118 world 114 find 111 give today 110 help little 107 let 103
better 100 next 96 look 95 home 94 call 93 part sure 92 something 90 always 89 com united 88 every life 87 later
please 86 end lot 85 already number 84 different 83 able cant 82 away high states 80 thing 79 experience old 78 days
done food ive small 77 group love state things try 76 keep 75 actually looking thanks 73 hope 72 area company family
feel found left probably times went 71 based big due information 70 far getting name 69 anything support 68 problem
67 country didnt price start 66 city government international large order 65 anyone business early enough full kind
making months taking 64 four process together using 63 night set someone yes 62 air american live system 61 national
nice nothing open tell 60 change important office possible questions wanted working 59 care second show thank 58
case recommend 57 bit hours line person 56 ago example free http past point received trying youre 55 else everything
five money problems 54 general given major morning president read school 53 announced hard job makes question staff
taken 52 ask believe continue deal january move whole 51 available doesnt following future ill known main mean
public started understand 50 almost close either etc www 49 along bad fact friends leave means others pay recently
room south stay talk thought 48 pretty quite september special 47 across check instead maybe ok run services 46
become car currently especially everyone gave local places sent soon 45 comes happy highly issues phone town wont 44
coming couple course iraq political side visit 43 below bring earlier house issue july meet meeting military power
recent remember return wait 42 clear held history involved needs reason security usually war youll 41 buy cost east
excellent light march outside provide short six sometimes water 40 countries finally form forward front half idea
june million minutes near north period store theyre tried website weeks 39 behind force fun market non project
review role space type uk 38 answer control date guys head interest john living middle october personal plan
provided strong syria turn university 37 attention common development discuss enron friend members real research
response stop takes test top young 36 address april book center community email fine late pm record site worth
yesterday 35 al apple beautiful customer decided forces friendly hear hour isnt list looks offer quality quickly
range released seems social step west york 34 age aircraft attached cause co cut easy event foreign global hand
helpful human include largest media position restaurant result study walk 33 agreement clean complete conference
consider goes heard huge key mind needed party street third wrong 32 amount body central children definitely entire
extremely gives greater id language level mark minister nearly particular professional program society team true 31
add august building charge considered department despite face flight jobs law mail moving natural ones options ready
results send similar simply steve talking wonderful worked 30 action america board fight former groups hold industry
inside longer lost manager message met online operations parts perfect popular post situation sorry unless works 29
alone black built changes class computer decision english kept location management model music myself november plans
play regarding region remain running seeing sense source specific stated statement video white words yourself 28
access addition attack billion certain choice coalition commercial completely contact contract expected gone guy
havent killed lead london man oh plus press returned significant single thinking version women 27 act afternoon
attacks began born chief death door drive felt follow guess higher internet knew larger moved note present prices
sea stuff throughout whatever 26 additional areas begin copy current customers december design figure france health
hotel ideas interested launch legal likely lots oil original population previous re request self st suggest systems
term trip wish wouldnt 25 absolutely anyway attempt base beginning build canada capital ceo counter eat efforts
employees enjoy european expensive fall father file happened matter member nation numbers percent posted products
red related san search secretary subject summer travel turned various ways web weekend weve word 24 airbus army
brought bush changed cities continued costs created data described died difficult directly effort final girl image
independent interesting knowledge land learn led lives located men mentioned named net operation opportunity paid
pick rest reviews rights science shows simple starting ten texas tomorrow total wants wife willing workers 23
ability agreed ahead amazing art california claims college comments cross cultural de details dinner discussed
education europe expect ground hi immediately individual iraqi leader leaving link michael modern necessary notice
peace plane putting safe software sort spent technology therefore threat understanding view wasnt watch 22 agency
allow americans apply article basis calling campaign caused credit culture daily david easily events fly hair hands
includes interview lack leading limited normal overall owner playing points policy poor practice published regards
road serious speak story syrian touch worst 21 account animals atmosphere bill chance choose conflict correct create
director dr effective energy enjoyed ensure environment eventually fair features field fighting fixed french gas
george gonna houston included introduced isil learning luck mid nations okay ordered organization owned planning
product purchase reasons remains required respect seven shop showed sound supposed theory towards treat twice value
waiting washington woman 20 asia beyond calls cases certainly cheap claimed conditions council delivery difference
dog eastern economic executive experienced february female fire game giving growing hit holding imagine info minute
mother opening paper parents piece produce progress quick rate reasonable sell sites solution studies style
successful tv voice wide written 19 airlines anywhere application attend basically carry century clearly comfortable
compared content cool couldnt court defeat developed doctor dollars evening exactly fit focus god handle hopefully
hot inc india jeff loss lunch network obviously offers option paris park particularly private production regular
resolve rules sales save section seem separate served signed size smaller sold spend star success terrorist
thousands users visited write 18 activities advice airport allowed approach arab associated boeing bought bringing
british buying card civil continues cover deliver digital dry eating ended england evidence except extra federal
followed fuel fully german html increased initial islamic island leaders male material names operating parties
perhaps pictures potential previously prime properly purchased reading receive recommended regime reliable rule
scott share somewhere sources spot student task training trust un update visitors weapons 17 arent attended aware
basic bus centre china church claim companies concern dead decades delivered designed desk develop device draft
enter equipment explained families feed filled financial floor helped horrible hundreds impact join knows looked
meaning mine mostly multiple northern offered originally parking partners performance personally pet police possibly
pre professor refused regional relationship release scheduled series settlement sleep spoke supporting terms types
unique walking warm waste welcome writing wrote 16 agree aid appreciate average baghdad blue box break cash
challenge challenges closed committed concerned defense differences double favorite fax feeling forget francisco
girls glad google healthy informed ipod issued keeping kids kingdom latest majority medical mom occur officer
opinion orders otherwise owners page physical plants pressure proper proposed protection replace seek shall sign sit
son steps sun technical telling text traffic unit vehicle vice violence winter 15 announcement apparently
appointment arrived asking assist authority beach behalf budget ca canadian capacity chinese citizens comment
committee completed considering dear decide deep demand determined dropped effects elements estimated express failed
fantastic feet goal guests hall hearing helping helps improve increase launched letter liked lines low meant memory
mention miles moment nature opened patient picture positive prior provides providing purpose quote reach realize
requested responsible restaurants risk rooms rude russia schedule screen season senior seriously settled stand
standard students tax toward treatment trouble watching wikinews wow yeah youve 14 accept accepted active activity
administration analysis answers appears applied appreciated australia avoid biggest books brings camera command
complex connection corporate critical democratic depending depends document dogs doubt driving excited expectations
explain fast finding finished fish florida follows forced formal heart hey instance internal iphone items joined
justice king laws leadership lists lived menu none normally noticed projects promised ran religious representative
republic require resources routes serve sick singapore southern spokesman station strike structure super supply
surprised table tank terrible thomas thoughts tour tourist trade transportation troops unfortunately views western
wonder 13 affected airline analyst animal anybody apart author bed boat booked broke cage capable cars changing
child civilians climate club coast communities confidential confirmed constantly context core creating crew crisis
destroyed direct discussion downtown drink easier effect enemy error escape exist experts expressed facilities
fairly fear feature finish firm flights focused foot games generally grand grew grow growth happen historical
hospital husband immediate indeed indian intelligence interviews iran itunes japanese jim johnson la lay loved
mainly massive meal mexico millions mobile nine nuclear numerous observed older ongoing onto participants pass
passenger passengers paying photos placed played player pleasant plenty processes rates reached refer relatively
resolution ride round saudi severe shown sitting sounds species speed square standing stayed target traveling
treated ultimately unable union units values variety videos wearing wedding weight william won wondering worse 12
academic accident achieve actions affect afraid ancient appear appeared appropriate approved approximately arabia
award awesome baby begun birthday blood buildings career cats channel chicken chris closely cold commander conducted
confirm congress consideration constitution conversation creative damage dark daughter dealing decisions defined
degree destroy destruction discovered display documents download economy efficient eight elected essential
established everywhere execute existing extend eye factor famous flying folks forms founded frequently fresh
generation green happens heads hotels hurt identified ii index influence inspired intended interests judge leaves
lights listed markets martin mary measure method mike mission mosul org paul planned presence primary protect prove
reduced reference releases replaced represent requirements respectively respond river robert scale shopping shortly
sides skills slow speaking speech spring stopped straight strength strongly suggestions supplies surgery sweet
terror tobias tom turkey typical uses visiting weekly windows 11 accurate actual adult aged alternative anyways
apartment asian aspects assume background becoming believed ben benefit bigger block border breakfast breaking
bridge broken cat chapter chemical coffee color combined commission competition concept concerns condition county
covered creation dad daesh dangerous detailed determine disaster district doc drinking emergency ena engine examples
experiences explore fan fellow fifth film finance fix formed founder gain gen gets gross gulf highest historic homes
honest hopes horse humans identify impossible individuals initially introduction iraqis israel james jan joint kill
learned listen lose lower mac maintain manner marked mass materials methods microsoft minor mixed models movie
patience payment pets photo picked plays portion prepared presented primarily print processing recall recipient
regard relations reminder repair requests revolution rice richard rose secure seeking seemed senate sending showing
signs smart soft staying stock streets suffer surprise surrounding talks temperature territory terrorists throw
tonight totally trading transition typically vehicles violent wall wise youtube 10 acts adding adopted airliner
airplane allies allows alright annual appearance applications arrival articles arts assistant associate association
ball bathroom behavior birds bite bottom brand brief brother bunch busy carried catch caught cell character charged
cheaper chicago chose chosen christmas cleaned client colleagues commitment computers condolences conduct continuing
cooperation copies corner crucial cute delete delicious demonstrated desire direction duty earned earth elections
ellwood encourage entered entertainment era estimate et exchange expanding exposure extent eyes facility failure fee
fields fired foundation fourth fundamental germany goals guest hate heat holiday importance impressed income
inherent insurance investment invitation joe jump knowing largely legs loves machine magazine manufacturer miss
movies museum muslims nasa neither netherlands nobody noted novel opportunities opposition outstanding pages pain
pair pakistan passed peter planet plant pleased policies pop positions possibility prevent priority privileged pro
programs promise property province pull pulled push quarter quoted raised rare receiving reflect remained rent
responsibility rich rock roll route sale sample sat scared schools selection selling serving shape shops shower
sister sky slightly solutions spain speaker specifically spirit spread stability stage stars status stores
strengthen structures studying substantial suffering suggested suggests surface teams thinks tiny title tourists
track train trained transport trial twenty unlike unveiled usa user vacation vital vote walked weather welcomed
werent wider win worldwide worry 9 advance advanced africa agent agents alleged angeles approval argument armed
artillery aspect audio aviation awarded balance band bar bay beauty belgium benefits bet bird blow boy cancer cards
chairman charges checking christian circle citizen cleaning closing collection colors communication communications
comparison compete comprehensive concepts concerning connections consequences construction contain contribution
corps dating decade definition denied developers developing die dining disappointed discussions distance domain
driver drop drug ect elsewhere encouraged ends entering entirely equal establish everybody exact extended facts
faith faster favor feels fell filed fleet focusing freedom function fyi greatest greatly guide headed heavy houses
humanitarian incident institute introduce italy item jack joseph kinds languages league levels lol loose los louis
lovely map master match meat metal mountain movement muslim native navy negotiations neighborhood nervous newspaper
obvious officers operate opposed orange outcome participate path peaceful pieces port priced pricing proud ps radio
reality recognition regularly relationships representatives requires residents responsibilities rise rocket rolls
roughly runs russian scientific seats server settle sharon ship shut silver skin somebody spending split spoken
sports stands stories stronger stuck suffered supported sydney talked taste terrorism theyll tickets towns
travelling ultimate um unknown updated upper urban valley valuable versions vet vietnam village virtually visa wake
waters wine winning worried writer youd 8 absolute acceptance accessible acquired acting adults advantage afford
afghanistan african aimed alike answered anti appeal appreciation arrive aside asp assistance attacked attempted
attempts automatically babies bank bars battle beaches believes bid bob boston bother bowl brown cafe category chair
characters cheese claiming classes classical clothing columbia confidence confident considerable constant contest
contracts contrast contribute conventional counsel criminal criticism cruise customs cycle dan dave davis deals
decent decline dedicated degrees delivering demonstrate describe devoted difficulty directions discount displays
dispute distribution drove edit efficiency electricity employment enable engaged essentially exception exciting
execution exists expression familiar fifty files fill findings foods forever forgot format framework fund furniture
gender gotta gotten governor grab graduate grown hamas hamster harry hell hello historically hoped hoping horses hr
hub identity inclusive increasing injured injury insight institutions intend intends interviewed invited jets jordan
keeps km labor latin lee liberation license lies literally maintaining maintenance marriage married mathematics
meals medicine medium metro minimum ministry missed missing mistake moderate moral motion mountains mouth newest
notes nov ny object objectives occurred opposite panel parks partnership passing perform performed phase pilot
powerful prefer prepare preparing procedure produced promoted proof properties propose psychology publication pushed
quiet race rating recording registered relaxed relevant religion remove removed responses revealed ring rough royal
rush safety salon saving seat secret senator shared shot smith spanish standards starts strategy studied submit
supporters supports supreme targeted targets taught teaching tested th thick tourism toxic tradition transfer
tremendous truth uh unity useful venture victims visual vlog voted vs wanting wave widely wind younger`,
} as const
