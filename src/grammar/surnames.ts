/** Surnames that come before the given name, as data for the order of names. Romanised, lower case, without marks. */

const words = (list: string) => list.trim().split(/\s+/)

/** Common Korean surnames in the romanisations of the pages (Revised, McCune–Reischauer, North Korean, free). */
export const KOREAN_SURNAMES: ReadonlySet<string> = new Set(
  words(`kim gim li lee ri rhee yi i rii pak park bak choe choi chey jeong chung jung chong jong kang gang cho jo yun yoon jang chang
  im lim rim han sin shin o oh seo so suh gwon kwon hwang an ahn song yu yoo ryu hong jeon chon jun go ko koh mun moon son sohn yang ryang
  bae pae baek paek heo ho hur huh nam sim shim no roh noh ha gwak kwak seong cha ju chu u woo gu ku koo min jin chin na ji chi eom om um
  won bang pang hyeon hyon hyun ham yeom byeon pyon do to gil kil tak thae tae myong pyo bong pong ma wi mo kye ki`),
)

/** Common Chinese surnames in Pinyin and Wade–Giles. */
export const CHINESE_SURNAMES: ReadonlySet<string> = new Set(
  words(`wang li zhang chang liu chen ch'en yang zhao chao huang zhou chou wu xu hsu sun hu zhu chu gao kao lin he ho guo kuo ma luo lo liang
  song sung zheng cheng xie hsieh han tang t'ang feng yu dong tung xiao hsiao cao ts'ao yuan deng teng fu shen zeng tseng peng p'eng
  lu lü su lai jiang chiang cai ts'ai jia chia ding ting wei xue hsueh ye yeh yan yen pan p'an du tu dai tai xia hsia zhong chung tian t'ien
  ren jen fan fang shi shih yao tan t'an liao zou tsou xiong hsiung jin chin hao kong k'ung bai pai cui ts'ui kang mao qiu ch'iu qin ch'in
  gu ku hou shao meng long lung wan duan tuan lei qian ch'ien yin ni bo po nie nieh zuo tso ke ko qiao ch'iao ji chi geng keng ou ouyang
  situ sima zhuge sheng pei p'ei an lan rong jung kuai xi hsi zhuang chuang xiang hsiang chai pu bu hua soong kung koo`),
)

/** Common Vietnamese surnames. */
export const VIETNAMESE_SURNAMES: ReadonlySet<string> = new Set(
  words(
    'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly truong dinh ton trinh mai dao doan luong lam cao',
  ),
)

/** Elements of which Japanese surnames are put together: Yama + da, Kawa + mura. Three-part names repeat one. */
export const JAPANESE_ELEMENTS: ReadonlySet<string> = new Set(
  words(`yama kawa gawa ta da naka mura moto shima jima matsu take ishi i ino no guchi kuchi uchi saki zaki hashi bashi sato to ito kato go do
  ko ya yo yoshi sawa zawa oka hara bara mori hayashi bayashi kobayashi shi mizu shimizu ike eda e ue kami shita kimura saito suzu ki suzuki
  waka wata nabe watanabe abe fuji wara i se ne mi miya miyake kita higashi nishi minami tsu tsuka zuka taka hira oo o ogawa ono kuro shiro aka ao
  fuku fuku chi mitsu ike hata tani dani hama sugi yanagi sone kishi aso kubo kubota hatoyama nobu nari gi ga ban segawa toku toyo tomi`),
)
