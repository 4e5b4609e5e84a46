/** What the modelled files are, what they were fitted to, and the figures of the checks they passed. */
import { areaKm2 } from '../src/core/geodesic';
import type { OldUnit, Provenance } from '../src/core/model';
import { peopleByCommune } from './census-shares';
import { UNPUBLISHED, type Claim } from './claimed-coverage';
import { PEOPLE_PER_HAMLET, PEOPLE_PER_HOUSEHOLD, type Hamlet } from './hamlets';
import { BORDER_METERS } from './land';
import { MARGIN_METERS, MODELLED, OPERATORS, RADIUS_METERS, REPORTED_BTS, REPORTED_SHARE, type Station } from './stations';
import { figure, sentence } from './write';

interface Model {
  places: readonly Hamlet[];
  masts: readonly Station[];
  claims: readonly Claim[];
  units: readonly OldUnit[];
  /** By hamlet: signal of any technology by the radius model. */
  reached: readonly boolean[];
}

const MODEL_SOURCE = {
  vi: 'Mô phỏng của dự án (data/model.ts) từ ranh giới, trung tâm xã và dân số 2019; không phải số liệu của nhà mạng hay cơ quan nào',
  en: 'Modelled by this project (data/model.ts) from the borders, the commune centres and the census of 2019; not data of any operator or authority',
};
const REPLACED = {
  vi: 'Nạp tệp thật sẽ thay thế dữ liệu mô phỏng này',
  en: 'Loading real files replaces this modelled data',
};

/** Throws where the model does not keep what it promises. */
export function modelProvenance(model: Model): Provenance[] {
  const { places, masts, claims, units, reached } = model;
  checkPeople(places, units);
  checkCounts(masts);
  const reachedCount = reached.filter(Boolean).length;
  const reachedShare = reachedCount / places.length;
  if (Math.abs(reachedShare - REPORTED_SHARE) > 0.0005) throw new Error(`${reachedShare} of the hamlets are reached`);
  const people = places.reduce((n, h) => n + h.population, 0);
  const km = (technology: (typeof MODELLED)[number]) => figure(RADIUS_METERS[technology] / 1000, RADIUS_METERS[technology] % 1000 === 0 ? 0 : 1);
  const noCentre = units.filter((u) => !u.centre).map((u) => u.name);
  return [
    {
      file: 'sites.csv',
      nature: 'modelled',
      date: '2024-05',
      what: {
        vi: 'Trạm BTS mô phỏng của ba nhà mạng không nêu tên',
        en: 'Modelled base stations of three unnamed operators',
      },
      source: MODEL_SOURCE,
      licence: 'MIT',
      checks: [
        sentence(
          '{} trạm BTS ({} 2G, {} 3G, {} 4G), đúng số báo cáo, trên {} cột',
          '{} BTS ({} 2G, {} 3G, {} 4G), as reported, on {} masts',
          figure(masts.length),
          ...MODELLED.map((technology) => figure(masts.filter((s) => s.technology === technology).length)),
          figure(new Set(masts.map((s) => s.siteId)).size),
        ),
        sentence(
          '{} % số thôn ({} trên {}) có sóng của ít nhất một công nghệ, theo mô hình bán kính (2G {} km, 3G {} km, 4G {} km)',
          '{} % of the hamlets ({} of {}) have signal of at least one technology by the radius model (2G {} km, 3G {} km, 4G {} km)',
          figure(reachedShare * 100, 2),
          figure(reachedCount),
          figure(places.length),
          ...MODELLED.map(km),
        ),
        sentence(
          'Mọi cột đều nằm trong tỉnh, cách mọi ranh giới xã ít nhất {} m; không thôn nào cách mép vùng phủ của một cột dưới {} m',
          'Every mast lies inside the province, at least {} m from any commune border; no hamlet lies within {} m of the edge of a mast’s reach',
          figure(BORDER_METERS),
          figure(MARGIN_METERS),
        ),
      ],
      notes: [
        {
          vi: 'Dựng theo số báo cáo tháng 5/2024: số trạm theo công nghệ (783/932/703), và tỷ lệ 98,6 % hiểu là số thôn có sóng theo mô hình bán kính (báo cáo không nêu tính theo gì). Vì vậy sự trùng khớp không chứng minh điều gì',
          en: 'Fitted to the report of May 2024: the stations by technology (783/932/703), and the 98.6 %, taken as the share of hamlets reached by the radius model (the report does not say of what). That they agree therefore proves nothing',
        },
        {
          vi: 'Vị trí không phải vị trí thật. Mỗi xã cũ có một cột gần trung tâm; các cột khác đặt theo dân số',
          en: 'Positions are not real ones. Each old commune has a mast near its centre; the others follow the people',
        },
        sentence(
          'Giả định: Nhà mạng A, B, C là tên đặt, với {}, {} và {} trạm; quy mô và cơ cấu không theo nhà mạng thật nào',
          'Assumption: Nhà mạng (operator) A, B and C are made up, with {}, {} and {} stations; sizes and mixes follow no real operator',
          ...OPERATORS.map(({ name }) => figure(masts.filter((s) => s.operator === name).length)),
        ),
        {
          vi: 'Chưa xét địa hình. Không có trạm 5G vì báo cáo tháng 5/2024 không nêu',
          en: 'Terrain is not considered. There is no 5G, as the report of May 2024 gives none',
        },
        REPLACED,
      ],
    },
    {
      file: 'localities.csv',
      nature: 'modelled',
      date: '2019-04-01',
      what: {
        vi: 'Thôn, tổ dân phố mô phỏng, với số dân và số hộ',
        en: 'Modelled hamlets, with people and households',
      },
      source: MODEL_SOURCE,
      licence: 'MIT',
      checks: [
        sentence(
          '{} thôn, trung bình {} người; mỗi xã cũ có ít nhất một thôn',
          '{} hamlets of {} people on average; at least one in each old commune',
          figure(places.length),
          figure(people / places.length),
        ),
        sentence(
          'Số dân cộng đúng kết quả điều tra ở từng xã cũ, tổng cộng {} người',
          'People add up to the census in every old commune, {} in all',
          figure(people),
        ),
        sentence(
          'Mọi thôn đều nằm trong xã mới được ghi, cách ranh giới ít nhất {} m',
          'Every hamlet lies inside the commune of 2025 that it names, at least {} m from its border',
          figure(BORDER_METERS),
        ),
      ],
      notes: [
        sentence(
          'Giả định: cứ 400–450 người có một thôn (lấy {}), và {} người một hộ',
          'Assumption: one hamlet for every 400–450 people (taken as {}), and {} people to a household',
          figure(PEOPLE_PER_HAMLET),
          figure(PEOPLE_PER_HOUSEHOLD, 1),
        ),
        {
          vi: 'Tên chỉ là số thứ tự, vị trí không phải vị trí thật. Cột old_code là mã xã cũ (đến 30/6/2025)',
          en: 'Names are mere numbers, positions are not real ones. The column old_code is the code of the old commune (until 30 June 2025)',
        },
        {
          vi: 'Nguồn không có ranh giới xã cũ: thay bằng phần đất của xã mới gần trung tâm xã cũ đó nhất. Mật độ giảm dần khi xa trung tâm',
          en: 'The sources have no borders of the old communes: the land of the 2025 commune nearest to an old centre stands in for them. Density falls with the distance from the centre',
        },
        sentence(
          'Ba đơn vị không có vị trí trung tâm ({}): thôn đặt quanh trung tâm các đơn vị cũ khác trong cùng xã mới',
          'Three units without a centre ({}): hamlets are put around the centres of the other old units in the same commune of 2025',
          { vi: noCentre.join(', '), en: noCentre.join(', ') },
        ),
        {
          vi: 'Chưa xét địa hình: thôn có thể rơi vào sườn núi hay lòng sông',
          en: 'Terrain is not considered: a hamlet may fall on a mountainside or in a river',
        },
        REPLACED,
      ],
    },
    {
      file: 'coverage.geojson',
      nature: 'modelled',
      date: '2024-05',
      what: {
        vi: 'Vùng phủ sóng mô phỏng theo nhà mạng và công nghệ, như nhà mạng tự công bố (ví dụ)',
        en: 'Modelled coverage by operator and technology, as an operator would publish it (an example)',
      },
      source: MODEL_SOURCE,
      licence: 'MIT',
      checks: [
        sentence(
          '{} vùng, {} đa giác, không tự cắt và không chồng nhau trong cùng một vùng',
          '{} areas of {} polygons, none crossing itself or overlapping another of its area',
          figure(claims.length),
          figure(claims.reduce((n, c) => n + c.geometry.length, 0)),
        ),
        ...OPERATORS.map(({ name }) => {
          const own = claims.filter((c) => c.operator === name);
          const areas = (language: 'vi' | 'en') =>
            own.map((c) => `${c.technology} ${figure(areaKm2(c.geometry))[language]} km²`).join(', ');
          return { vi: `${name}: ${areas('vi')}`, en: `${name}: ${areas('en')}` };
        }),
      ],
      notes: [
        {
          vi: 'Hình vẽ khái quát quanh các trạm mô phỏng, có khoảng trống như thung lũng; Nhà mạng A vẽ rộng, Nhà mạng C vẽ hẹp so với mô hình bán kính. Diện tích gồm cả phần ra ngoài ranh giới tỉnh',
          en: 'Generalised outlines around the modelled stations, with holes as of valleys; Nhà mạng A draws generously, Nhà mạng C cautiously against the radius model. Areas include what lies across the province’s border',
        },
        {
          vi: `${UNPUBLISHED.operator} không công bố vùng phủ ${UNPUBLISHED.technology}: trạm vẫn có trong sites.csv, còn theo tệp này thì không có dữ liệu`,
          en: `${UNPUBLISHED.operator} publishes no ${UNPUBLISHED.technology} coverage: its stations are in sites.csv, by this file there is no data`,
        },
        {
          vi: 'Không tính theo địa hình và không hiệu chỉnh theo số 98,6 %',
          en: 'Not computed from terrain, and not fitted to the 98.6 %',
        },
        REPLACED,
      ],
    },
  ];
}

function checkPeople(places: readonly Hamlet[], units: readonly OldUnit[]): void {
  for (const unit of units) {
    for (const { code, population } of peopleByCommune(unit)) {
      const own = places.filter((h) => h.oldCode === unit.code && h.communeCode === code);
      const people = own.reduce((n, h) => n + h.population, 0);
      if (people !== population || own.some((h) => h.population < 1)) throw new Error(`${people} people in ${unit.code}, not ${population}`);
    }
  }
}

function checkCounts(masts: readonly Station[]): void {
  for (const technology of MODELLED) {
    const count = masts.filter((s) => s.technology === technology).length;
    if (count !== REPORTED_BTS[technology]) throw new Error(`${count} BTS of ${technology}`);
  }
  if (new Set(masts.map((s) => `${s.siteId} ${s.technology} ${s.operator}`)).size !== masts.length) throw new Error('a BTS occurs twice');
}
