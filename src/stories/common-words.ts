/**
 * In how many of 592 English documents a common word stands: what tells a telling word from a common one before the
 * collection is large enough to show it. Counted by scripts/make-common-words.js over the first 4,000 characters of the
 * training documents of UD English EWT 15d613d (CC BY-SA 4.0), GUM afb41ee (CC BY 4.0 and as in NOTICE) and re3d b061ff0
 * (OGL 3 and public domain). A number stands before the words it counts.
 */
export const COMMON_WORDS = {
  documents: 592,
  counts: `187 good 166 know 165 work 139 want 135 place 132 best 130 great 127 im 122 around 121 need 120 really 115 right
think 110 service 105 another 100 give 98 find 97 little long 93 help 90 world 89 better 88 let 84 part 83 sure 82
home 81 something 80 today 79 next 78 look 77 always 75 call every lot 73 ive 72 away 71 experience food old please
70 end life number 67 able days high small things went 66 different feel thing try 65 already done found keep 64 com
family later looking state united 63 actually area love thanks 62 anything getting group probably 61 left 60 hope 59
nice start times 58 anyone big 57 far information together 56 business international live name night problem states
support 55 enough full government important using yes 54 based change kind large order someone 53 city country
recommend wanted working 52 early everything office possible show tell trying 51 bit care money questions second
taking 50 making national nothing point price youre 49 example staff 48 hours process system understand 47 believe
else four ill months 46 bad due morning open question read room school set thank whole 45 american ask hard mean
person places started 44 ago especially etc friends given ok others quite stay 43 air almost highly known line means
pretty problems received south 42 car check continue either free general leave makes taken 41 below close future
gave job main past run security side town 40 case everyone following happy instead iraq pay recently remember
special talk visit wait 39 across company couple five http thought water www 38 along course excellent fact local
maybe meeting needs recent sometimes youll 37 coming power public sent syria 36 become bring deal east front issues
major minutes real return september type 35 clear comes friend middle military outside president reason strong
usually war 34 available friendly helpful issue living meet move near non provided services university 33 buy
community finally fine guys half head idea light restaurant soon takes theyre weeks 32 answer beautiful currently
date discuss forward global held involved late personal plan political provide quality review short tried 31 book
clean common countries forces fun history interest march members north period professional six uk walk website 30
age behind central control cost extremely house key mind needed phone quickly research social turn wonderful
yesterday young 29 consider decided definitely earlier easy enron force foreign hand human july minister role simply
stop top 28 address al attention cause customer english form hear include inside january john list looks natural
perfect project seems site society space step study test worth wrong 27 add attached building children complete
despite door fight gives goes gone heard huge met moving nearly offer ones pm unless worked works york yourself 26
alone amount april co completely considered email entire face hour language level location longer manager operations
response results seeing sorry store street talking team west 25 body charge choice coalition department felt figure
groups id mail mark million myself october particular play record region sense significant st true 24 anyway attack
attacks began born brought canada center counter guess hold hotel interested kept lead legal management market
message oh oil options pick position range red returned reviews sea send specific third throughout 23 absolutely act
action areas august changes contact cut difficult drive efforts enjoy father follow guy knew largest man media note
party prices ready related secretary simple single subject turned whatever women word words 22 afternoon agreement
army board capital class comments copy cross de eat education effort event expensive former happened health
independent larger london member moved plus points poor press request result running suggest syrian term texas
thinking threat travel 21 apply black build development fall girl greater ground ideas isil june law learn likely
lives lost matter modern nation owner paid popular population putting rest science shows situation source speak
stuff theory trip white 20 ability access amazing america atmosphere attempt base cities college conference cultural
daily david death died easily ensure events final george image interesting killed lots mentioned nations necessary
net notice november online parts post present re reasonable regarding remain safe shop starting stated summer
systems ten understanding view watch weve willing wish worst 19 addition art bush campaign certain conditions
correct costs council credit customers december decision difference dr eventually expect havent info interview iraqi
knowledge land led luck minute numbers operation organization overall parents planning playing posted practice
progress rights road rules served statement twice ways weekend wife 18 agreed basis beyond bill century certainly
chance changed choose continued created culture defeat dinner director enjoyed environment europe evening female
fire fixed french gas hair hands hi higher immediately individual lack located model opportunity original paper
peace produce product products program published regime self similar star style tomorrow total treat waiting woman
workers written 17 account additional advice ahead americans begin beginning built buying calling civil clearly
comfortable data described details discussed doctor dog eastern exactly except expected families file floor fully
game gonna growing horrible houston html imagine included lunch michael mine names obviously okay opening paris park
percent piece plans policy previous properly quick regards reliable remains required search seem separate serious
showed studies supposed therefore thousands touch tv various video weapons web 16 activities agency animals anywhere
application asia attend bought box cases cheap compared conflict create current dry eating economic ended favorite
feed fighting god hit holding industry initial islamic jeff kids leader learning limited link looked men named
ordered owned parking pet protection rate reading regional resolve save section seven size sleep solution sort sound
spend spent student supporting terrorist training trust un visited wants waste write 15 allow announced appointment
approach arrived attended aware basic basically canadian cash caused challenges church claim claimed concern
continues contract cover deliver design desk developed directly draft effective energy england extra field fit focus
giving glad handle helped hot includes internet island join knows launch leading leaving meaning mention mid mom
mostly normal northern option originally particularly perhaps pressure prime professor reasons refused rooms rude
season sit sites somewhere son spot success sun task terms towards version walking warm 14 activity answers
associated average bringing british bus ca card centre china deep democratic depends determined employees equipment
excited explained fair fantastic fax feeling filled forget france german healthy helping impact improve india
informed items leaders liked male material menu moment mother multiple nature offered page parties patient
performance personally picture pictures plants police potential realize recommended regular released requested
resources restaurants sell seriously sign signed smaller spoke stand steps story successful technology traffic
unique unit value vehicle visitors welcome winter wow writing wrote 13 accepted allowed arab asking avoid baghdad
break budget california challenge changing climate command commercial committed committee concerned cool dead
decades decide depending designed destroyed differences dogs dollars driving enemy escape evidence experienced
february feet finding finish finished focused follows girls goal helps hospital hundreds husband keeping low
majority music noticed offers opinion owners partners physical plenty positive private quote ran reach receive
religious risk rule russia sales san series settlement shall species standard surprised table tank telling terrible
thoughts tourist toward trade treatment trouble values views violence washington watching wikinews 12 accept afraid
agree aid analysis applied appreciate appreciated article assist beach behalf blue booked calls capacity career
carry cars chief child chinese claims club coast cold commander communities complex considering content crisis
delivery develop discussion document doubt downtown effect effects elements enter established facilities failed fast
fear federal fish flight fly followed forced formal fresh generally grand grew guests hey historical hopefully
hotels increase increased index instance intelligence issued joined leadership letter lines lived meant network none
occur otherwise paying played pleasant possibly pre proposed provides purpose rates refer relationship
representative require respect settled shown sick sides sounds southern spring station structure students super
tobias treated types unfortunately variety visiting worse youve 11 achieve actions active affected animal apart
appropriate arabia assume australia baby bed birthday blood boat books broken buildings channel chapter chicken
citizens civilians coffee combined completed computer conducted constantly conversation corporate county court
covered creating dad daesh defined degree delivered detailed drinking dropped easier everywhere execute exist
experiences explain extend eye fairly fan florida folks foot games google hall happen heads heart honest hurt ii
indeed interviews iran japanese johnson la laws lay lists memory methods miles mosul nine nuclear numerous observed
ongoing opened org pass paul planned portion presence previously primary processes proper providing purchase regard
relatively replace requirements responsible ride round saudi scott seemed shopping showing signs sitting sources
square standing stayed stopped suggestions sweet target tax temperature terror terrorists tour transportation
traveling troops turkey typically ultimately update vehicles voice weekly william yeah 10 administration airport
ancient anyways arrival arts aspects author award awesome ball becoming behavior birds border breakfast brings
brother cage caught character charged chemical chose chris cleaned closed closely color comment concept condition
conduct connection consideration context core creation creative crew critical dark daughter dealing defense
delicious destroy determine discovered district drink earned elected ellwood emergency encourage estimated european
expanding expectations experts explore express extent failure famous fee fields firm fix fundamental gen green guest
gulf happens hate hearing highest historic holiday horse humans identified identify immediate impossible impressed
influence inherent inspired insurance interests kill king kingdom lights listed loss loved machine maintain manner
mary mass meal measure medical mexico mission nobody novel officer older onto pain pair participants patience peter
pets picked placed plane plays pleased primarily print prior processing production promise prove raised recall
reference reflect reminder repair republic requests resolution respond rich river robert roll routes schedule
scheduled seek senior serve share shops soft software speed spokesman stars steve straight strengthen strike
strongly studying surgery surrounding territory text throw train trained usa wearing wedding weight western wide won
wonder worry youtube 9 academic actual adopted advance aircraft allies anybody apartment apparently appear appeared
approved approximately artillery assistant background balance band bathroom beauty begun believed benefit bet bigger
bite brief broke busy camera cat catch cats cheaper checking christian colleagues companies concerns condolences
confirm cooperation damage dear demand destruction digital disaster doc documents double driver duty earth ect eight
entering essential establish estimate everybody exact examples expressed facility factor faith fellow finance
financial forms fourth frequently fuel gain generation gets goals grow growth heat homes hopes houses humanitarian
importance indian individuals introduction investment iraqis jack james jan jim joint joseph justice kinds knowing
languages largely latest launched league learned legs listen lol lovely loves lower mainly markets mike museum
muslims neighborhood netherlands normally noted obvious orange pieces planet policies pop prepared projects promised
protect province pull pulled purchased quoted reality receiving recognition regularly relations rent represent
revolution rice richard rise roughly runs sample sat scared schools scientific screen sending severe ship shower
silver sister slightly slow smart speaking specifically spirit split spoken sports spread stability stands status
stuck suffering suggests supplies supply supported surface taste teams technical terrorism theyll thinks thomas
totally typical units uses valley vet violent visa walked werent wider windows wine wise wondering 8 acceptance
accident accurate adding adult adults affect african alleged alright answered anti appears asian aspect attempts
authority babies bar ben benefits biggest bird block bottom bridge brown bunch cafe charges cheese christmas circle
clothing collection commission commitment comparison competition comprehensive confident confidential congress
connections constitution corner crucial cycle dangerous dave decent definition demonstrate describe developing
device die dining direction directions disappointed drug economy edit elsewhere employment ena encouraged engaged
entertainment entirely essentially et exposure eyes feature features findings formed founded founder framework
furniture fyi gender grab greatly gross guide hell horses identity income initially injured institute interviewed
introduce introduced invitation joe jump latin liberation literally magazine map marriage master materials
mathematics meat method metro millions minimum minor missed missing mistake moderate mouth movement movie nasa
native navy nervous nov ny opportunities opposite opposition outstanding pages panel parks participate payment
peaceful performed photo photos positions powerful prepare presented property proud psychology push quiet race
relationships relaxed release religion requires responses responsibility ring rough route russian salon scale
selection senate server serving shape shortly shot skills sky solutions somebody speaker stories streets studied
suffer supreme surprise talked targets taught tonight towns track travelling unable unity unknown unlike user
victims videos virtually visual vital wanting weather welcomed widely wind worried`,
} as const
