/** What the files derived from the sources are, and the figures of the checks they passed. */
import type { FibreEndpoint, OldUnit, Provenance } from '../src/core/model';
import { MOST_AREA_CHANGE, MOST_MOVED_METERS, type BoundaryReport } from './boundaries';
import { FIBRE_AS_OF } from './fibre';
import type { Indicators } from '../src/formats/bundled-files';
import { CENSUS_TOTAL } from './old-units';
import { figure, sentence } from './write';

const LISTS_SOURCE = {
  vi: 'Bảng chuyển đổi 193 xã cũ: dvhcvn/20250701, bản dd94887 (MIT), từng dòng đã đối chiếu với Nghị quyết 1684/NQ-UBTVQH15; tọa độ trung tâm: danh mục đơn vị hành chính của Tổng cục Thống kê, theo hai kho dữ liệu công khai; dân số: Tổng điều tra dân số và nhà ở 1/4/2019',
  en: 'Crosswalk of the 193 old communes: dvhcvn/20250701 @ dd94887 (MIT), each row found again in Resolution 1684/NQ-UBTVQH15; centres: the General Statistics Office’s list of administrative units, as copied in two public repositories; people: Population and Housing Census of 1 April 2019',
};

export function sourcesProvenance(
  report: BoundaryReport,
  units: readonly OldUnit[],
  fibre: readonly FibreEndpoint[],
  { seed, other }: Indicators,
): Provenance[] {
  const noted = (note: OldUnit['centreNote']) => figure(units.filter((u) => u.centreNote === note).length);
  const mostKmOutside = Math.max(...units.map((u) => u.centreKmOutside));
  return [
    {
      file: 'communes.topo.json',
      nature: 'real',
      date: '2025-07-01',
      what: {
        vi: 'Ranh giới 73 xã, phường hiện nay (từ 1/7/2025) thuộc tỉnh Hà Giang cũ, kèm dân số 2019 và mã các xã cũ',
        en: 'Borders of the 73 communes and wards of today (since 1 July 2025) on the land of the former Hà Giang province, with their people in 2019 and the codes of their old communes',
      },
      source: {
        vi: 'thanglequoc/vietnamese-provinces-database, bản cd58063; hình học từ bản đồ hành chính quốc gia của Bộ Nông nghiệp và Môi trường',
        en: 'thanglequoc/vietnamese-provinces-database @ cd58063; geometry from the national administrative reference map of the Ministry of Agriculture and Environment',
      },
      licence: 'MIT',
      checks: [
        sentence(
          '73 xã, tổng diện tích {} km² trên elipxoit WGS 84',
          '73 communes, {} km² in all on the WGS 84 ellipsoid',
          figure(report.areaKm2, 1),
        ),
        sentence(
          'Ranh giới xê dịch nhiều nhất {} m so với bản gốc (khoảng cách Hausdorff hai chiều; giới hạn {} m)',
          'No border moved more than {} m from the source (Hausdorff distance, both ways; bound {} m)',
          figure(report.movedMeters, 1),
          figure(MOST_MOVED_METERS),
        ),
        sentence(
          'Diện tích mỗi xã thay đổi nhiều nhất {} % (giới hạn {} %)',
          'No commune’s area changed by more than {} % (bound {} %)',
          figure(report.areaChange * 100, 3),
          figure(MOST_AREA_CHANGE * 100, 2),
        ),
        sentence(
          'Các xã liền kề dùng chung đường ranh giới ({} đoạn), không hở, không chồng lấn, không tự cắt',
          'Neighbours share their borders ({} arcs): no gap, no overlap, no self-crossing',
          figure(report.arcs),
        ),
        sentence('Dân số cộng đúng {} người', 'People add up to {}', figure(CENSUS_TOTAL)),
      ],
      notes: [
        sentence(
          'Từ {} còn {} đỉnh: đã bỏ {} vòng dư ba đỉnh và {} đỉnh trùng, thêm {} đỉnh của xã liền kề để khép các khe hở, rồi giản lược',
          'From {} to {} vertices: {} sliver rings of three vertices and {} repeated vertices dropped, {} vertices of a neighbour inserted to close the slits, then simplified',
          figure(report.verticesBefore),
          figure(report.verticesAfter),
          figure(report.droppedSlivers),
          figure(report.droppedRepeats),
          figure(report.insertedVertices),
        ),
        {
          vi: 'Giả định: dân số ba xã, phường cũ bị chia (Quang Trung, Việt Lâm, Yên Định) được chia đôi cho hai đơn vị mới',
          en: 'Assumption: the people of the three old communes that were split (Quang Trung, Việt Lâm, Yên Định) are halved between their two successors',
        },
        {
          vi: 'Dân số là của cuộc tổng điều tra 1/4/2019, không phải hiện nay',
          en: 'People are those of the census of 1 April 2019, not of today',
        },
      ],
    },
    {
      file: 'old-units.json',
      nature: 'real',
      date: '2025-06-30',
      what: {
        vi: '193 xã, phường, thị trấn của tỉnh Hà Giang đến hết ngày 30/6/2025: huyện, dân số 2019, trung tâm, đơn vị hành chính mới',
        en: 'The 193 communes, wards and townships of Hà Giang until 30 June 2025: district, people in 2019, centre, commune of 2025',
      },
      source: LISTS_SOURCE,
      licence: 'MIT',
      checks: [
        sentence(
          '{} xã cũ thuộc {} xã mới; dân số cộng đúng {} người, bằng số công bố của toàn tỉnh',
          '{} old communes in {} new ones; people add up to {}, the published total of the province',
          figure(units.length),
          figure(new Set(units.flatMap((u) => u.communes.map((c) => c.code))).size),
          figure(CENSUS_TOTAL),
        ),
        sentence(
          '{} trung tâm nằm trong đúng xã mới, kể cả {} trung tâm đã sửa vị trí',
          '{} centres lie inside the 2025 commune that the crosswalk names, {} of them after a correction',
          figure(units.filter((u) => u.centreNote === 'inside' || u.centreNote === 'corrected').length),
          noted('corrected'),
        ),
      ],
      notes: [
        sentence(
          '{} trung tâm nằm ngoài xã mới của mình (xa nhất {} km), {} không có vị trí, {} đã sửa (kinh độ in nhầm 104°08′27″, đọc là 104°48′27″)',
          '{} centres lie outside their 2025 commune (at most {} km), {} have no position, {} is corrected (longitude misprinted as 104°08′27″, read as 104°48′27″)',
          noted('outside'),
          figure(mostKmOutside, 2),
          noted('missing'),
          noted('corrected'),
        ),
        {
          vi: 'Năm tên có hai cách viết (danh mục cũ và nghị quyết); cả hai đều được ghi',
          en: 'Five names have two spellings (the old list and the resolution); both are given',
        },
        {
          vi: 'Hai xã nhập năm 2020 (Bản Péo vào Nậm Dịch, Ngán Chiên vào Trung Thịnh) đã được cộng dân số',
          en: 'Two communes merged in 2020 (Bản Péo into Nậm Dịch, Ngán Chiên into Trung Thịnh) are added in',
        },
        {
          vi: 'Giấy phép MIT là của bảng chuyển đổi; các nguồn còn lại là số liệu công bố của cơ quan nhà nước',
          en: 'The MIT licence is that of the crosswalk; the other sources are published official figures',
        },
      ],
    },
    {
      file: 'fibre.json',
      nature: 'derived',
      date: FIBRE_AS_OF,
      what: {
        vi: '193 điểm cáp quang, suy ra từ báo cáo: trung tâm các xã cũ',
        en: '193 fibre endpoints, derived from a report: the centres of the old communes',
      },
      source: {
        vi: 'Báo cáo tháng 5/2024 của Ban Tuyên giáo Tỉnh ủy: 100 % xã có cáp quang đến trung tâm; vị trí trung tâm theo danh mục của Tổng cục Thống kê',
        en: 'Report of May 2024 by the provincial Party committee’s propaganda board: 100 % of communes have fibre to their centre; positions of the centres from the General Statistics Office’s list',
      },
      licence: null,
      checks: [
        sentence(
          '{} điểm, {} điểm có vị trí; điểm nào cũng thuộc một trong các xã mới của xã cũ',
          '{} endpoints, {} with a position; each belongs to a successor of its old commune',
          figure(fibre.length),
          figure(fibre.filter((f) => f.position).length),
        ),
      ],
      notes: [
        {
          vi: 'Vị trí là trung tâm xã, chính xác đến một giây cung (khoảng 30 m); không phải vị trí thật của thiết bị đầu cuối',
          en: 'Positions are those of the commune centres, to one second of arc (about 30 m); they are not the equipment’s own',
        },
        sentence(
          '{} điểm không có vị trí, {} điểm nằm ngoài xã mới, {} điểm đã sửa vị trí: đều giữ trong danh sách và có ghi chú',
          '{} endpoints have no position, {} lie outside their 2025 commune, {} is corrected: all stay in the list and say so',
          noted('missing'),
          noted('outside'),
          noted('corrected'),
        ),
        {
          vi: 'Với ba xã cũ bị chia, điểm thuộc xã mới chứa trung tâm',
          en: 'For the three split communes, the endpoint belongs to the successor that contains the centre',
        },
      ],
    },
    {
      file: 'indicators.json',
      nature: 'real',
      date: '2024-05',
      what: {
        vi: 'Các chỉ số do tỉnh báo cáo tháng 5/2024, và số liệu báo chí của thời điểm hoặc địa giới khác để đối chiếu',
        en: 'Figures reported by the province in May 2024, and, to set beside, figures of the press for other dates or borders',
      },
      source: {
        vi: 'Bài của Ban Tuyên giáo Tỉnh ủy Hà Giang, tháng 5/2024; Báo Hà Giang 24/7/2023; Báo Tuyên Quang 12/1/2026',
        en: 'Article of the Hà Giang Party committee’s propaganda board, May 2024; Báo Hà Giang, 24 July 2023; Báo Tuyên Quang, 12 January 2026',
      },
      licence: null,
      checks: [
        sentence('{} và {} dòng, chép nguyên giá trị', '{} and {} rows, values as reported', figure(seed.length), figure(other.length)),
        sentence(
          'Số trạm theo công nghệ cộng đúng {} trạm',
          'Stations by technology add up to {}',
          figure(['bts_2g', 'bts_3g', 'bts_4g'].reduce((n, name) => n + seed.find((row) => row.indicator === name)!.value, 0)),
        ),
      ],
      notes: [
        {
          vi: 'Tỷ lệ phủ sóng 98,6 % không nêu tính trên diện tích, dân số hay thôn',
          en: 'The coverage of 98.6 % does not say whether of land, people or hamlets',
        },
        {
          vi: 'Số liệu tháng 1/2026 là của tỉnh Tuyên Quang hiện nay (124 xã, phường), không phải của riêng 73 xã này',
          en: 'The figures of January 2026 are of today’s Tuyên Quang (124 communes), not of these 73 alone',
        },
      ],
    },
  ];
}
