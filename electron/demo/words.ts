import { makeDeck, type DemoRandom } from './random.ts';

/** Every scored thing and every organisation carries it. */
export const sampleMark = '（示例）';

const brandHeads = [...'澜渝嘉巴缙歌岷沱宸曜珩霁峤泓澄砺擎拓矩衡弘朗沐岚峻鲲鹭桐柏芯纬恒拟翊骁昭启凌睿湛祺'];
const brandTails = [...'图枢域帆川舟岳衍策维核链源界磐迹坤泽辰岭溪桥峰翼象钧砚屿星云森航元讯格'];

/** Deals coined names of two characters without repeating one among the first 1,400. */
export function brandDeck(random: DemoRandom): () => string {
  const brands = brandHeads.flatMap((head) => brandTails.map((tail) => head + tail));
  return makeDeck(random, brands);
}

/** Districts and places are real, only as places; `roads` are not. */
export type Place = { readonly district: string; readonly office: string; readonly areas: readonly string[] };

const office = '经济信息委';
export const places: readonly Place[] = [
  { district: '渝中区', office: `区${office}`, areas: ['化龙桥片区', '大坪片区', '解放碑片区'] },
  { district: '大渡口区', office: `区${office}`, areas: ['建桥园区', '春晖路街道', '茄子溪片区'] },
  { district: '江北区', office: `区${office}`, areas: ['港城园区', '观音桥商圈', '石马河片区'] },
  { district: '沙坪坝区', office: `区${office}`, areas: ['青凤科创城', '井口片区', '三峡广场片区'] },
  { district: '九龙坡区', office: `区${office}`, areas: ['石桥铺片区', '杨家坪片区', '九龙园区'] },
  { district: '南岸区', office: `区${office}`, areas: ['南坪片区', '弹子石片区'] },
  { district: '北碚区', office: `区${office}`, areas: ['蔡家组团', '歇马片区'] },
  { district: '渝北区', office: `区${office}`, areas: ['仙桃国际大数据谷', '空港片区', '龙溪片区'] },
  { district: '巴南区', office: `区${office}`, areas: ['李家沱片区', '界石片区'] },
  { district: '两江新区', office: '产业促进局', areas: ['两江软件园', '照母山片区', '水土片区'] },
  { district: '西部科学城重庆高新区', office: '改革发展局', areas: ['金凤片区', '西永片区'] },
  { district: '重庆经开区', office: '产业发展局', areas: ['重庆软件园', '茶园片区'] },
];

const roads =
  '拟星大道 数聚路 云栈路 星桥路 拟云路 智汇街 码谷路 芯程路 算景路 链湖路 示范一路 创图路 软启路 云阶街 星枢路'.split(
    ' ',
  );

/** The district as an address begins: 重庆市渝北区, 重庆高新区. */
export function fullPlace(district: string): string {
  const plain = district.replace('西部科学城', '');
  return plain.startsWith('重庆') ? plain : `重庆市${plain}`;
}

/** A street and number that exist in no register. */
export function fictionalStreet(random: DemoRandom): string {
  return `${random.pick(roads)}${random.integer(2, 298)}号`;
}

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
];
const maleNames =
  '启衡 卫东 建川 云帆 明哲 志远 国栋 承志 晓峰 立新 思源 俊杰 永康 海涛 文博 向阳 振华 子墨 柏林 伟民 景行 泽宇 鹏程 嘉树 世勋 守拙 长青 砚舟 致和 渝生 一鸣 天佑 怀瑾 绍平 宏毅 兆丰 逸飞 正阳 昌明 少华 剑锋 维舟 瑞麟 树人 毅 凯 磊 骏 涵 斌 勇 锐 诚 晖'.split(
    ' ',
  );
const femaleNames =
  '静怡 雪梅 晓岚 丽华 思齐 佳慧 若溪 婉清 秀英 玉兰 春燕 子涵 雨桐 文君 敏之 诗雅 红梅 月娥 海棠 书瑶 欣然 念慈 亚男 云霞 素心 嘉禾 宁馨 冬青 采薇 知夏 琳 颖 倩 薇 娟 琪 蓉 洁 虹 岚'.split(
    ' ',
  );

export type Person = { readonly name: string; readonly gender: '男' | '女' };

/** Deals people; full names do not repeat among the first thousands. `menShare` is the share of men. */
export function personDeck(random: DemoRandom, menShare: number): () => Person {
  const surname = makeDeck(random, surnames);
  const men = makeDeck(random, maleNames);
  const women = makeDeck(random, femaleNames);
  const taken = new Set<string>();
  const draw = (): Person => {
    const man = random.chance(menShare);
    const family = surname();
    const given = man ? men() : women();
    return given.includes(family) ? draw() : { name: family + given, gender: man ? '男' : '女' };
  };
  return () => {
    let person = draw();
    while (taken.has(person.name)) person = draw();
    taken.add(person.name);
    return person;
  };
}

/** Universities that do not exist. */
export const schools =
  '渝衡理工大学 嘉澜大学 巴岳科技大学 缙川师范大学 渝拟信息工程学院 澜渡交通大学 宸州邮电大学 江峤工业职业学院 霁源医科大学 鹭岭工商大学 渝泓电子职业学院 桐溪财经大学 岷桥城市学院 砺峰机电职业学院 沱江软件工程学院 弘域外语外事学院 曜山美术与设计学院 芯谷职业技术大学'.split(
    ' ',
  );
