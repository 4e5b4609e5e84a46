/**
 * Vietnamese, the first language: its text has the shape that every other language's has. A language is a file of this
 * folder named after its code; the page and the command find it by that.
 */
import type { Issue } from '../core/model';
import type { CliText } from './command-text';
import type { Locale } from './format';
import { type IssueText, namedList } from './issues';
import type { StartText } from './start';

export type Strings = typeof page;
export type ReportText = typeof report;

export const locale: Locale = {
  switchTo: 'Chuyển sang tiếng Việt',
  tag: 'vi-VN',
  date: (year, month, day) => [day, month, year].filter((part) => part !== null).join('/'),
  csv: { delimiter: ';', decimal: ',' },
};

/** The page. */
export const page = {
  appName: 'Lõm Sóng',
  appTitle: 'Lõm Sóng – bản đồ vùng lõm sóng Hà Giang',
  place: 'Hà Giang',
  placeNote: '73 xã, phường trên đất tỉnh Hà Giang cũ, nay thuộc tỉnh Tuyên Quang',
  dataOf: (date: string) => `số liệu ${date}`,
  dataUndated: 'số liệu không ghi ngày',
  dataOld: (months: string) => `đã cũ ${months} tháng`,
  skipToTable: 'Đến bảng các xã',

  nature: { real: 'số liệu thực', derived: 'suy ra từ báo cáo', modelled: 'mô phỏng', imported: 'tệp của bạn' },
  modelledTitle: 'Vị trí trạm và thôn không công khai; dữ liệu này do mô hình dựng nên, không phải số liệu thực.',
  terrainNote: 'chưa xét địa hình',
  intro: 'Bản đồ cho thấy nơi chưa có sóng di động ở từng xã. Ranh giới và dân số là số liệu thực; vị trí trạm và thôn là mô phỏng.',
  introLoad: 'Nạp tệp của bạn',
  introDismiss: 'Đã hiểu',

  header: {
    controls: 'Hiển thị',
    smaller: 'Chữ nhỏ hơn', normal: 'Cỡ chữ thường', larger: 'Chữ to hơn',
    theme: 'Nền', themeAuto: 'Nền theo máy', themeLight: 'Nền sáng', themeDark: 'Nền tối',
    contrast: 'Tương phản cao',
    share: 'Chia sẻ', shared: 'Đã chép liên kết', shareFailed: 'Không chép được; hãy chép địa chỉ trên thanh trình duyệt',
    textOnly: 'Chỉ chữ', textOnlyHint: 'Không tải bản đồ và phông chữ, cho đường truyền chậm', withMap: 'Có bản đồ', withMapHint: 'Tải và hiện bản đồ',
  },
  slowLine: { offer: 'Đường truyền chậm hoặc đang tiết kiệm dữ liệu: bản đồ chưa được tải.', textOnly: 'Chỉ xem chữ và bảng', map: 'Tải bản đồ' },

  search: {
    label: 'Tìm xã, thôn, xã cũ',
    placeholder: 'Tìm xã, thôn… (không cần gõ dấu)',
    kinds: { commune: 'xã, phường', old: 'xã cũ', hamlet: 'thôn', district: 'huyện cũ' },
    none: (text: string) => `Không tìm thấy “${text}”`,
    count: (n: string) => `${n} kết quả`,
    inCommune: (name: string) => `nay thuộc ${name}`,
    clear: 'Xóa ô tìm',
  },

  tabs: { label: 'Nội dung', overview: 'Tổng quan', communes: 'Xã', scenarios: 'Kịch bản', data: 'Dữ liệu' },
  sheetHandle: { peek: 'Thu gọn bảng', half: 'Mở nửa bảng', full: 'Mở hết bảng', label: 'Kéo hoặc bấm để đổi chiều cao bảng' },

  loading: 'Đang tải dữ liệu…',
  loadFailed: (file: string, reason: string) => `Không tải được dữ liệu${file ? ` (${file})` : ''}: ${reason}. Hãy kiểm tra thư mục data/ cạnh trang này rồi thử lại.`,
  /** After a colon; `with` adds what else is known, in whatever language. */
  reasons: {
    unreachable: 'không kết nối được', refused: 'máy chủ không đưa tệp ra', missing: 'trong tệp này không có', 'not-the-page': 'tệp tải về không phải là trang này', worker: 'phần tính toán đã ngừng',
    unknown: 'lỗi chưa rõ', with: (words: string, detail: string) => `${words} (${detail})`,
  },
  retry: 'Thử lại',
  computing: (done: string, total: string) => `Đang tính: ${done}/${total} xã`,
  cancel: 'Dừng',
  computeFailed: (reason: string) => `Tính không xong: ${reason}`,
  noData: 'chưa có số liệu',

  technologies: 'Công nghệ',
  operators: 'Nhà mạng',
  allOperators: 'mọi nhà mạng',
  atLeastOne: 'Phải chọn ít nhất một',

  basis: { label: 'Tỷ lệ tính theo', land: 'đất', people: 'người', hamlets: 'thôn' },
  ofBasis: { land: 'diện tích', people: 'số dân', hamlets: 'số thôn' },

  overview: {
    asOf: (date: string) => `Số liệu ${date}`,
    without2G: 'Từ 16/9/2026: không còn 2G',
    without2GNote: 'Theo thông báo của Bộ, 2G được dùng đến hết ngày 15/9/2026. Bật để tính lại mọi số liệu khi 2G đã tắt.',
    source: 'Vùng phủ sóng tính từ',
    sourceStations: 'trạm (mô hình bán kính)',
    sourceClaimed: 'vùng phủ nhà mạng công bố (ví dụ mô phỏng)',
    sourceOwnClaimed: 'vùng phủ đã nạp',
    headline: (technologies: string) => `Vùng không có sóng ${technologies}`,
    headlinePeople: (technologies: string) => `Người ở thôn trắng sóng ${technologies}`,
    headlineHamlets: (technologies: string) => `Thôn trắng sóng ${technologies}`,
    ofLand: (km2: string) => `diện tích · ${km2}`,
    ofPeople: (n: string) => `số dân · ${n} người`,
    ofHamlets: (n: string) => `số thôn · ${n} thôn`,
    fromStations: (n: string, technologies: string, radius: string) => `Tính từ ${n} trạm BTS ${technologies}, bán kính ${radius}; chưa xét địa hình.`,
    fromMeasured: (technologies: string, least: string, thresholds: string) => `Tính từ số đo ${technologies}: ô 250 m có từ ${least} số đo, trung vị ${thresholds}. Ô khác là chưa có số liệu.`,
    sourceMeasured: 'số đo đã nạp',
    fromClaimed: (technologies: string) => `Tính từ vùng phủ ${technologies} mà nhà mạng công bố (ví dụ mô phỏng).`,
    withoutData: (technologies: string) => `Không tính ${technologies}: chưa có số liệu.`,
    unknown: (share: string, km2: string) => `Chưa có số liệu ở ${share} diện tích (${km2}): không tính là có sóng, cũng không tính là lõm.`,
    degenerate: (n: string) => `Ở ${n} xã có trạm chạm mép nhau hoặc chạm ranh giới: diện tích tính bằng đa giác 1.024 cạnh thay cho cung tròn.`,
    why: 'Vì sao?',
    largest: (km2: string) => `Vùng lõm liền lớn nhất: ${km2}`,
    largestShow: 'Xem trên bản đồ',
    largestDistances: (site: string, fibre: string) => `điểm sâu nhất cách trạm gần nhất ${site}, cách cáp quang gần nhất ${fibre}`,
    technologySwitches: 'Có sóng theo công nghệ',
    technologyHint: 'Chọn những công nghệ cùng tính; vùng lõm là nơi không công nghệ nào trong số đó tới.',
    operatorSwitches: 'Có sóng theo nhà mạng',
    operatorHint: (technologies: string) => `Riêng từng nhà mạng, ${technologies}.`,
  },

  receipt: {
    copy: 'Chép lệnh', copied: 'Đã chép', figure: 'Số', none: 'Số này không cộng được cho cả tỉnh.',
    pick: {
      row: (technology: string, operator: string, fields: string) => `Lấy dòng có technology là ${technology}, operator là ${operator}, trường ${fields}.`,
      sum: (technology: string, operator: string, fields: string) => `Cộng qua các dòng có technology là ${technology}, operator là ${operator}, trường ${fields}.`,
    },
    reading: 'Thêm --map, --set, --crs, --header nếu bạn đã chỉnh khi nạp tệp.', join: (kinds: string) => `Lệnh nhận một tệp mỗi loại: hãy gộp các tệp ${kinds} trước.`,
    title: 'Số này từ đâu ra?',
    inputs: 'Dữ liệu vào',
    rule: 'Quy tắc',
    formula: 'Công thức',
    repeat: 'Tính lại bằng lệnh',
    ruleModel: (list: string) => `Mỗi trạm đang hoạt động phủ một hình tròn trên mặt elipxoit: ${list}. Chưa xét địa hình.`,
    ruleMeasured: (side: string, least: string) => `Lưới ô ${side} m; ô có từ ${least} số đo trở lên được coi là có sóng nếu trung vị đạt ngưỡng, nếu không là lõm; ô khác chưa có số liệu.`,
    ruleClaimed: 'Nơi có sóng là phần hợp của các đa giác được công bố.',
  },

  counts: {
    title: 'Thôn trắng sóng, lõm sóng',
    rule: (technologies: string, km: string, share: string) =>
      `Trắng sóng: không có sóng ${technologies} tại trung tâm thôn. Lõm sóng: có sóng tại trung tâm, nhưng dưới ${share} vòng tròn ${km} quanh đó có sóng.`,
    state: 'Tình trạng', after: 'không còn 2G',
    trang: 'Trắng sóng', lom: 'Lõm sóng', trangPeople: 'Người ở thôn trắng sóng', lomPeople: 'Người ở thôn lõm sóng',
    ofHamlets: (n: string) => `trong ${n} thôn`,
    missing: (n: string) => `${n} thôn không có số dân, không tính vào số người`,
    notOfficial: 'Thôn ở đây là mô phỏng: không phải danh sách thôn trắng sóng chính thức.',
  },

  rules: {
    title: 'Quy tắc và bán kính', note: 'Công nghệ được tính là những công nghệ đã chọn ở trên. Đổi quy tắc thì mọi số liệu được tính lại; quy tắc đi theo liên kết, dự án và tệp tải về.',
    lom: 'Lõm sóng', lomRadius: 'Bán kính quanh trung tâm thôn', lomShare: 'Có sóng ít hơn', radii: 'Bán kính phủ của trạm (chưa xét địa hình)', reset: 'Về quy tắc ban đầu',
    sentence: (technologies: string, operators: string, radii: string, km: string, share: string) => `Tính ${technologies} (${operators})${radii ? `; bán kính ${radii}, chưa xét địa hình` : ''}; lõm sóng: dưới ${share} vòng tròn ${km} quanh trung tâm thôn có sóng`,
    off: (technologies: string) => `đã tắt ${technologies}`, column: 'quy_tac',
  },

  conflicts: {
    title: 'Số đo trái với vùng phủ công bố', readings: 'Số đo', claimedButPoor: 'công bố có sóng, đo kém', usableButUnclaimed: 'đo được, không công bố',
    none: (n: string) => `Không có số đo nào trong ${n} số đo trái với vùng phủ công bố.`, noPair: 'Vùng phủ đã nạp không có công nghệ và nhà mạng nào của các số đo.', outside: 'ngoài các xã',
  },

  report: {
    title: 'Báo cáo và tính toán',
    indicator: 'Chỉ tiêu', reported: 'Báo cáo', computed: 'Tính được',
    fitted: 'dựng theo số báo cáo',
    noCounterpart: 'không tính từ bản đồ',
    difference: (points: string) => `lệch ${points} điểm`,
    differenceCount: (n: string) => `lệch ${n}`,
    basisUnknown: 'báo cáo không nêu tính theo gì',
    without2G: 'không còn 2G',
    more: 'Các chỉ tiêu khác của tỉnh',
    other: 'Số báo cáo ở thời điểm hoặc địa giới khác',
    otherNote: 'Không so trực tiếp: khác thời điểm, khác địa giới hoặc khác quy tắc.',
    scope: { 'Hà Giang province': 'tỉnh Hà Giang (cũ)', 'Tuyên Quang province (2025 borders)': 'tỉnh Tuyên Quang mới (124 xã), không riêng Hà Giang' } as Record<string, string>,
    source: (source: string, date: string) => `${source}, ${date}`,
    about: 'khoảng',
    unit: {
      station: 'trạm', percent: '%', 'percent of communes': '% số xã', 'percent (basis not stated)': '%', 'percent (about)': '%', 'percent of hamlets': '% số thôn',
      'hamlet of 3802': 'trong 3.802 thôn', 'hamlet of 3711': 'trong 3.711 thôn', hamlet: 'thôn',
    } as Record<string, string>,
    labels: {
      bts_total: 'Trạm BTS',
      bts_2g: 'Trạm 2G', bts_3g: 'Trạm 3G', bts_4g: 'Trạm 4G', bts_5g: 'Trạm 5G',
      communes_with_fibre_to_centre: 'Xã có cáp quang đến trung tâm',
      communes_with_broadband_in_centre_and_populated_areas: 'Xã có băng rộng ở trung tâm và nơi đông dân',
      mobile_coverage: 'Phủ sóng di động',
      smartphone_share: 'Người dùng điện thoại thông minh',
      online_services_level_4: 'Dịch vụ công trực tuyến mức độ 4',
      electronic_case_handling: 'Hồ sơ giải quyết trên môi trường điện tử',
      agencies_with_portal: 'Cơ quan có cổng, trang thông tin điện tử',
      documents_exchanged_electronically: 'Văn bản gửi nhận điện tử',
      district_and_commune_offices_with_video_link: 'UBND huyện, xã có phòng họp trực tuyến',
      hamlets_covered: 'Thôn có sóng di động',
      hamlets_trang_song: 'Thôn trắng sóng',
      hamlets_lom_song: 'Thôn lõm sóng',
      hamlets_trang_without_grid_power: 'Thôn trắng sóng chưa có điện lưới',
      hamlets_lom_without_grid_power: 'Thôn lõm sóng chưa có điện lưới',
    } as Record<string, string>,
  },

  oldUnits: {
    district: '11 huyện, thành phố trước 1/7/2025',
    follow: 'Tổng quan, ô tìm và bản đồ cũng theo đơn vị này.',
    exportOld: 'lom-song-theo-xa-cu', exportDistricts: 'lom-song-theo-huyen-cu',

    caption: (technologies: string, operators: string) => `Xã cũ: sóng ${technologies} (${operators})`,
    hamlets: 'Thôn', trang: 'Thôn trắng', lom: 'Thôn lõm', people: 'Người ở thôn trắng', gapKm2: 'km² không sóng', gapShare: '% đất không sóng',
    byHamlets: 'Không có ranh giới xã cũ: số của mỗi xã cũ là sóng tại trung tâm xã và các thôn của xã, không có diện tích.',
    byLand: (n: string) => `${n} xã cũ có ranh giới đã nạp: số của các xã này tính trên đất của xã, xã khác theo trung tâm và thôn.`,
    rowLand: 'theo ranh giới đã nạp',
    named: (n: string) => `${n} thôn ghi rõ xã cũ trong tệp.`,
    assigned: (n: string) => `${n} thôn không ghi xã cũ, được gán cho trung tâm xã cũ gần nhất trong xã mới: phép gán, không phải số liệu.`,
    without: (n: string) => `${n} thôn không thuộc xã cũ nào.`,
    rowAssigned: (n: string) => `gán ${n}`,
    rowAssignedTitle: 'Số thôn được gán cho trung tâm xã cũ gần nhất',
    noHamlets: 'Chưa nạp thôn nào.',
    none: 'Không có xã cũ nào khớp.',
    centre: { reached: 'có', not: 'không', missing: 'thiếu vị trí', 'no-data': 'chưa có số liệu' },
    centreBy: (technologies: string) => `có: ${technologies}`,
    centreTip: { reached: 'trung tâm xã cũ: có sóng', not: 'trung tâm xã cũ: không có sóng', 'no-data': 'trung tâm xã cũ: chưa có số liệu' },
    centreLegend: {
      reached: (technologies: string) => `Trung tâm xã cũ có sóng ${technologies}`,
      not: (technologies: string) => `Trung tâm xã cũ không có sóng ${technologies}`,
      'no-data': () => 'Trung tâm xã cũ chưa có số liệu',
    },

    label: (name: string) => `Thông tin xã cũ ${name}`,
    until: 'đến 30/6/2025',
    district1: 'Huyện', people2019: 'Dân số 2019', now: 'Nay thuộc', position: 'Trung tâm xã',
    reachTitle: 'Sóng tại trung tâm xã', allOperators: 'Mọi nhà mạng', yes: 'có', no: 'không',
    noCentre: 'Không rõ vị trí trung tâm nên không xét được sóng ở đó.',
    nearest: 'Gần trung tâm nhất', mast: 'Cột', mastWith: (technologies: string, operators: string) => `${technologies} · ${operators}`, fibre: 'Cáp quang', fibreAtCentre: 'tại trung tâm',
    show: 'Xem trên bản đồ',
    landTitle: 'Theo ranh giới đã nạp',
    hamletsTitle: (technologies: string) => `Thôn của xã (${technologies})`,
    hamletsCount: (all: string, trang: string, lom: string) => `${all} thôn: ${trang} trắng sóng, ${lom} lõm sóng.`,
    hamletsOther: (n: string) => `${n} thôn khác`, eachHamlet: 'Số của từng thôn',
    belonging: { named: '', only: '', 'nearest-centre': 'gán theo trung tâm gần nhất' },

    districtCaption: (technologies: string, operators: string) => `Huyện cũ: vùng không có sóng ${technologies} (${operators})`,
    districtNote: 'Số của huyện là tổng các xã mới được tính vào huyện, không phải đất của huyện cũ.',
    mixedTitle: (n: string) => `${n} xã gồm xã cũ của nhiều huyện`,
    mixedNote: 'Mỗi xã được tính trọn vào huyện có nhiều dân nhất theo dân số 2019 của các xã cũ; xã cũ bị chia thì chia đều số dân.',
    mixedRow: (commune: string, people: string) => `${commune}: ${people}`,
    mixedPeople: (district: string, n: string) => `${district} ${n} người`,
    mixedCell: (n: string) => `${n} xã gồm cả xã cũ của huyện khác`,
    districtName: 'Huyện, thành phố', communes: 'Xã', area: 'km² đất',
    communesOf: (n: string, district: string) => `Xem ${n} xã của ${district}`,
    noDistrict: 'Ngoài các huyện cũ',
    districtLegend: 'Huyện cũ (gộp các xã mới)',
    districtFilter: 'Huyện cũ', allDistricts: 'Tất cả',

    needTitle: { new: 'Mười xã cần nhất', old: 'Mười xã cũ cần nhất', districts: 'Huyện cũ cần nhất' },
    needOther: 'Chưa có ranh giới xã cũ để tính đất; xếp theo số người ở thôn trắng sóng.',
    needChange: 'Đổi đơn vị ở thẻ Xã',
  },

  indicators: {
    none: 'Tệp chỉ tiêu đã nạp không có số liệu của tỉnh Hà Giang.',
    caption: 'Mức sẵn sàng số của tỉnh, theo báo cáo',
    own: (files: string) => `Số báo cáo lấy từ ${files}, thay cho số báo cáo kèm theo trang này.`,
    undated: 'không rõ ngày',
    when: 'Thời điểm, nguồn',
  },

  need: {
    measure: 'Xếp theo',
    measures: { people: 'số người không có sóng', land: 'km² không có sóng', share: '% diện tích không có sóng', hamlets: 'số thôn trắng sóng' },
    none: 'Không xã nào có vùng lõm với lựa chọn này.',
  },

  table: {
    caption: (technologies: string, operators: string) => `Vùng không có sóng ${technologies} (${operators}) theo xã`,
    units: 'Đơn vị', newUnits: '73 xã từ 1/7/2025', oldUnits: '193 xã trước 1/7/2025',
    filter: 'Lọc theo tên', showing: (n: string, total: string) => `${n} trong ${total}`,
    stateFilter: 'Tình trạng', allStates: 'Tất cả',
    name: 'Xã, phường', gapShare: '% đất không sóng', gapKm2: 'km² không sóng', people: 'Người không sóng', trang: 'Thôn trắng', lom: 'Thôn lõm', bts: 'BTS',
    sortBy: (column: string) => `Sắp theo ${column}`,
    export: 'Tải bảng', exportName: 'lom-song-theo-xa',
    oldName: 'Xã cũ', district: 'Huyện', now: 'Nay thuộc', population: 'Dân số 2019', centre: 'Sóng tại trung tâm',
    none: 'Không có xã nào khớp.',
  },

  states: { covered: 'có sóng khắp nơi', partial: 'có vùng lõm', gap: 'không có sóng', 'no-data': 'chưa có số liệu' },

  sheet: {
    chart: 'Có sóng theo công nghệ',
    label: (name: string) => `Thông tin ${name}`,
    close: 'Đóng',
    code: (code: string) => `mã ${code}`,
    area: 'Diện tích', population: 'Dân số 2019', byTechnology: 'Theo công nghệ, mọi nhà mạng', byOperator: 'Theo nhà mạng, bất kỳ công nghệ nào',
    technology: 'Công nghệ', operator: 'Nhà mạng', landCovered: 'đất có sóng', peopleCovered: 'dân có sóng', trang: 'thôn trắng', lom: 'thôn lõm', bts: 'BTS',
    any: 'bất kỳ',
    gap: (technologies: string) => `Vùng lõm ${technologies}`,
    gapArea: 'Không có sóng', largest: 'Vùng lõm liền lớn nhất', deepest: 'Điểm sâu nhất', nearestSite: 'Trạm gần nhất', nearestFibre: 'Cáp quang gần nhất',
    peopleGap: 'Người ở thôn trắng sóng', peopleLom: 'Người ở thôn lõm sóng', estimated: 'ước tính: dân số chia đều trên diện tích',
    noGap: 'Không có vùng lõm với lựa chọn này.',
    showLargest: 'Xem vùng lõm lớn nhất', showCommune: 'Xem cả xã',
    oldUnits: 'Xã cũ hợp thành', oldPart: 'một phần', oldCentre: { inside: 'trung tâm nằm trong xã', outside: (km: string) => `trung tâm nằm ngoài xã ${km}`, missing: 'không rõ vị trí trung tâm', corrected: 'vị trí trung tâm đã sửa lỗi in' },
    fibre: 'Điểm cáp quang', fibreNote: 'Trung tâm 193 xã cũ, theo báo cáo 5/2024 rằng 100 % xã có cáp quang.',
    hamletState: { trang: 'trắng sóng', lom: 'lõm sóng', covered: 'có sóng' },
    people: (n: string) => `${n} người`,
    sources: 'Nguồn',
  },

  reported: {
    title: (share: string) => `${share} là của cái gì?`, basis: 'Tính theo', difference: 'Lệch (điểm)', isClosest: 'gần nhất',
    meaning: { any: 'bất kỳ công nghệ', 'any-without-2G': 'không kể 2G', '4G': 'chỉ 4G' },
    closest: (reported: string, basis: string, share: string, points: string) => `Gần ${reported} nhất: ${basis} – ${share}, lệch ${points} điểm. Báo cáo không nêu tính theo gì.`,
    none: 'Không có số nào để so.',
  },

  paper: {
    title: 'In và văn bản', kinds: { commune: 'In báo cáo', reply: 'Trả lời kiến nghị', request: 'Đề nghị nhà mạng', province: 'In bảng', all: 'Báo cáo mọi xã' },
    preview: 'Xem trước khi in', print: 'In', saveHtml: 'Lưu HTML', close: 'Đóng', making: 'Đang lập văn bản…',
  },

  scenario: {
    endsOn: (technology: string, operator: string) => `${technology} (${operator}) tắt từ ngày`, on: 'Xét vào ngày (để trống: mọi thứ đã tắt)', height: 'Độ cao anten', eirp: 'Công suất EIRP', heightNote: 'Mô hình bán kính chưa dùng độ cao và công suất; chúng đi theo tệp cho mô hình địa hình sau này.', fibreAway: (km: string) => `cách cáp quang ${km}`, cost: (n: string) => `chi phí ${n}`, addFile: (file: string) => `Lệnh cần tệp ${file} với các cột đã đặt.`, addFileSave: 'Tải tệp này',
    intro: (technologies: string) => `Nếu thế này thì sao? Mọi số tính với ${technologies} như đã chọn ở Tổng quan, trước và sau; bản đồ cho thấy sau khi thay đổi.`,
    name: 'Tên', keep: 'Giữ kịch bản', drop: 'Bỏ kịch bản', kept: 'Kịch bản đã giữ', forget: (name: string) => `Xóa “${name}”`, forgetAsk: (name: string) => `Xóa kịch bản “${name}”?`, unnamed: 'chưa đặt tên',
    ends: 'Tắt công nghệ', endsNote: '2G hết hạn ngày 15/9/2026; 3G dự kiến tắt tháng 9/2028. Có thể tắt riêng từng nhà mạng.',
    down: 'Sự cố', storm: 'Bão', noGrid: 'Cột không có điện lưới mất sóng', microwave: 'Trạm dùng truyền dẫn vi ba mất sóng', downCommunes: 'Mọi cột của xã', downMast: 'Cột (mã hoặc tên)', add: 'Thêm',
    roaming: 'Dùng chung mạng', roamingNote: 'Ở các xã này khách của mỗi nhà mạng dùng được mọi mạng.', roamingCommunes: 'Xã', everywhere: 'Tất cả các xã',
    choose: 'Chọn…', communes: (n: string) => `${n} xã`, clear: 'Bỏ hết', remove: (name: string) => `Bỏ ${name}`, removeMast: 'Bỏ cột',
    masts: 'Đặt cột', mastsNote: 'Bấm nút rồi bấm lên bản đồ (hoặc Enter ở giữa bản đồ); kéo cột để thấy số đổi theo.', placeDeepest: 'Đặt cột ở vùng lõm lớn nhất', place: 'Đặt cột trên bản đồ', placeAt: 'Hoặc tại tọa độ (vĩ độ, kinh độ)', placeThere: 'Đặt', placed: (position: string) => `Đã đặt cột tại ${position}.`, placeWrong: 'Không hiểu tọa độ này; ví dụ: 22.72, 104.79', placing: 'Bấm lên bản đồ để đặt cột.', placingStop: 'Thôi',
    mastName: (n: string) => `Cột mới ${n}`, newOperator: 'mới', lat: 'Vĩ độ', lng: 'Kinh độ', radius: 'Bán kính', radiusDefault: 'theo quy tắc', unknown: 'không rõ',
    mapShows: (name: string) => `Bản đồ: sau kịch bản “${name}”`, none: 'Chưa có thay đổi nào. Hãy tắt một công nghệ, cho một cột hỏng, hoặc đặt một cột.',
    result: 'Trước → sau', anySignal: 'Bất kỳ công nghệ, mọi nhà mạng', without: 'Không có sóng', before: 'Trước', after: 'Sau', difference: 'Khác',
    fields: { gapKm2: 'Diện tích', populationGap: 'Người ở thôn trắng', localitiesTrang: 'Thôn trắng', localitiesLom: 'Thôn lõm' },
    noChange: 'Không xã nào thay đổi.', byCommune: (n: string) => `Theo xã: ${n} xã thay đổi`, exportAs: (format: string) => `Tải bảng trước và sau (${format})`, exportName: 'kich-ban',
    hamlets: {
      losingLast: (n: string, people: string) => `${n} thôn mất sóng cuối cùng (${people} người)`, keepingOne: (n: string, people: string) => `${n} thôn chỉ còn một nhà mạng (${people} người)`, gaining: (n: string, people: string) => `${n} thôn có thêm sóng (${people} người)`,
    },
    limits: {
      'masts-behind-areas': (n: string) => `${n} vùng phủ hoặc số đo không nói do cột nào phục vụ: cột hỏng không làm chúng thay đổi.`, 'readings-of-nobody': (n: string) => `${n} số đo không ghi nhà mạng được giữ nguyên.`,
      'power-unknown': (n: string) => `${n} trạm không ghi có điện lưới hay không: coi như có.`, 'backhaul-unknown': (n: string) => `${n} trạm không ghi truyền dẫn: coi như không dùng vi ba.`, 'unknown-masts': (n: string) => `${n} mã cột không có trong dữ liệu.`,
    },
  },

  scenarioReceipt: {
    title: 'Số của kịch bản này từ đâu ra?', of: (scenario: string) => `Kịch bản: ${scenario}`, now: 'như hiện nay', changes: 'Thay đổi của kịch bản', none: 'Chưa tính lại số này.',
    fields: { gapKm2: 'diện tích không có sóng', populationGap: 'người ở thôn trắng', populationLom: 'người ở thôn lõm', localitiesTrang: 'thôn trắng', localitiesLom: 'thôn lõm' },
    moments: { before: 'trước', after: 'sau', difference: 'khác' },
    hamlets: { losingLast: 'thôn mất sóng cuối cùng', keepingOne: 'thôn chỉ còn một nhà mạng', gaining: 'thôn có thêm sóng' },
    people: (what: string) => `người ở ${what}`,
    changed: 'số xã thay đổi', found: { gain: 'được thêm nhờ mọi cột', guarantee: 'phần ít nhất so với cách chọn tốt nhất', bound: 'mức không cách chọn nào vượt', candidates: 'số chỗ đem so' },
    counted: (what: string, n: string) => `${what} = ${n}: đếm những xã có diện tích, người hay thôn không có sóng khác trước`,
    proven: { gain: 'cộng phần được thêm của từng cột', guarantee: 'phần ít nhất chứng minh được cho cách chọn này, so với cách tốt nhất', bound: 'không hơn mọi thứ có thể được, và không hơn số đã được cộng phần nhiều nhất mà các chỗ còn lại có thể thêm trong giới hạn', candidates: 'đếm những chỗ được phép chọn' },
    mast: { gain: 'được thêm nhờ cột này', cumulated: 'cộng dồn đến cột này' },
    critical: { people: 'người chỉ có sóng của cột này', hamlets: 'thôn chỉ có sóng của cột này', landKm2: 'đất chỉ có sóng của cột này' },
    sides: { less: 'hạng khi phủ ít hơn', asSet: 'hạng như đặt', more: 'hạng khi phủ nhiều hơn' },
    aims: { people: 'người ở thôn trắng', land: 'km² không có sóng', hamlets: 'thôn trắng', lom: 'thôn trắng và lõm' },
    change: (before: string, after: string, difference: string) => `khác = sau − trước = ${after} − ${before} = ${difference}`,
    list: (what: string, n: string) => `số ${what} = ${n} (mọi công nghệ và nhà mạng đang tính, xét tại trung tâm thôn)`,
    listPeople: (what: string, people: string, n: string) => `tổng số dân của ${n} ${what} = ${people}`, missing: (n: string) => `${n} thôn không có số dân, không cộng vào.`,
    gain: (aim: string, from: string, to: string, before: string, after: string, gain: string) => `${aim} sau ${from} cột − sau ${to} cột = ${before} − ${after} = ${gain}`,
    sole: (what: string, value: string) => `${what} = ${value}: nơi không trạm hay vùng phủ nào khác tới`,
    rank: (measure: string, value: string, larger: string, of: string, rank: string) => `xếp theo ${measure}: xã này ${value}; hạng = 1 + số xã có số lớn hơn = 1 + ${larger} = ${rank} (trong ${of} xã)`,
    byHand: (n: string) => `${n} cột do người dùng đặt hoặc chép vào`, addFile: (file: string, n: string) => `Lệnh cần tệp ${file} với ${n} cột đã đặt; tải tệp ở thẻ Kịch bản.`,
    pick: (list: string, where: string, field: string) => `Trong JSON của lệnh: danh sách ${list}${where === '' ? '' : `, mục có ${where}`}, trường ${field}.`,
    pickCount: (list: string, where: string) => `Trong JSON của lệnh: số mục của danh sách ${list}${where === '' ? '' : ` có ${where}`}.`, pickWhole: (field: string) => `Trong JSON của lệnh: trường ${field}.`, pickSum: (list: string, field: string) => `Trong JSON của lệnh: cộng trường ${field} của danh sách ${list}.`,
    beyond: {
      'operator-name': 'Tên nhà mạng có dấu phẩy: lệnh không viết được.', 'sector-factor': 'Hệ số cung khác mặc định: lệnh không có tùy chọn này.', 'measured-rule': 'Quy tắc số đo khác mặc định: lệnh không có tùy chọn này.',
      'scenario-name': 'Một mã cột hoặc tên nhà mạng của kịch bản có dấu mà lệnh dùng để tách: lệnh không viết được.', 'free-masts': 'Lệnh cần giá cột lớn hơn 0.',
    },
    parts: {
      ends: (what: string, who: string, date: string | null) => `${what} của ${who} tắt${date === null ? '' : ` từ ${date}`}`, everyone: 'mọi nhà mạng', on: (date: string) => `xét vào ngày ${date}`,
      operators: (names: string) => `nhà mạng mất sóng: ${names}`, masts: (ids: string) => `cột hỏng: ${ids}`, communes: (names: string) => `mọi cột hỏng ở: ${names}`,
      noGrid: 'cột không có điện lưới mất sóng', microwave: 'trạm dùng vi ba mất sóng', roaming: (n: string, names: string) => `dùng chung mạng ở ${n} xã: ${names}`, added: (n: string, names: string) => `thêm ${n} cột: ${names}`, before2G: (list: string) => `trước kịch bản đã không tính ${list}`,
    },
    exports: {
      sheet: 'vì sao', about: 'mục', text: 'nội dung',
      columns: { scenario: 'kịch bản', inputs: 'dữ liệu vào', rule: 'quy tắc', formula: 'công thức', command: 'lệnh', where: 'chỗ trong kết quả lệnh' },
      comparison: { formula: 'khác = sau − trước, từng cột, từng xã', where: 'communes, mục có code của xã, technology và operator; các trường before, after, difference' },
      next: { formula: 'gain = số của mục tiêu trước cột này − sau cột này; cumulated = tổng gain đến cột này', where: 'masts, mục có order của dòng; các trường cùng tên' },
      critical: { formula: 'người, thôn, đất không trạm hay vùng phủ nào khác tới', where: 'critical, mục có site_id của dòng; các trường cùng tên' },
      ranks: { formula: 'hạng = 1 + số xã có số lớn hơn', where: 'communes, mục có code của dòng; các trường cùng tên' },
    },
  },

  pair: { title: 'Hai kịch bản cạnh nhau', left: 'Bên trái', right: 'Bên phải', now: 'hiện nay', shown: 'kịch bản đang xem', show: 'Đặt cạnh nhau' },

  next: {
    title: 'Đề xuất cột tiếp theo', objective: 'Để được nhiều nhất', objectives: { people: 'người có sóng', land: 'đất có sóng', hamlets: 'thôn hết trắng sóng', lom: 'thôn hết trắng và lõm' },
    candidates: 'Chọn trong', kinds: { hamlets: 'các thôn', centres: 'trung tâm xã cũ', fibre: 'điểm cáp quang', masts: 'cột đang có', grid: 'lưới 2 km' },
    limit: 'Giới hạn', byCount: 'số cột', byBudget: 'ngân sách', count: 'Số cột', budget: 'Ngân sách', prices: 'Đơn giá của bạn', pricesNote: 'Chương trình không biết giá nào; hãy nhập bằng cùng một đơn vị tiền.',
    price: { mast: 'Một cột mới', upgrade: 'Thiết bị trên cột đang có', fibreKm: 'Một km cáp quang', solar: 'Điện mặt trời' }, within: 'Chỉ trong các xã', run: 'Tìm', running: 'Đang tìm',
    found: (n: string, gain: string, what: string) => `${n} cột: thêm ${gain} ${what}.`, gains: { people: 'người có sóng', land: 'đất có sóng', hamlets: 'thôn hết trắng', lom: 'thôn hết trắng và lõm' },
    compared: (n: string, method: string) => `So ${n} chỗ; ${method}.`, methods: { greedy: 'mỗi lần chọn chỗ được nhiều nhất', 'gain-per-cost': 'mỗi lần chọn chỗ được nhiều nhất trên một đồng', 'best-single': 'một cột tốt nhất' },
    guarantee: (share: string) => `Chắc chắn đạt ít nhất ${share} của cách chọn tốt nhất.`, bound: (bound: string, share: string) => `Không cách chọn nào được hơn ${bound}; kết quả này đạt ${share} mức đó.`, noGuarantee: 'Không có bảo đảm cho mục tiêu này.', noDataBefore: 'Trước đó chưa có số liệu: mọi nơi được coi là chưa có sóng.',
    use: 'Đưa vào kịch bản', exportName: 'cot-de-xuat', place: 'Chỗ', gain: 'Thêm', cumulated: 'Cộng dồn', fibre: 'Cách cáp', cost: 'Chi phí', noPower: 'chưa có điện lưới', curve: 'Được thêm cộng dồn theo từng cột',
    proposed: (n: string, name: string) => `Cột đề xuất ${n}: ${name}`, gainTip: (gain: string, what: string) => `thêm ${gain} ${what}`, stands: 'đã dựng ở bước đang xem', toCome: 'dựng ở bước sau',
    legend: { stands: 'Cột đề xuất, đã dựng ở bước đang xem (số: thứ tự)', toCome: 'Cột đề xuất, dựng sau (số: thứ tự)' },
    mapShows: (n: string, of: string) => `Bản đồ: sau ${n}/${of} cột đề xuất`,
    steps: 'Từng bước trên bản đồ', stepBack: 'Bước trước', stepOn: 'Bước sau', stepAt: 'Số cột đã dựng', stepNone: (of: string) => `Chưa dựng cột nào; bản đồ đánh số ${of} cột đề xuất.`,
    stepTold: (n: string, of: string, name: string, gain: string, sum: string, what: string) => `Bước ${n}/${of}: ${name} đứng, thêm ${gain} ${what}; cộng dồn ${sum}.`, stepDrawing: 'Đang vẽ bản đồ của bước này…',
    stepColumn: (n: string) => `Sau ${n} cột`, stepFigures: (technologies: string) => `Không có sóng ${technologies}`, otherQuestion: (technologies: string) => `Bản đồ vẽ ${technologies} như đã chọn ở Tổng quan; bảng này tính theo công nghệ của đề xuất.`,
    withinNote: 'Chỉ tính trong các xã đã chọn.', drop: 'Bỏ đề xuất', outdated: 'Đề xuất này tính cho dữ liệu hoặc kịch bản trước đó nên không còn trên bản đồ; hãy tìm lại.', exportAs: (format: string) => `Tải danh sách (${format})`, straight: 'Cáp tính theo đường thẳng tới điểm hoặc tuyến gần nhất.',
  },

  critical: {
    title: 'Cột quan trọng nhất', note: 'Xếp theo số người mất hết sóng nếu cột này hỏng, tính với công nghệ và nhà mạng đã chọn.', run: 'Tìm cột quan trọng', mast: 'Cột', down: (name: string) => `Cho ${name} hỏng trong kịch bản`, downShort: 'Hỏng', exportName: 'cot-quan-trong', exportAs: (format: string) => `Tải cột quan trọng (${format})`,
  },

  band: {
    title: 'Hạng có chắc không?', note: (measure: string) => `Bán kính và ngưỡng không bao giờ chắc chắn. Xếp các xã theo ${measure} với bán kính ngắn hơn và dài hơn (ngưỡng số đo ± 5 dB).`, share: 'Bán kính ±', run: 'Tính hạng',
    holding: (n: string, of: string) => `${n} trong ${of} xã giữ nguyên hạng.`, less: 'Ngắn hơn', asSet: 'Như đặt', more: 'Dài hơn', holds: 'Chắc', yes: 'chắc', no: 'đổi', exportName: 'hang-cac-xa', exportAs: (format: string) => `Tải bảng hạng (${format})`,
  },

  rank: {
    title: 'Vị trí trong tỉnh', measure: 'Xếp theo', value: 'Của xã', rank: 'Hạng', share: (share: string) => `${share} của cả tỉnh`, tied: (n: string) => `đồng hạng với ${n} xã`,
    because: (hamlets: string) => `Nhiều người không có sóng nhất: ${hamlets}.`,
  },

  served: { bestOf: 'Công nghệ tốt nhất', title: 'Bao nhiêu nhà mạng có sóng', operators: 'Số nhà mạng', none: 'không nhà mạng nào', best: (list: string) => `Đất theo công nghệ tốt nhất: ${list}.`, note: 'Thôn và người: theo sóng tại trung tâm thôn; km²: theo đất. Tính với những công nghệ đã chọn, từng nhà mạng một.' },

  gaps: {
    title: 'Các vùng lõm lớn nhất', near: (hamlet: string, km: string) => `gần ${hamlet} (${km})`, masts: (list: string) => `cột gần nhất: ${list}`, fibre: (km: string) => `cáp quang: ${km}`,
    more: (n: string, of: string) => `Nêu ${n} trong ${of} vùng.`, from: 'Khoảng cách đo từ điểm sâu nhất của mỗi vùng.',
  },

  centres: {
    fibre: 'cáp quang', fibreHere: { derived: 'có (suy ra từ báo cáo)', listed: 'có trong danh sách' }, away: (km: string) => `cách ${km}`, signal: 'sóng', noSignal: 'không có', mast: 'cột gần nhất',
    broadband: (share: string, date: string) => `Băng rộng: báo cáo ${date} nêu ${share} số xã có băng rộng ở trung tâm và nơi đông dân; không có số riêng từng xã.`,
  },

  hamlets: {
    title: 'Thôn', none: 'Chưa nạp danh sách thôn của xã này.', all: (n: string) => `Tất cả (${n})`, filter: 'Lọc',
    filters: { trang: 'Trắng sóng', lom: 'Lõm sóng', covered: 'Có sóng', differs: 'Báo cáo khác tính toán' },
    counts: (trang: string, lom: string, covered: string) => `${trang} trắng sóng, ${lom} lõm sóng, ${covered} có sóng`,
    columns: { name: 'Thôn', state: 'Tính được', reported: 'Báo cáo', operators: 'Số nhà mạng', best: 'Công nghệ tốt nhất', people: 'Số người', mast: 'Cột gần nhất', fibre: 'Cáp quang gần nhất' },
    state: { trang: 'trắng sóng', lom: 'lõm sóng', covered: 'có sóng' },
    power: 'Điện lưới', hasPower: { yes: 'có', no: 'không' }, households: (n: string) => `${n} hộ`, householdsHeader: 'Số hộ', operatorNames: 'Nhà mạng', reason: 'Lý do',
    reasons: {
      'no-mast-in-reach': 'không cột nào trong tầm', 'outside-coverage': 'ngoài vùng phủ', 'partly-covered': 'chỉ một phần có sóng',
      'only-ended': (technologies: string) => `chỉ còn ${technologies} đã tắt`, 'only-uncounted': (technologies: string) => `chỉ có ${technologies}, không được tính`, 'one-operator': (operator: string) => `chỉ một nhà mạng: ${operator}`,
    },
    edit: 'Ghi báo cáo', note: 'Ghi chú', noteState: 'Tình trạng báo cáo', noteDate: 'Ngày báo cáo', noteNone: '(không ghi)', save: 'Lưu', cancel: 'Thôi', clear: 'Xóa ghi',
    noteHint: 'Điều bạn ghi được giữ cùng dự án và đứng cạnh số tính được; tính lại không bao giờ ghi đè.',
    export: 'Tải danh sách thôn (CSV)', exportName: (commune: string) => `thon-${commune}`,
  },

  map: {
    label: 'Bản đồ vùng lõm sóng Hà Giang. Phím mũi tên để di chuyển, + và − để phóng to, thu nhỏ, Enter để mở xã ở giữa.',
    loading: 'Đang mở bản đồ…',
    failed: (reason: string) => `Không mở được bản đồ (${reason}). Bảng các xã và số liệu bên cạnh vẫn dùng được.`,
    failures: { 'no-webgl': 'máy không có WebGL', 'context-lost': 'máy đồ họa ngừng giữa chừng', library: 'không tải được thư viện bản đồ' },
    zoomIn: 'Phóng to', zoomOut: 'Thu nhỏ', whole: 'Xem cả tỉnh', north: 'Bắc ở phía trên', northLetter: 'B',
    layers: 'Lớp bản đồ',
    image: 'Lưu ảnh (PNG)', imageCopy: 'Chép ảnh', imageCopied: 'Đã chép ảnh', imageDrawing: 'Đang vẽ ảnh khổ A4…', imageFailed: 'Không vẽ được ảnh trên máy này.', imageName: 'ban-do-lom-song', imageMade: (date: string) => `lập ngày ${date}`, imageScale: (n: string) => `Tỷ lệ khoảng 1 : ${n} khi in khổ A4`,
    layer: { bts: 'Trạm BTS', fibre: 'Điểm cáp quang', routes: 'Tuyến cáp quang', coverage: 'Vùng phủ nhà mạng công bố', gaps: 'Vùng lõm', 'no-data': 'Chưa có số liệu', measurements: 'Số đo', conflicts: 'Số đo trái với công bố', changes: 'Khác biệt giữa hai bản', hamlets: 'Thôn', 'old-centres': 'Trung tâm xã cũ', communes: 'Ranh giới xã', names: 'Tên xã' },
    legend: 'Chú giải',
    legendGap: (technologies: string) => `Không có sóng ${technologies}`,
    legendCovered: (technologies: string) => `Có sóng ${technologies}`,
    legendNoData: 'Chưa có số liệu',
    legendNumbers: 'Các số trong chú giải',
    legendBts: (technology: string, n: string) => `Trạm ${technology} (${n})`,
    legendFibre: (n: string) => `Điểm cáp quang (${n})`,
    legendRoutes: (n: string) => `Tuyến cáp quang (${n})`,
    legendLevel: { usable: 'Số đo: dùng được', weak: 'Số đo: yếu', poor: 'Số đo: kém' },
    legendConflict: { 'claimed-but-poor': 'Công bố có sóng, đo kém', 'usable-but-unclaimed': 'Đo được, không công bố' },
    legendChange: { added: 'Thêm', removed: 'Bỏ', moved: 'Dời chỗ', changed: 'Đổi', gained: 'Vùng phủ thêm', lost: 'Vùng phủ bớt' },
    legendCoverage: 'Vùng phủ công bố (ví dụ)',
    legendHamlet: { covered: 'Thôn có sóng', lom: 'Thôn lõm sóng', trang: 'Thôn trắng sóng' },
    legendLargest: 'Điểm sâu nhất của vùng lõm',
    coordinates: (wgs: string) => `WGS 84: ${wgs}`,
    vn2000: (n: string, e: string) => `VN-2000 (105°30′): X ${n} · Y ${e}`,
    tip: {
      commune: (name: string, share: string) => `${name}: ${share} đất không có sóng`,
      communeNoData: (name: string) => `${name}: chưa có số liệu`,
      operators: (list: string) => `Nhà mạng: ${list}`,
      route: (id: string) => `Tuyến cáp quang ${id}`,
      hamlet: (name: string, state: string) => `${name}: ${state}`,
      people: (n: string) => `${n} người`,
      cluster: (n: string) => `${n} trạm BTS`,
    },
  },

  mapList: {
    open: 'Danh sách trên bản đồ', openShort: 'Danh sách', title: 'Trên bản đồ lúc này', close: 'Đóng danh sách',
    nothing: 'Không có gì trong phần bản đồ đang xem.', shows: (list: string) => `Bản đồ đang hiện: ${list}.`,
    said: {
      communes: (n: string, withGap: string) => `${n} xã, trong đó ${withGap} xã có vùng lõm`, districts: (n: string) => `${n} huyện cũ`, added: (n: string) => `${n} cột của kịch bản`, proposed: (n: string) => `${n} cột đề xuất`, masts: (n: string) => `${n} cột`,
      fibre: (n: string) => `${n} điểm cáp quang`, hamlets: (n: string) => `${n} thôn`, oldCentres: (n: string) => `${n} trung tâm xã cũ`,
    },
    distances: 'Khoảng cách và hướng tính từ giữa phần bản đồ đang xem.',
    communes: (technologies: string) => `Xã, vùng không có sóng ${technologies}`, gaps: 'Vùng lõm liền lớn nhất của mỗi xã', deepest: 'Điểm sâu nhất ở', districts: 'Huyện cũ', added: 'Cột của kịch bản', proposed: 'Cột đề xuất, theo thứ tự xây', order: 'Thứ tự', masts: 'Cột và trạm',
    hamlets: 'Thôn', oldCentres: 'Trung tâm xã cũ', fibre: 'Điểm cáp quang', others: 'Ngoài ra', name: 'Tên', where: 'Từ giữa bản đồ',
    routes: (n: string) => `${n} tuyến cáp quang`, coverage: (n: string) => `${n} vùng phủ công bố`, measurements: (n: string) => `${n} số đo`, conflicts: (n: string) => `${n} số đo trái với công bố`, changes: { scenario: 'Đất mất sóng, được sóng theo kịch bản: số ở thẻ Kịch bản', versions: 'Chỗ khác biệt giữa hai bản: bảng ở thẻ Dữ liệu' },
    more: (n: string) => `Thêm ${n} dòng`, inMiddle: 'ở giữa', away: (km: string, direction: string) => `${km} về phía ${direction}`,
    compass: { north: 'bắc', northEast: 'đông bắc', east: 'đông', southEast: 'đông nam', south: 'nam', southWest: 'tây nam', west: 'tây', northWest: 'tây bắc' },
    layerOn: (layer: string) => `Hiện lớp ${layer}.`, layerOff: (layer: string) => `Ẩn lớp ${layer}.`,
    computing: 'Đang tính lại…', result: (technologies: string, share: string) => `Đã tính xong: ${share} diện tích không có sóng ${technologies}.`, resultNoData: (technologies: string) => `Chưa có số liệu ${technologies}.`,
  },

  simpleMap: {
    choose: 'Bản đồ đơn giản (nhẹ máy)',
    instead: 'Dùng bản đồ đơn giản',
    keys: 'Phím Tab đến các xã; trên một xã, phím mũi tên sang xã bên, Enter để mở.',
    legendShare: (technologies: string, from: string, to: string) => `Không có sóng ${technologies}: ${from}–${to} đất của xã`,
    because: {
      'no-webgl': 'Bản đồ đơn giản: máy này không có WebGL 2.',
      'context-lost': 'Bản đồ đơn giản: máy đồ họa ngừng giữa chừng.',
      library: 'Bản đồ đơn giản: không tải hoặc không chạy được thư viện bản đồ.',
    },
    retry: 'Thử bản đồ đầy đủ',
  },

  memory: {
    short: { device: 'Máy này ít bộ nhớ.', failed: 'Máy đã hết bộ nhớ khi tính.', crashed: 'Lần trước trang bị dừng giữa chừng, có thể vì hết bộ nhớ.' },
    leftOut: 'Trang này bỏ bớt một số thứ.',
    parts: [
      'bản đồ đầy đủ (dùng bản đồ đơn giản, nét thô hơn)',
      'hình vùng lõm và vùng lõm liền lớn nhất (tô theo tỷ lệ của từng xã)',
      'số riêng từng nhà mạng khi chưa chọn',
      'kết quả đã tính trước đó (tính lại khi cần)',
    ],
    everything: 'Vẫn dùng đầy đủ',
    notComputed: 'chưa tính',
    stopped: { memory: 'Phần tính toán hết bộ nhớ và đã dừng.', stopped: 'Phần tính toán đã dừng vì lỗi.' },
    restarting: 'Đang khởi động lại với dữ liệu đang có…',
    restarted: 'Đã khởi động lại; dữ liệu của bạn vẫn còn, chỉ không hoàn tác được các bước trước.',
    notRestarted: 'Chưa khởi động lại được; dữ liệu của bạn vẫn còn ở trang này.',
    largeFile: (file: string, size: string, limit: string) => `${file} có ${size}; với bộ nhớ máy này, tệp trên ${limit} có thể làm trang dừng giữa chừng. Dữ liệu đang có được giữ nguyên.`,
    readAnyway: 'Vẫn đọc tệp',
  },

  sources: {
    title: 'Nguồn dữ liệu', date: 'Thời điểm', source: 'Nguồn', licence: 'Giấy phép', noLicence: 'nguồn không nêu', checks: 'Đã kiểm tra', notes: 'Lưu ý', download: 'Tải tệp',
    note: 'Mọi dữ liệu nằm ngay trong thư mục của trang này; không có gì được gửi đi.',
  },

  data: {
    title: 'Dữ liệu đang dùng',
    kinds: { sites: 'Trạm BTS', fibre: 'Điểm cáp quang', localities: 'Thôn', measurements: 'Số đo', coverage: 'Vùng phủ sóng', communes: 'Xã', routes: 'Tuyến cáp quang', indicators: 'Chỉ tiêu báo cáo' } as Record<string, string>,
    rows: (n: string) => `${n} dòng`,
    remove: (file: string) => `Bỏ ${file}`,
    removeAsk: (file: string) => `Bỏ “${file}” khỏi bản đồ? Có thể hoàn tác.`,
    drop: 'Thả tệp vào đây, hoặc chọn tệp',
    dropHint: 'CSV (mọi dấu phân cách, UTF-8, windows-1258, TCVN3), XLSX, GeoJSON, TopoJSON, KML/KMZ, Shapefile nén zip, GPX; tọa độ WGS 84 hoặc VN-2000. Tệp không rời khỏi máy này.',
    choose: 'Chọn tệp…',
    examples: 'Tệp mẫu mỗi loại',
    reading: (file: string, percent: string) => `Đang đọc ${file}: ${percent}`,
    stop: 'Dừng',
    failed: (file: string, reason: string) => `Không đọc được ${file}: ${reason}. Dữ liệu đang có vẫn giữ nguyên.`,
    understood: (good: string, all: string) => `${good} trong ${all} dòng dùng được`,
    unusable: 'Chưa dùng được tệp này. Hãy xem các vấn đề bên dưới, chỉnh loại hoặc cột rồi thử lại. Dữ liệu đang có vẫn giữ nguyên.',
    kind: 'Loại dữ liệu', guessed: 'đoán',
    crs: 'Hệ tọa độ', crsAuto: 'Tự nhận', crsOptions: { 'EPSG:4326': 'WGS 84 (độ)', 'VN2000:105.5': 'VN-2000, 105°30′ (Hà Giang)', 'VN2000:106': 'VN-2000, 106°00′ (Tuyên Quang)', 'EPSG:3405': 'VN-2000 / UTM 48N' } as Record<string, string>,
    headerLine: 'Hàng tiêu đề ở dòng', headerMissing: 'Tệp không có dòng này.',
    mapping: 'Cột nào là trường nào', field: 'Trường', column: 'Cột trong tệp', none: '(không có)', required: 'bắt buộc',
    everyRow: 'giống nhau ở mọi dòng',
    preview: 'Vài dòng đầu của tệp',
    issues: (errors: string, warnings: string) => `${errors} lỗi, ${warnings} cảnh báo`,
    noIssues: 'Không có vấn đề nào.',
    issueFilter: 'Lọc theo mã', allCodes: 'Tất cả', exportIssues: 'Tải danh sách vấn đề (CSV)', exportIssuesName: 'van-de',
    line: 'Dòng', code: 'Mã', message: 'Vấn đề', value: 'Giá trị', severity: { error: 'lỗi', warning: 'cảnh báo' },
    moreIssues: (n: string) => `… và ${n} vấn đề nữa; tải danh sách để xem hết`,
    date: 'Số liệu của ngày (nếu biết)',
    add: 'Thêm vào dữ liệu đang có', replace: 'Thay dữ liệu cùng loại đã nạp',
    accept: (n: string) => `Dùng ${n} dòng`, cancel: 'Bỏ tệp này',
    changed: { added: (file: string) => `Đã nạp ${file}.`, removed: (file: string) => `Đã bỏ ${file}.`, undone: (file: string) => `Đã hoàn tác: ${file}.` },
    undo: 'Hoàn tác',
    zoom: 'Xem trên bản đồ',
  },

  offline: {
    title: 'Dùng khi không có mạng',
    states: {
      impossible: 'Không giữ được trên máy từ địa chỉ này hoặc trong trình duyệt này: cần mở qua https (hoặc localhost).',
      later: 'Chưa dùng được: các tệp của trang sẽ được lưu khi bản đồ hiện xong.',
      asked: 'Chưa dùng được: đường truyền chậm hoặc đang tiết kiệm dữ liệu, nên trang chưa tự lưu.',
      keeping: 'Đang lưu các tệp của trang…',
      failed: 'Chưa dùng được: có tệp không tải được, hoặc tải về không đúng.',
    },
    ready: {
      kept: 'Dùng được khi không có mạng: mọi tệp của trang đã lưu trên máy này.',
      keeping: 'Dùng được khi không có mạng; phần để xuất thành một tệp HTML đang được lưu…',
      none: 'Dùng được khi không có mạng, trừ việc xuất thành một tệp HTML: phần này (hơn 1 MB phải tải) chưa lưu trên máy.',
    },
    keepRest: 'Lưu cả phần này',
    keep: 'Lưu để dùng ngoại tuyến',
    version: (version: string) => `Phiên bản ${version}`,
    newVersion: (version: string) => `Có phiên bản mới (${version}). Dự án và khung nhìn được giữ nguyên khi đổi.`,
    change: 'Dùng phiên bản mới',
    wentBack: (version: string) => `Phiên bản mới (${version}) không khởi động được, nên trang đã trở lại phiên bản trước.`,
    tryAgain: 'Thử lại phiên bản mới',
    movedOn: (version: string) => `Trang đã đổi sang phiên bản ${version} ở thẻ khác; thẻ này chưa tải lại.`,
    unfinished: 'Ở đây còn tệp chưa dùng hoặc ô đang điền: tải lại thì mất.',
    reloadTab: 'Tải lại thẻ này',
    later: 'Để sau',
    away: 'không có mạng',
  },

  compare: {
    title: 'So sánh hai bản', withLoaded: 'So với bản đang dùng', comparing: 'Đang so sánh…', failed: (reason: string) => `Không so sánh được: ${reason}`,
    between: (before: string, after: string) => `Từ ${before} sang ${after}`, same: (n: string) => `${n} dòng như cũ`,
    kinds: { added: 'thêm', removed: 'bỏ', moved: 'dời', changed: 'đổi' },
    what: 'Dòng', change: 'Khác biệt', name: 'Tên', before: 'Bản cũ', after: 'Bản mới', start: 'So sánh', close: 'Đóng so sánh',
    filter: 'Lọc', export: 'Tải bảng so sánh (CSV)', exportName: 'so-sanh', more: (n: string) => `… và ${n} dòng nữa; tải bảng để xem hết`,
  },

  project: {
    title: 'Dự án', notes: 'Ghi chú về thôn', name: 'Tên', size: (rows: string, size: string) => `${rows} dòng, khoảng ${size}, giữ trên máy này`,
    saveFile: 'Lưu thành một tệp', saveHtml: 'Xuất thành một tệp HTML', savingHtml: 'Đang xuất…', saveHtmlFailed: (reason: string) => `Không xuất được: ${reason}`,
    saveHtmlAway: 'Không xuất được: phần này chưa lưu trên máy và máy chủ không trả lời. Có mạng lại thì bấm lần nữa.',
    htmlNote: 'Tệp HTML mở bằng nhấp đúp, không cần mạng: cả trang, số liệu, dự án và phần đang xem, để đưa cho người khác qua USB.',
    inThisFile: (name: string, date: string) => `Tệp HTML này mang dự án “${name}”, xuất ngày ${date}.`, inThisFilePlain: (date: string) => `Tệp HTML này được xuất ngày ${date}.`, backToFile: 'Trở lại như trong tệp',
    startNew: 'Dự án mới', open: 'Mở', others: 'Dự án khác',
    remove: (name: string) => `Xóa “${name}”`, removeAsk: (name: string) => `Xóa hẳn dự án “${name}” khỏi máy này? Không hoàn tác được.`,
    reload: 'Nạp lại',
    keeping: {
      memory: 'Trình duyệt này không giữ được dữ liệu; những gì bạn nạp sẽ mất khi đóng trang. Hãy lưu thành một tệp.',
      full: 'Hết chỗ giữ dữ liệu: thay đổi vừa rồi chưa được giữ. Hãy lưu thành một tệp, hoặc xóa bớt dự án.',
      'other-tab': 'Dự án này vừa được đổi ở một cửa sổ khác. Nạp lại để thấy, hoặc lưu thành một tệp để giữ bản ở đây.',
    },
    trouble: {
      'not-a-project': 'Đây không phải tệp dự án.', 'newer-version': 'Tệp dự án này do bản mới hơn của Lõm Sóng ghi; hãy dùng bản mới để mở.',
      damaged: 'Tệp dự án bị hỏng hoặc thiếu; không mở phần nào. Dữ liệu đang có vẫn giữ nguyên.',
    },
  },

  units: { people: 'người', hamlets: 'thôn' },
};

export const start: StartText = {
  failed: 'Trang chưa khởi động được: có tệp không tải được hoặc bị hỏng. Dữ liệu bạn đã nạp vẫn còn trên máy này.',
  reload: 'Tải lại',
  back: 'Dùng phiên bản trước',
  about: 'Nơi chưa có sóng di động ở từng xã của Hà Giang',
  noScript: 'Trang này cần JavaScript.',
  tooOld: 'Trình duyệt này quá cũ để mở tệp này; hãy dùng Firefox hoặc Chrome mới hơn.',
};

const MENDED: Readonly<Record<string, string>> = {
  'unclosed-ring': 'đường biên chưa khép kín',
  'wrong-winding': 'đường biên đi sai chiều',
  'self-crossing': 'đường biên tự cắt nhau',
  'dropped-part': 'có phần không có diện tích',
  'dropped-line': 'có đoạn không có độ dài',
};

const UNREADABLE: Readonly<Record<string, string>> = {
  binary: 'Không nhận ra loại tệp này. Hãy xuất dữ liệu ra CSV, XLSX, KML hoặc GeoJSON rồi nạp lại.',
  'breaks-off': 'Tệp bị đứt giữa chừng hoặc sai cú pháp. Hãy tải hoặc xuất lại tệp.',
  'not-geojson': 'Tệp JSON này không phải GeoJSON hay TopoJSON.',
  archive: 'Không mở được tệp nén này: tệp bị hỏng, có mật khẩu, quá lớn, hoặc không chứa bảng tính, KML, Shapefile hay CSV.',
  'old-office': 'Đây là tệp Office kiểu cũ (.xls). Hãy mở bằng Excel và lưu lại thành .xlsx hoặc CSV.',
  shapefile: 'Lớp Shapefile này bị hỏng hoặc thiếu phần. Hãy nén đủ các tệp .shp, .dbf, .prj vào một tệp .zip.',
  'broken-kml': 'Tệp KML hoặc GPX bị hỏng hoặc bị đứt giữa chừng. Hãy tải hoặc xuất lại tệp.',
  markup: 'Không đọc được loại tệp này (HTML hoặc XML khác KML, GPX). Hãy xuất ra CSV, XLSX hoặc KML.',
  'not-a-table': 'Không nhận ra bảng dữ liệu nào trong tệp. Cần CSV có dòng tiêu đề, hoặc GeoJSON.',
};

function hint(detail: Issue['detail']): string {
  if (detail.allowed !== undefined) return ` Dùng một trong: ${detail.allowed}.`;
  if (detail.expected === 'yes-no') return ' Dùng có/không hoặc 1/0.';
  if (detail.expected === 'count') return ' Cần một số nguyên không âm.';
  return ' Cần một số có nghĩa ở cột này.';
}

/** The sentence a person reads for an issue: what is wrong, what was done about it, what to do. */
export const issues: IssueText = {
  'missing-column': ({ value, detail }, { column }) =>
    value === null && detail.why === 'no-header'
      ? `Tệp không có dòng tiêu đề (dòng đầu đã là dữ liệu), nên không biết cột nào là “${column}”. Hãy thêm một dòng tên cột ở đầu tệp.`
      : value === null
      ? `Thiếu cột bắt buộc “${column}”. Hãy thêm cột này, chỉ ra cột nào của tệp ứng với nó, hoặc cho một giá trị chung cho mọi dòng.`
      : `Không có cột “${value}” để ghép với “${column}”. Hãy kiểm tra lại tên cột.`,
  'missing-value': (_, { column, value, detail }) =>
    detail.why === 'zero-position'
      ? 'Tọa độ 0, 0 nghĩa là chưa có vị trí; bỏ qua dòng này. Hãy điền tọa độ thật.'
      : detail.why === 'no-level'
        ? `Mức thu ${value} không thể có thật (${detail.min} đến ${detail.max} dBm), được hiểu là không có số đo; bỏ qua dòng này.`
        : detail.why === 'one-level'
          ? `Mức thu ${value} lặp lại ở mọi dòng của công nghệ và nhà mạng này: máy ghi thay cho số đo; bỏ qua dòng này.`
          : detail.why === 'rssi'
            ? `${value} là RSSI, không phải mức thu RSCP, RSRP của 3G, 4G, 5G; bỏ qua dòng này.`
            : detail.why === 'quality'
              ? `${value} ở cột “${column}” là chất lượng tín hiệu, không phải mức thu; bỏ qua dòng này.`
              : `Ô “${column}” để trống nhưng bắt buộc phải có; bỏ qua dòng này.`,
  'bad-number': (_, { column, value, detail }) =>
    detail.expected === 'coordinate'
      ? `Không đọc được tọa độ ${value} ở cột “${column}”; bỏ qua dòng này. Viết được: 22.8, 22,8 hoặc 22°49′30″.`
      : `${value} ở cột “${column}” không phải là số; bỏ qua dòng này. Viết được: -95, -95.5 hoặc -95,5.`,
  'bad-coordinate': (_, { column, value, detail }) =>
    detail.axis === 'lng'
      ? `Kinh độ ${value} ở cột “${column}” nằm ngoài ±180; bỏ qua dòng này. Hãy kiểm tra dấu thập phân.`
      : `Tọa độ ${value} ở cột “${column}” không nằm trên Trái Đất (vĩ độ chỉ đến ±90); bỏ qua dòng này. Hãy kiểm tra dấu thập phân.`,
  'swapped-coordinates': (_, { value }) => `Vĩ độ và kinh độ bị đổi chỗ${value && ` (${value})`}; đã đọc theo thứ tự đúng. Hãy kiểm tra vị trí trên bản đồ.`,
  'projected-coordinates': (_, { detail }) =>
    `Tọa độ tính bằng mét: đã đọc theo VN-2000, kinh tuyến trục ${detail.zone}, ${detail.rows} dòng${detail.inside === undefined ? '' : `, ${detail.inside} dòng nằm trong các xã`}.` +
    (detail.otherZone === undefined
      ? ''
      : ` Cũng có thể là kinh tuyến trục ${detail.otherZone}${detail.otherInside === undefined ? '' : ` (${detail.otherInside} dòng nằm trong các xã)`}; nếu đúng vậy, hãy chọn ${detail.other}.`),
  'outside-area': (_, { value }) => `Vị trí${value && ` ${value}`} không thuộc xã nào đang xét. Vẫn giữ dòng này; hãy kiểm tra tọa độ.`,
  'unknown-technology': (_, { value }) => `Không rõ công nghệ ${value}; bỏ qua dòng này. Dùng 2G, 3G, 4G hoặc 5G (GSM, UMTS, LTE, NR cũng được).`,
  'duplicate-id': (_, { value, detail }) => `Trùng mã ${value} với dòng ${detail.firstLine}; chỉ giữ dòng đầu. Nếu là hai đối tượng khác nhau, hãy đặt mã khác nhau.`,
  'unknown-commune': (_, { value, detail }) => {
    if (detail.why === 'ambiguous') return `${value} có thể là nhiều xã (${detail.codes}) và vị trí không cho biết là xã nào. Vẫn giữ dòng này; hãy ghi mã xã hiện nay.`;
    if (detail.why === 'old-code') return `Không còn xã nào mang mã ${value}. Nếu đây là mã trước ngày 1/7/2025, hãy ghi ${detail.write}. Vẫn giữ dòng này.`;
    return `Không tìm thấy xã ${value} (theo mã hay tên, cũ hay mới). Vẫn giữ dòng này; hãy kiểm tra cách viết.`;
  },
  'bad-date': (_, { column, value }) => `Không đọc được ngày ${value} ở cột “${column}”; coi như để trống. Viết được: 2024-05-31, 31/05/2024, 05/2024.`,
  'bad-value': (_, { column, value, detail }) => `Không dùng được giá trị ${value} ở cột “${column}”; coi như để trống.${hint(detail)}`,
  encoding: ({ value }, { detail }) =>
    detail.damaged
      ? 'Tệp UTF-8 có ký tự bị hỏng. Hãy kiểm tra các tên có dấu, và xuất lại tệp nếu cần.'
      : `Tệp không phải UTF-8; đã đọc theo bảng mã ${value}. Hãy kiểm tra các tên có dấu, và nên lưu lại thành UTF-8.`,
  'bad-geometry': (_, { value, detail }) => {
    if (detail.mended !== undefined) return `Hình có lỗi và đã được sửa: ${namedList(detail.mended, MENDED)}. Hãy xem lại trên bản đồ.`;
    if (detail.why === 'not-a-point') return `Cần một điểm, nhưng đây là ${value}; bỏ qua đối tượng này.`;
    if (detail.why === 'not-an-area') return `Cần một vùng (Polygon hoặc MultiPolygon), nhưng đây là ${value}; bỏ qua đối tượng này.`;
    if (detail.why === 'not-a-line') return `Cần một đường (LineString hoặc MultiLineString), nhưng đây là ${value}; bỏ qua đối tượng này.`;
    if (detail.why === 'no-length') return 'Đường không có độ dài; bỏ qua đối tượng này.';
    if (detail.why === 'no-area') return 'Hình không có diện tích; bỏ qua đối tượng này.';
    return 'Hình có tọa độ không đọc được; bỏ qua đối tượng này.';
  },
  unreadable: (_, { detail }) =>
    detail.why === 'open-quote'
      ? `Tệp bị đứt giữa chừng: dấu ngoặc kép mở ở dòng ${detail.startLine} không được đóng. Hãy xuất lại tệp, hoặc sửa dòng đó.`
      : (UNREADABLE[detail.why ?? ''] ?? 'Không đọc được tệp này.'),
  empty: () => 'Tệp không có dòng dữ liệu nào.',
};

/** Printed documents. Form and terms follow annex I of Decree 30/2020/NĐ-CP on clerical work. */
export const report = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  province: 'Tuyên Quang',
  superior: 'UBND TỈNH TUYÊN QUANG',
  /** The word for the unit that opens a commune's name. */
  unitPrefix: /^(?:xã|phường|thị trấn|đặc khu)\s+/i,
  agency: (commune: string) => `UBND ${commune.toLocaleUpperCase('vi')}`,
  /** In a sentence the word for the unit is no name. */
  inSentence: (commune: string) => commune.charAt(0).toLocaleLowerCase('vi') + commune.slice(1),
  agencyInSentence: (commune: string) => `Ủy ban nhân dân ${commune.charAt(0).toLocaleLowerCase('vi')}${commune.slice(1)}`,
  number: 'Số:',
  reportSign: '/BC-UBND',
  letterSign: '/UBND-VP',
  /** The decree writes a zero before days under 10 and before months 1 and 2 alone. */
  placeAndDate: (place: string, day: string, month: string, year: string) => `${place}${place ? ', ' : ''}ngày ${day} tháng ${/^0[3-9]$/.test(month) ? month.slice(1) : month} năm ${year}`,
  authority: 'TM. ỦY BAN NHÂN DÂN',
  position: 'CHỦ TỊCH',
  signature: '(Ký, ghi rõ họ tên và đóng dấu)',
  recipientsTitle: 'Nơi nhận:',
  recipients: ['- UBND tỉnh Tuyên Quang (để báo cáo);', '- Sở Khoa học và Công nghệ tỉnh Tuyên Quang;', '- Lưu: VT.'],
  recipientsElsewhere: ['', '- Lưu: VT.'],
  letterRecipients: ['- Như trên;', '- Lưu: VT.'],
  fields: {
    superior: 'Cơ quan chủ quản', agency: 'Cơ quan ban hành', number: 'Số', sign: 'Ký hiệu', subject: 'Trích yếu', date: 'Địa danh, ngày tháng', authority: 'Thẩm quyền ký', position: 'Chức vụ', signer: 'Họ và tên người ký', recipients: 'Nơi nhận',
    proposals: 'Đề xuất, kiến nghị', addressee: 'Kính gửi', petition: 'Nội dung kiến nghị', contact: 'Người liên hệ',
  },
  screenNote: 'Chữ có gạch chân chấm là chỗ sửa, điền được ngay trên trang. In bằng Ctrl+P, khổ A4, bỏ “đầu trang và chân trang” của trình duyệt.',

  title: 'BÁO CÁO',
  about: (commune: string) => `Về tình hình phủ sóng thông tin di động trên địa bàn ${commune}`,
  opening: (agency: string) => `${agency} báo cáo tình hình phủ sóng thông tin di động trên địa bàn như sau:`,
  closing: (agency: string) => `Trên đây là báo cáo của ${agency} về tình hình phủ sóng thông tin di động trên địa bàn./.`,
  sections: { general: 'Tình hình chung', gaps: 'Các vùng lõm lớn nhất', centres: 'Cáp quang và băng rộng tại trung tâm các xã cũ', proposals: 'Đề xuất, kiến nghị' },

  when: { day: (date: string) => `ngày ${date}`, month: (date: string) => `tháng ${date}`, year: (date: string) => `năm ${date}` },
  modelled: 'mô phỏng',
  modelledMark: '*',
  modelledNote: (date: string) => `* Số mô phỏng: vị trí trạm và thôn không công khai, dữ liệu do mô hình dựng theo số báo cáo ${date}, không phải số liệu thực; cần thay bằng số liệu thực trước khi ban hành.`,
  modelledNoteUndated: '* Số mô phỏng: dữ liệu do mô hình dựng, không phải số liệu thực; cần thay bằng số liệu thực trước khi ban hành.',
  oldNote: (months: string) => `Số liệu vùng phủ đã cũ ${months} tháng tính đến ngày lập văn bản.`,
  terrainNote: 'Vùng phủ của trạm tính theo bán kính, chưa xét địa hình; ở vùng núi thực tế kém hơn.',
  estimatedNote: 'Số người là ước tính: dân số chia đều trên diện tích.',
  noData: 'chưa có số liệu',
  none: '–',

  identity: (commune: string, code: string, area: string) => `${commune} (mã ${code}) có diện tích ${area}`,
  population: (n: string) => `, dân số ${n} người (Tổng điều tra ngày 01/4/2019)`,
  populationOf: (n: string) => `, dân số ${n} người`,
  hamletCount: (n: string) => `, ${n} thôn, tổ dân phố`,
  formedOf: (units: string) => `; thành lập từ ${units}`,
  partOf: (unit: string) => `một phần ${unit}`,
  state: {
    gap: (date: string, technologies: string, km2: string, share: string) => `${date ? `Theo số liệu ${date}` : 'Theo số liệu đã nạp'}, phần đất không có sóng ${technologies} của mọi nhà mạng rộng ${km2}, bằng ${share} diện tích`,
    gapOfOperators: (date: string, technologies: string, operators: string, km2: string, share: string) => `${date ? `Theo số liệu ${date}` : 'Theo số liệu đã nạp'}, phần đất không có sóng ${technologies} của ${operators} rộng ${km2}, bằng ${share} diện tích`,
    covered: (date: string, technologies: string) => `${date ? `Theo số liệu ${date}` : 'Theo số liệu đã nạp'}, toàn bộ diện tích có sóng ${technologies}`,
    noData: 'Chưa có số liệu về vùng phủ sóng trên địa bàn.',
    unknown: (share: string) => `; ${share} diện tích chưa có số liệu`,
    hamlets: (trang: string, trangPeople: string, lom: string, lomPeople: string) => `Có ${trang} thôn trắng sóng với ${trangPeople} người và ${lom} thôn lõm sóng với ${lomPeople} người`,
    hamletsWithoutPeople: (trang: string, lom: string) => `Có ${trang} thôn trắng sóng và ${lom} thôn lõm sóng`,
    noHamlets: 'Không có thôn trắng sóng, thôn lõm sóng',
    unknownHamlets: (n: string) => `Ở ${n} thôn chưa có số liệu`,
    people: (n: string) => `Ước tính ${n} người ở nơi không có sóng`,
    off: (technologies: string) => `Số liệu tính trong trường hợp mạng ${technologies} ngừng hoạt động.`,
  },
  rank: {
    opening: (of: string, commune: string) => `Trong ${of} xã, phường, ${commune} đứng `,
    place: (rank: string, measure: string) => `thứ ${rank} về ${measure}`,
    measures: { people: 'số người ở thôn trắng sóng', land: 'diện tích không có sóng', share: 'tỷ lệ diện tích không có sóng', hamlets: 'số thôn trắng sóng' },
    values: { people: (value: string) => `${value} người`, land: (value: string) => value, share: (value: string) => value, hamlets: (value: string) => `${value} thôn` },
    among: (of: string) => `trong ${of} đơn vị có số liệu`,
    tied: (n: string) => `đồng hạng với ${n} đơn vị khác`,
    share: (share: string) => `chiếm ${share} của cả vùng`,
    because: (hamlets: string) => `chủ yếu do ${hamlets}`,
    hamletPeople: (hamlet: string, people: string) => `${hamlet}: ${people} người`,
    piece: (km2: string) => `vùng liền lớn nhất ${km2}`,
  },

  figures: {
    caption: 'Phủ sóng theo công nghệ và theo nhà mạng',
    first: 'Công nghệ, nhà mạng', land: 'Diện tích có sóng', people: 'Dân có sóng', hamlets: 'Thôn có sóng', trang: 'Thôn trắng', lom: 'Thôn lõm', bts: 'Trạm BTS', sites: 'Vị trí cột',
    together: (technologies: string) => `Cộng chung ${technologies}`,
    byTechnology: 'Theo công nghệ (các nhà mạng cộng chung)', byOperator: (technologies: string) => `Theo nhà mạng (${technologies} cộng chung)`,
    basis: 'Dân có sóng: dân của các thôn có sóng tại trung tâm thôn. Thôn có sóng: có sóng tại trung tâm thôn, kể cả thôn lõm.',
  },
  served: {
    caption: 'Số nhà mạng có sóng tại trung tâm thôn',
    operators: 'Số nhà mạng', none: 'Không nhà mạng nào', exactly: (n: string) => `${n} nhà mạng`, hamlets: 'Số thôn', people: 'Số người', area: 'Diện tích',
  },
  gaps: {
    caption: (technologies: string) => `Các vùng liền không có sóng ${technologies}, xếp theo diện tích`,
    index: 'TT', area: 'Diện tích', pole: 'Điểm sâu nhất (WGS 84: vĩ độ; kinh độ)', hamlet: 'Thôn gần nhất', masts: 'Trạm đang hoạt động gần nhất', fibre: 'Cáp quang gần nhất',
    none: (technologies: string) => `Không có vùng lõm sóng ${technologies}.`,
    more: (n: string, of: string) => `Nêu ${n} trong ${of} vùng.`,
    fromPole: 'Khoảng cách đo từ điểm sâu nhất (điểm xa mép vùng nhất).',
    away: (name: string, km: string) => `${name}: ${km}`,
  },
  centres: {
    caption: 'Trung tâm các xã, phường, thị trấn trước ngày 01/7/2025',
    unit: 'Đơn vị cũ', population: 'Dân số 2019', fibre: 'Cáp quang', signal: 'Sóng tại trung tâm', mast: 'Trạm gần nhất',
    fibreDerived: 'có (suy ra)', fibreListed: 'có trong danh sách', fibreAt: (km: string) => `cách ${km}`, fibreUnknown: 'chưa có số liệu', noPosition: 'không rõ vị trí', noSignal: 'không có sóng',
    reported: (source: string, fibre: string, broadband: string) => `Theo báo cáo (${source}): ${fibre} số xã có cáp quang đến trung tâm, ${broadband} số xã có băng rộng ở trung tâm và nơi đông dân; báo cáo không có số riêng từng xã.`,
    none: 'Không có dữ liệu về các đơn vị cũ.',
  },

  annex: (roman: string) => `Phụ lục ${roman}`,
  annexTo: (agency: string) => `(Kèm theo Báo cáo của ${agency})`,
  map: {
    title: (technologies: string, commune: string) => `BẢN ĐỒ VÙNG LÕM SÓNG ${technologies} ${commune.toLocaleUpperCase('vi')}`,
    label: (technologies: string, commune: string) => `Bản đồ vùng không có sóng ${technologies} của ${commune}`,
    north: 'B',
    gap: 'Không có sóng', covered: 'Có sóng', unknown: 'Chưa có số liệu', border: 'Ranh giới xã', neighbours: 'Ranh giới xã lân cận',
    mast: (technology: string) => `Trạm ${technology}`, fibre: 'Điểm cáp quang', hamletCovered: 'Thôn có sóng', hamletLom: 'Thôn lõm sóng', hamletTrang: 'Thôn trắng sóng', hamletUnknown: 'Thôn chưa có số liệu',
    deepest: 'Điểm sâu nhất của vùng lõm (số thứ tự như ở mục II)', numbers: 'Số cạnh thôn là số thứ tự ở danh sách thôn.', projection: 'Tọa độ WGS 84.',
  },
  hamlets: {
    title: 'DANH SÁCH THÔN, TỔ DÂN PHỐ',
    index: 'TT', name: 'Thôn', state: 'Tính được', reported: 'Báo cáo', operators: 'Số nhà mạng', best: 'Công nghệ', people: 'Số người', households: 'Số hộ', power: 'Điện lưới', mast: 'Trạm (km)', fibre: 'Cáp (km)', reason: 'Ghi chú',
    states: { trang: 'trắng', lom: 'lõm', covered: 'có sóng' },
    powered: { yes: 'có', no: 'không', unknown: '–' },
    reasons: {
      'no-mast-in-reach': 'không trạm nào phủ tới', 'outside-coverage': 'ngoài vùng phủ', 'partly-covered': 'có cụm nhà chưa có sóng',
      'only-ended': (technologies: string) => `chỉ có ${technologies}, đã ngừng`, 'only-uncounted': (technologies: string) => `chỉ có ${technologies}, không tính`, 'one-operator': (operator: string) => `chỉ có ${operator}`,
    },
    none: 'Không có dữ liệu thôn.',
    distances: 'Trạm, Cáp: khoảng cách đến trạm đang hoạt động và điểm, tuyến cáp quang gần nhất.',
    disagree: (n: string) => `Tính được khác báo cáo ở ${n} thôn.`,
  },
  sources: {
    title: 'NGUỒN SỐ LIỆU, QUY TẮC VÀ CÁCH TÍNH LẠI',
    data: 'Nguồn số liệu', what: 'Dữ liệu', nature: 'Tính chất', date: 'Thời điểm', source: 'Nguồn', undated: 'không rõ',
    rules: 'Quy tắc đang dùng',
    counted: (technologies: string, operators: string) => `Cùng tính: ${technologies}; nhà mạng: ${operators}.`,
    allOperators: 'tất cả',
    off: (technologies: string) => `Đã tắt: ${technologies}.`,
    notOfficial: 'Các quy tắc này là thiết lập của phép tính, không phải quy định chính thức.',
    repeat: 'Cách tính lại',
    repeatNote: 'Trên máy có phần mềm Lõm Sóng, lệnh sau cho các dòng có số liệu; lấy dòng có technology và operator như ghi, rồi đọc các trường.',
    row: (technology: string, operator: string) => `dòng technology = "${technology}", operator = "${operator}"`,
    otherRows: 'Từng công nghệ: lấy dòng có technology tương ứng. Từng nhà mạng: thêm --by-operator và lấy dòng có operator tương ứng.',
    parts: 'Các số khác của báo cáo: lệnh sau cho toàn bộ, không làm tròn, trong các phần:',
    reportedPart: 'Lệnh cho các số đối chiếu, ở phần reported.candidates:',
    partNames: { byTechnology: 'theo công nghệ', byOperator: 'theo nhà mạng', servedBy: 'số nhà mạng có sóng', largestGaps: 'các vùng lõm và khoảng cách', centres: 'trung tâm xã cũ', hamlets: 'từng thôn', ranks: 'thứ hạng' },
    beyond: 'Phép tính dùng thiết lập mà lệnh không có tùy chọn; lệnh cho số khác.',
    generated: 'Lập bằng phần mềm Lõm Sóng từ dữ liệu nêu trên.',
  },
  quantities: {
    areaKm2: 'diện tích', gapKm2: 'diện tích không có sóng', coveredKm2: 'diện tích có sóng', noDataKm2: 'diện tích chưa có số liệu', largestGapKm2: 'vùng lõm liền lớn nhất', nearestSiteKm: 'khoảng cách trạm gần nhất', nearestFibreKm: 'khoảng cách cáp quang gần nhất',
    bts: 'số trạm BTS', sites: 'số vị trí cột', population: 'số dân', populationGap: 'người ở thôn trắng sóng', populationLom: 'người ở thôn lõm sóng', populationMissing: 'thôn không có số dân', localities: 'số thôn', localitiesTrang: 'thôn trắng sóng', localitiesLom: 'thôn lõm sóng',
    gapShare: 'tỷ lệ diện tích không có sóng', coveredShare: 'tỷ lệ diện tích có sóng', populationGapShare: 'tỷ lệ dân ở thôn trắng sóng', peopleCoveredShare: 'tỷ lệ dân có sóng', localitiesTrangShare: 'tỷ lệ thôn trắng sóng', localitiesReachedShare: 'tỷ lệ thôn có sóng',
  },

  /** Of figures that stand in a report or in rows of former units. */
  receipts: {
    figures: {
      areaKm2: 'diện tích', population: 'số dân', noDataKm2: 'diện tích chưa có số liệu', noDataShare: 'tỷ lệ diện tích chưa có số liệu',
      servedHamlets: 'số thôn', servedPeople: 'số người', servedKm2: 'diện tích', servedShare: 'tỷ lệ diện tích', bestShare: 'tỷ lệ diện tích theo công nghệ tốt nhất', bestKm2: 'diện tích theo công nghệ tốt nhất',
      gapPieces: 'số vùng lõm', gapKm2: 'diện tích không có sóng', gapShare: 'tỷ lệ diện tích không có sóng', pole: 'điểm sâu nhất', hamletKm: 'khoảng cách thôn gần nhất', mastKm: 'khoảng cách cột gần nhất', fibreKm: 'khoảng cách cáp quang gần nhất', operatorMastKm: 'khoảng cách cột gần nhất của nhà mạng',
      hamletsTrang: 'thôn trắng sóng', hamletsLom: 'thôn lõm sóng', hamletsCovered: 'thôn có sóng', hamletsUnknown: 'thôn chưa có số liệu', hamlets: 'số thôn', hamletsNamed: 'thôn có ghi xã cũ', hamletsAssigned: 'thôn gán theo trung tâm gần nhất', peopleTrang: 'người ở thôn trắng sóng', peopleMissing: 'thôn không có số dân',
      hamletsOther: 'thôn khác', hamletsOfNone: 'thôn không thuộc xã cũ nào', oldUnits: 'số xã cũ', state: 'tình trạng tính được', reportedState: 'tình trạng báo cáo', operatorCount: 'số nhà mạng tới trung tâm', operators: 'nhà mạng tới trung tâm', bestTechnology: 'công nghệ tốt nhất', people: 'số người', households: 'số hộ', power: 'điện lưới', reason: 'lý do', discShare: 'phần vòng tròn có sóng',
      population2019: 'số dân năm 2019', kmOutside: 'trung tâm nằm ngoài xã', reachedBy: 'công nghệ tới trung tâm', centreSignal: 'sóng tại trung tâm',
      rankValue: 'số đo để xếp hạng', rankShare: 'phần của cả tỉnh', rank: 'thứ hạng', tied: 'số xã khác cùng giá trị', reportedShare: 'tỷ lệ báo cáo', reportedDifference: 'chênh lệch với số báo cáo',
      communes: 'số xã', communesOfSeveral: 'xã gộp từ nhiều huyện', districtPeople: 'số dân năm 2019 thuộc huyện', bts: 'số trạm BTS', btsDifference: 'chênh lệch số trạm với số báo cáo', indicator: 'số báo cáo', fibreCentres: 'tỷ lệ trung tâm xã cũ có cáp quang', largestKm2: 'vùng lõm liền lớn nhất',
      readings: 'số đo mà công bố có nói tới', claimedButPoor: 'số đo kém nơi công bố là có sóng', usableButUnclaimed: 'số đo dùng được nơi không công bố',
      rows: 'số dòng trong tệp', rowsUsed: 'số dòng dùng được', rowsLeftOut: 'số dòng bị bỏ', rowsWithIssues: 'số dòng có vấn đề', issueErrors: 'số lỗi', issueWarnings: 'số cảnh báo', issuesOfCode: 'số vấn đề có mã', rowsOfCode: 'số dòng có vấn đề mang mã',
      rowsAdded: 'số dòng thêm', rowsRemoved: 'số dòng bỏ', rowsMoved: 'số dòng dời', rowsChanged: 'số dòng đổi', rowsSame: 'số dòng như cũ', movedMeters: 'quãng dời', gainedKm2: 'diện tích thêm', lostKm2: 'diện tích mất',
      masts: 'số cột', fibrePoints: 'số điểm cáp quang', fibreRoutes: 'số tuyến cáp quang', communesWithGap: 'số xã có vùng lõm', largestGaps: 'số xã có điểm sâu nhất ở đây', oldCentres: 'số trung tâm xã cũ', districts: 'số huyện cũ', coverageAreas: 'số vùng phủ công bố', readingsShown: 'số số đo', conflicts: 'số đo trái với công bố',
    },
    field: (path: string) => `Trong kết quả: ${path}.`,
    fields: (part: string, whole: string) => `Trong kết quả: ${part} và ${whole}.`,
    making: {
      given: 'lấy nguyên từ dữ liệu, không tính gì thêm', area: 'diện tích trên mặt elipxoit', count: 'đếm',
      served: (operators: string, of: string) => `phần mà đúng ${operators} trong ${of} nhà mạng có sóng; thôn tính tại trung tâm`,
      best: 'phần mà công nghệ này tới và không công nghệ mới hơn nào tới',
      piece: (number: string) => `phần liền của vùng không có sóng, lớn thứ ${number}`, pole: 'điểm trong vùng lõm xa mép nhất',
      distance: (from: string, name: string, to: string) => `đường trắc địa từ (${from}) tới ${name} (${to})`, route: (from: string) => `đường trắc địa từ (${from}) tới chỗ gần nhất của một tuyến cáp quang`, nearest: (from: string) => `đường trắc địa từ (${from}) tới nơi gần nhất`,
      reaches: (technologies: string) => `${technologies} tới trung tâm thôn`, reachesNone: 'không công nghệ nào được tính tới trung tâm thôn',
      disc: (share: string, radius: string, least: string) => `${share} vòng tròn ${radius} có sóng, so với mức ${least}`, reaching: 'xét từng công nghệ, từng nhà mạng tại trung tâm',
      rank: (value: string, among: string) => `${value}, xếp từ nhiều đến ít trong ${among} xã`, above: (name: string, value: string) => `ngay trên: ${name} (${value})`, below: (name: string, value: string) => `ngay dưới: ${name} (${value})`,
      hamletsOfUnit: (count: string) => `cộng qua ${count} thôn thuộc đơn vị`, sumOfCommunes: (count: string) => `cộng qua ${count} xã`, sumOfUnits: (count: string) => `cộng qua ${count} đơn vị`, splitPeople: 'dân các xã cũ của huyện trong xã này; xã cũ bị chia thì chia đều',
      rowsUsed: 'những dòng không có lỗi', rowsLess: (all: string, leftOut: string) => `${all} dòng trong tệp − ${leftOut} dòng bị bỏ`,
      leftOut: (list: string) => `vì có lỗi: ${list}`, leftOutFor: (code: string, rows: string) => `${code} (${rows} dòng)`, leftOutNone: 'không dòng nào có lỗi',
      compared: { added: 'dòng của bản mới mà bản cũ không có', removed: 'dòng của bản cũ mà bản mới không có', moved: 'dòng có ở cả hai bản, nay ở chỗ khác', changed: 'dòng có ở cả hai bản, có trường khác đi', same: 'dòng có ở cả hai bản, không dời, không đổi' },
      moved: 'đường trắc địa từ chỗ cũ tới chỗ mới', ground: 'phần đất mà một bản phủ, bản kia không, trên mặt elipxoit',
    },
    fileRules: {
      kind: (kind: string) => `Loại dữ liệu: ${kind}.`, headerLine: (line: string) => `Hàng tiêu đề ở dòng ${line}.`, mapped: (list: string) => `Trường ← cột trong tệp: ${list}.`,
      notMapped: 'Cột nào là trường nào: xem kết quả của lệnh.', used: 'Dòng có lỗi bị bỏ, dòng chỉ có cảnh báo vẫn dùng.',
      identity: (fields: string) => `Dòng của hai bản là một khi trùng: ${fields}.`, movedBy: (meters: string) => `Dời: lệch hơn ${meters}.`, ignored: (fields: string) => `Không kể khác biệt ở trường ${fields}.`, changedGround: (km2: string) => `Đổi: phần thêm và phần mất cộng lại hơn ${km2}.`,
    },
    beyondReadings: 'Các tệp của bản cũ được đọc khác nhau; lệnh đọc chúng như tệp đầu: hãy gộp chúng trước.',
    beyondReported: 'Lệnh dùng số báo cáo kèm theo, không dùng số báo cáo hay ranh giới xã của bạn.',
    signal: { reached: 'có sóng', not: 'không có sóng', missing: 'không biết vị trí', 'no-data': 'chưa có số liệu' },
    nothing: 'không có',
  },

  provinceTable: {
    title: 'BẢNG TỔNG HỢP',
    about: (technologies: string, n: string) => `Phủ sóng ${technologies} theo xã, phường (${n} đơn vị)`,
    index: 'TT', name: 'Xã, phường', area: 'Diện tích (km²)', gap: 'Không sóng (km²)', gapShare: 'Không sóng (% diện tích)', population: 'Dân số', people: 'Người ở thôn trắng', lomPeople: 'Người ở thôn lõm',
    hamlets: 'Số thôn', trang: 'Thôn trắng', lom: 'Thôn lõm', bts: 'BTS', sites: 'Cột', largest: 'Vùng lõm lớn nhất (km²)', mast: 'Cách trạm (km)', fibre: 'Cách cáp quang (km)', total: 'Cộng',
    compared: 'Đối chiếu với số báo cáo',
    reported: (share: string, source: string) => `Tỷ lệ phủ sóng di động theo báo cáo: ${share} (${source}); báo cáo không nêu tính theo diện tích, dân số hay thôn.`,
    meaning: 'Cách hiểu', meanings: { any: 'Có sóng bất kỳ công nghệ nào', 'any-without-2G': 'Có sóng bất kỳ công nghệ nào, không kể 2G', '4G': 'Có sóng 4G' },
    bases: { land: 'Theo diện tích', people: 'Theo số dân', hamlets: 'Theo số thôn' },
    closest: (meaning: string, basis: string, share: string, points: string) => `Trong các số không dựng theo báo cáo, gần số báo cáo nhất là: ${meaning.charAt(0).toLocaleLowerCase('vi')}${meaning.slice(1)}, ${basis.charAt(0).toLocaleLowerCase('vi')}${basis.slice(1)}: ${share}, lệch ${points} điểm phần trăm.`,
    order: 'Xếp theo số người ở thôn trắng sóng, rồi theo diện tích không có sóng.',
  },

  letter: {
    addressee: 'Kính gửi:',
    reply: {
      about: (commune: string) => `V/v trả lời kiến nghị của cử tri về sóng di động trên địa bàn ${commune}`,
      to: 'Cử tri ',
      opening: (agency: string) => `${agency} nhận được kiến nghị của cử tri về tình trạng sóng thông tin di động trên địa bàn, nội dung:`,
      answer: 'Về nội dung trên, sau khi rà soát số liệu, Ủy ban nhân dân trả lời như sau:',
      ending: (agency: string) => `${agency} trân trọng cảm ơn ý kiến của cử tri và thông báo để cử tri biết./.`,
      next: 'Hướng giải quyết:',
    },
    request: {
      about: (commune: string) => `V/v đề nghị mở rộng vùng phủ sóng di động trên địa bàn ${commune}`,
      to: '',
      opening: (agency: string) => `Qua rà soát tình hình phủ sóng thông tin di động trên địa bàn, ${agency} xin gửi quý doanh nghiệp số liệu như sau:`,
      answer: 'Ủy ban nhân dân đề nghị quý doanh nghiệp xem xét khảo sát thực tế và có phương án phủ sóng cho các thôn, khu vực nêu trên; thông báo kết quả và thời gian dự kiến để Ủy ban nhân dân trả lời nhân dân.',
      ending: (agency: string) => `${agency} sẵn sàng phối hợp về mặt bằng, nguồn điện trong phạm vi thẩm quyền và mong nhận được sự quan tâm của quý doanh nghiệp./.`,
      next: 'Người liên hệ, điện thoại:',
    },
    trang: (n: string, technologies: string, names: string) => `${n} thôn chưa có sóng ${technologies} tại trung tâm thôn (trắng sóng): ${names}`,
    lom: (n: string, names: string) => `${n} thôn có sóng tại trung tâm nhưng còn cụm nhà chưa có sóng (lõm sóng): ${names}`,
    noneMissing: (technologies: string) => `Không thôn nào trong danh sách là trắng sóng hay lõm sóng ${technologies}.`,
    land: (km2: string, share: string) => `Diện tích không có sóng: ${km2}, bằng ${share} diện tích`,
    largest: (km2: string, pole: string, mast: string, fibre: string) => `Vùng lõm liền lớn nhất rộng ${km2}; điểm sâu nhất tại ${pole} (WGS 84: vĩ độ; kinh độ), cách trạm đang hoạt động gần nhất ${mast}, cách cáp quang gần nhất ${fibre}`,
    hamletDetail: (name: string, people: string, mast: string) => `${name} (${people}cách trạm gần nhất ${mast})`,
    hamletPeople: (n: string) => `${n} người; `,
    asOf: (date: string, sources: string) => `${date ? `Số liệu ${date}` : 'Số liệu đã nạp'}; nguồn: ${sources}.`,
    more: (n: string) => `và ${n} thôn khác`,
    footnotes: 'Nguồn và cách tính lại các số nêu trên',
    official: 'Số liệu mô phỏng chỉ để chuẩn bị dự thảo; cần thay bằng số liệu thực trước khi ban hành.',
  },
};

const SOURCES = `Nguồn dữ liệu (mỗi TỆP là CSV, XLSX, GeoJSON, TopoJSON, KML/KMZ, Shapefile nén zip hoặc GPX, cả .gz; viết "bundled" để dùng dữ liệu kèm theo):
  --sites TỆP          trạm: site_id, name, lat, lng, technology, operator
                       thêm nếu có: azimuth_deg, beamwidth_deg, radius_m, status (active|planned|off), band_mhz…
  --coverage TỆP       đa giác vùng phủ có technology, operator; dùng được nhiều lần.
                       Có vùng phủ thì trạm chỉ để đếm và đo khoảng cách (trừ khi có --mix)
  --measurements TỆP   số đo: lat, lng, technology, signal_dbm (+ operator…); ô 250 m có từ 3 số đo trở lên, tính theo trung vị.
                       Ô khác là chưa có số liệu. Có số đo thì vùng phủ và trạm không tính (trừ khi có --mix)
  --localities TỆP     thôn: locality_id, name, commune_code, lat, lng (+ population, households…)
  --fibre TỆP          điểm cáp quang: fibre_id, name, lat, lng, commune_code
  --routes TỆP         tuyến cáp quang: đường (GeoJSON, KML, Shapefile) có route_id; nearestFibreKm tính đến điểm hoặc tuyến, chỗ nào gần hơn
  --communes TỆP       xã: đa giác có code, name (+ population)
  --mix                số đo, rồi đa giác, cho những cặp công nghệ–nhà mạng có trong đó; mô hình trạm cho phần còn lại
  --map [LOẠI:]TRƯỜNG=CỘT   cột nào của tệp là trường nào, ví dụ --map lat="Vĩ độ" hoặc --map sites:lat="Vĩ độ"
  --set [LOẠI:]TRƯỜNG=GIÁ TRỊ   trường có cùng một giá trị ở mọi dòng, ví dụ --set technology=4G
  --header [LOẠI=]DÒNG  hàng tiêu đề nằm ở dòng này (mặc định: tự tìm), ví dụ --header 4 hoặc --header sites=4
  --sheet [LOẠI=]TÊN   chỉ đọc trang tính hay lớp này của tệp có nhiều trang
  --crs [LOẠI=]EPSG:n|VN2000:105.5   hệ tọa độ, nếu tệp không phải WGS 84`;

const QUESTION = `Câu hỏi:
  --technology 2G,3G   các công nghệ cần tính (mặc định: những công nghệ có trong dữ liệu)
  --operator TÊN,…     chỉ tính các nhà mạng này, cộng lại với nhau
  --off 2G,…           công nghệ đã tắt: không phủ gì nữa, nơi chỉ nó tới thành vùng lõm
  --lom-radius 1km, --lom-share 0.8   thôn là lõm khi có sóng ở trung tâm nhưng dưới phần này của vòng tròn quanh đó có sóng
  --radius 4G=2.5km,…  bán kính của mô hình (mặc định 2G 4 km, 3G 2,5 km, 4G 2,5 km, 5G 0,8 km)
  --model radius       mô hình bán kính, chưa xét địa hình (terrain: chưa có)`;

const SCENARIO = `Kịch bản (nếu … thì sao):
  --off 2G:TÊN,3G@NGÀY   công nghệ đã tắt của một nhà mạng, hoặc từ một ngày, ví dụ --off 2G@2026-09-16,3G@2028-09
  --on NGÀY            ngày cần xem; công nghệ tắt sau ngày này thì vẫn còn
  --operator-down TÊN,…   nhà mạng ngừng hoạt động
  --mast-down MÃ,…     trạm ngừng hoạt động (site_id, cả cột)
  --commune-down XÃ,…  mọi trạm đứng trong xã ngừng hoạt động
  --no-grid-down       trạm ghi không có điện lưới (has_electricity) ngừng hoạt động
  --microwave-down     trạm truyền dẫn vi ba (backhaul) ngừng hoạt động
  --roaming XÃ,…       trong các xã này mọi nhà mạng dùng chung mạng
  --add TỆP            thêm trạm: tệp như --sites, luôn phủ theo mô hình bán kính; dùng được nhiều lần`;

const RESULT = (languages: string) => `  --by-operator        thêm dòng riêng cho từng nhà mạng
  --commune MÃ         chỉ xã này (mã hoặc tên); dùng được nhiều lần

${SCENARIO}

Kết quả:
  --format json|csv|geojson|kml|xlsx   mặc định json. csv: dấu phẩy và dấu chấm thập phân; mảng nối bằng dấu cách
  --units old|districts   thay cho các xã: một dòng cho mỗi đơn vị trước ngày 1/7/2025 (theo diện tích nếu có ranh giới, nếu không theo trung tâm và các thôn),
                       hay mỗi huyện cũ (tổng các xã bây giờ); json, csv, xlsx. Tên trường: docs/receipts.md
  --difference         thay cho các dòng: trước, sau và chênh lệch của kịch bản, theo xã và tất cả các xã đang xét, và các thôn đổi trạng thái (json, csv, xlsx)
  --off-before 2G      với --difference: công nghệ đã tắt từ trước kịch bản
  --lang ${languages}         ngôn ngữ của thông báo; với csv, vi dùng dấu ; và dấu phẩy thập phân
  --out TỆP            ghi ra tệp thay vì màn hình`;

/** Text of the `lomsong` command. */
export const cli: CliText = {
  help: () => `lomsong – vùng lõm sóng theo xã

  lomsong gaps  [tùy chọn]        tính vùng không có sóng của từng xã
  lomsong rank  [tùy chọn]        đặt trạm tiếp theo ở đâu, trạm nào thiết yếu nhất, xã nào cần nhất
  lomsong report [tùy chọn]       báo cáo của xã, dự thảo công văn, bảng tổng hợp để in
  lomsong check TỆP… [tùy chọn]   soát tệp dữ liệu, nêu từng lỗi với dòng và cột
  lomsong compare CŨ MỚI [tùy chọn]   bản mới của một tệp khác bản cũ ở đâu
  lomsong gaps|rank|report|check|compare --help | lomsong --version

Thử ngay với dữ liệu Hà Giang kèm theo (trạm và thôn là mô phỏng, không phải số liệu thực):
  npx lomsong gaps --format csv --out lom-song.csv
  npx lomsong gaps --technology 3G,4G --by-operator --format csv --lang vi

Với dữ liệu của bạn:
  npx lomsong check tram.csv
  npx lomsong compare tram-thang-5.csv tram-thang-11.csv
  npx lomsong gaps --sites tram.csv --localities thon.csv --radius 4G=3km --out ket-qua.json
  npx lomsong gaps --coverage vung-phu.geojson --sites tram.csv --format geojson

Mã thoát: 0 ổn hoặc chỉ có cảnh báo; 1 có lỗi trong dữ liệu (dòng lỗi bị bỏ, phần còn lại vẫn tính); 2 dùng sai hoặc tệp không đọc được.
Thêm --lang en để xem tiếng Anh. / Add --lang en for English.
`,
  helpGaps: (languages) => `lomsong gaps – vùng không có sóng theo xã × công nghệ, rồi một dòng "any" (không công nghệ nào)

${SOURCES}

${QUESTION}
${RESULT(languages)}

Không cho --sites, --coverage hay --measurements thì dùng trạm và thôn mô phỏng kèm theo (báo ở stderr).
Không cho --communes thì dùng 73 xã của Hà Giang; không cho --fibre thì dùng điểm cáp quang suy ra từ báo cáo, nếu có điểm nằm trong các xã.
"no-data" là công nghệ mà không nguồn nào nói tới: không bao giờ tính là vùng lõm.
"source" cho biết vùng phủ từ đâu: claimed là do nhà mạng công bố; modelled (mô phỏng) là tính từ vị trí trạm theo bán kính, chưa xét địa hình nên ở vùng núi thực tế kém hơn; measured là đo được.
Mã thoát: 0 ổn hoặc chỉ có cảnh báo; 1 có lỗi trong dữ liệu (dòng lỗi bị bỏ, phần còn lại vẫn tính; tệp thiếu cột hay rỗng thì không ghi kết quả); 2 dùng sai hoặc tệp không đọc được.

Ví dụ:
  npx lomsong gaps                                                    dữ liệu kèm theo, JSON
  npx lomsong gaps --sites tram.csv --technology 4G --format csv      trạm của bạn
  npx lomsong gaps --coverage a.geojson --coverage b.geojson --operator Viettel,MobiFone
  npx lomsong gaps --off 2G --add tram-moi.csv --difference           trước và sau
`,
  helpCheck: (languages) => `lomsong check TỆP… – soát tệp, mỗi vấn đề một dòng JSON ở stdout: file, line, column, code, severity, value, message

  --kind sites|fibre|routes|localities|measurements|coverage|communes|indicators   loại dữ liệu (mặc định: đoán và báo ở stderr)
  --communes TỆP       xã để biết điểm nào nằm ngoài (mặc định: 73 xã của Hà Giang)
  --map TRƯỜNG=CỘT     cột nào của tệp là trường nào, dùng được nhiều lần
  --set TRƯỜNG=GIÁ TRỊ  trường có cùng một giá trị ở mọi dòng
  --header [LOẠI=]DÒNG  hàng tiêu đề nằm ở dòng này (mặc định: tự tìm), ví dụ --header 4 hoặc --header sites=4
  --sheet [LOẠI=]TÊN   chỉ đọc trang tính hay lớp này của tệp có nhiều trang
  --crs EPSG:n|VN2000:105.5   hệ tọa độ, nếu tệp không phải WGS 84
  --format lines|json  mặc định lines: mỗi vấn đề một dòng. json: thay vào đó, mỗi bảng bao nhiêu dòng, dùng được, bị bỏ, vấn đề theo mã, cột nào là trường nào
  --lang ${languages}         ngôn ngữ của message

TỆP là bundled thì soát dữ liệu kèm theo (tất cả, hay loại ghi ở --kind).
Dòng đếm như trình soạn thảo (tiêu đề là dòng 1); với GeoJSON là số thứ tự đối tượng, từ 0.
Đọc được: mọi dấu phân cách, dấu phẩy thập phân, độ-phút-giây, UTF-8, windows-1258, TCVN3, VN-2000.
Mã thoát: 0 ổn hoặc chỉ có cảnh báo; 1 có lỗi; 2 dùng sai hoặc tệp không đọc được.
`,
  helpCompare: (languages) => `lomsong compare CŨ… MỚI – bản mới của dữ liệu khác bản cũ ở đâu: thêm, bỏ, dời, đổi dòng nào; với vùng phủ: thêm và mất bao nhiêu km²

Tệp cuối là bản mới; các tệp trước cộng lại là bản cũ. bundled thay cho một tệp là dữ liệu kèm theo của loại đó.
Dòng của hai bản là một khi trùng mã (trạm: site_id, technology, operator, band, azimuth; fibre_id; route_id; locality_id; vùng phủ: technology, operator).
Dời: lệch hơn 1 m. Vùng phủ đổi: phần thêm và mất cộng lại hơn 0,01 km². Riêng ngày số liệu khác đi thì không phải là đổi.

  --kind sites|fibre|routes|localities|coverage   loại dữ liệu (mặc định: đoán và báo ở stderr)
  --communes TỆP       xã để nhận ra tên và vị trí (mặc định: 73 xã của Hà Giang)
  --map [before:|after:]TRƯỜNG=CỘT     cột nào của tệp là trường nào, của cả hai bản hay riêng bản cũ (before:), bản mới (after:)
  --set [before:|after:]TRƯỜNG=GIÁ TRỊ  trường có cùng một giá trị ở mọi dòng
  --header [before=|after=]DÒNG   hàng tiêu đề nằm ở dòng này (mặc định: tự tìm)
  --sheet [before=|after=]TÊN     chỉ đọc trang tính hay lớp này của tệp có nhiều trang
  --crs [before=|after=]EPSG:n|VN2000:105.5   hệ tọa độ, nếu tệp không phải WGS 84
  --format text|csv|json   mặc định text: một bảng để đọc. json: không làm tròn, tên trường ở docs/receipts.md
  --lang ${languages}         ngôn ngữ của bảng và thông báo; với csv, vi dùng dấu ; và dấu phẩy thập phân
  --out TỆP            ghi ra tệp thay vì màn hình

Mã thoát: 0 ổn, dù có khác biệt hay không; 1 có dòng lỗi bị bỏ; 2 dùng sai hoặc tệp không đọc được.

Ví dụ:
  npx lomsong compare tram-thang-5.csv tram-thang-11.csv
  npx lomsong compare bundled tram.csv --kind sites --format csv --out khac.csv
  npx lomsong compare cu.xlsx moi.xlsx --sheet before="Tháng 5" --sheet after="Tháng 11" --map after:lat="Vĩ độ"
`,
  helpRank: (languages) => `lomsong rank – đặt trạm tiếp theo ở đâu, trạm nào thiết yếu nhất, xã nào cần nhất

Hỏi một trong bốn câu:
  --next N             N trạm tiếp theo
  --budget SỐ          các trạm trong một khoản tiền; cần --prices
  --critical N         N trạm mà nếu hỏng thì nhiều người mất hết sóng nhất
  --need people|land|share|hamlets   các xã theo mức cần, và thứ hạng nào chắc chắn

Với --next và --budget:
  --for people|land|hamlets|lom   mục tiêu: người (mặc định), diện tích, thôn trắng, hay thôn trắng và lõm
  --candidates LOẠI,…  vị trí để chọn: hamlets (mặc định), centres (trung tâm xã cũ), fibre, masts (trạm chưa có công nghệ đó),
                       grid hay grid=1km (mặc định 2 km), hoặc một TỆP như --sites: mỗi site_id là một vị trí
  --technology 4G      công nghệ của trạm mới, cũng là công nghệ được xét (mặc định: mọi công nghệ còn hoạt động)
  --operator TÊN       chỉ xét nhà mạng này; trạm mới là của nhà mạng này
  --commune XÃ,…       chỉ đặt trạm và chỉ tính lợi ích trong các xã này (với --critical, --need: chỉ liệt kê các xã này)
  --prices mast=…,fibreKm=…,solar=…[,upgrade=…]   đơn giá của bạn: trạm mới, một km cáp quang, điện mặt trời nơi ghi không có điện lưới,
                       và thêm thiết bị trên trạm có sẵn (mặc định như trạm mới)
  --add TỆP            trạm đã định sẵn, tính trước

Với --need:
  --band 20%,5dB       bán kính dài ngắn hơn 20 % (mặc định), ngưỡng số đo cao thấp hơn 5 dB

${SOURCES}

${QUESTION}

${SCENARIO}

Kết quả:
  --format json|csv|geojson|xlsx   mặc định json (geojson: không cho --need)
  --lang ${languages}         ngôn ngữ của thông báo; với csv, vi dùng dấu ; và dấu phẩy thập phân
  --out TỆP            ghi ra tệp thay vì màn hình

Kết quả --next --format csv dùng được ngay: lomsong gaps --add ket-qua.csv cho ra đúng các con số ấy. Các trường: docs/rank.md.
Với số trạm cho trước, cách chọn đạt ít nhất 1 − 1/e mức tốt nhất; với ngân sách ½ (1 − 1/e); với --for lom không có bảo đảm.
Bằng nhau thì chọn vị trí đứng trước.

Ví dụ:
  npx lomsong rank --next 20 --technology 4G --format csv --out tram-moi.csv
  npx lomsong rank --budget 5e9 --prices mast=2e9,fibreKm=1e8,solar=3e8 --for hamlets    (đơn giá chỉ để ví dụ)
  npx lomsong rank --critical 10 --off 2G
  npx lomsong rank --need people --technology 4G --band 20%
`,
  helpReport: (languages) => `lomsong report – báo cáo của xã để in và ký (HTML, A4, thể thức theo Nghị định 30/2020/NĐ-CP), có bản đồ, bảng số, danh sách thôn, nguồn

  --commune MÃ         xã nào (mã hoặc tên); dùng được nhiều lần
  --all                mọi xã
  --province           bảng tổng hợp các xã, A4 ngang
  --letter reply|request   thay báo cáo bằng dự thảo công văn: trả lời cử tri, hoặc đề nghị nhà mạng
  --out TỆP|THƯ MỤC    TỆP .html: tất cả vào một tệp, số trang liên tục; THƯ MỤC: mỗi xã một tệp. Không có thì in ra màn hình (một văn bản)
  --format html|json   mặc định html. json: mọi con số của báo cáo (hay của cả tỉnh, với --province), không làm tròn; nhiều xã thì thành một danh sách. Tên trường: docs/receipts.md
  --date NGÀY          ngày của văn bản, ví dụ 2026-11-24 (mặc định: hôm nay)
  --box TÂY,NAM,ĐÔNG,BẮC   với --province --format json: phần map đếm trong khung này (độ). Khi đó cũng dùng được các tùy chọn kịch bản của lomsong gaps
  --form TỆP.json      chữ của cơ quan: superior, agency, number, sign, place, authority, position, signer, recipients (danh sách),
                       proposals, addressee, petition, contact; ô không có thì để trống để điền

${SOURCES}

${QUESTION}
  --lang ${languages}         ngôn ngữ của văn bản và thông báo

Ví dụ:
  npx lomsong report --commune 00715 --out bao-cao.html
  npx lomsong report --all --sites tram.csv --localities thon.csv --out bao-cao/
  npx lomsong report --commune "Lũng Cú" --letter reply --out tra-loi.html
`,
  reportOfWhat: 'Cần --commune MÃ, --all hoặc --province. Xem: lomsong report --help',
  reportNeedsOut: 'Nhiều văn bản thì cần --out: một thư mục, hoặc một tệp .html cho tất cả.',
  ofProvinceData: (option) => `${option} chỉ dùng với --province --format json.`,
  letterOfCommune: '--letter là của từng xã: dùng với --commune hoặc --all, không dùng với --province.',
  formField: (file, field, known) => `${file}: không có ô "${field}" (có: ${known}).`,
  reportsWritten: (count, where) => `Đã ghi ${count} văn bản vào ${where}`,
  unknownCommand: (name) => `Không có lệnh "${name}". Xem: lomsong --help`,
  unknownOption: (option) => `Không có tùy chọn "${option}". Xem: lomsong --help`,
  noValueWanted: (option) => `Tùy chọn ${option} không nhận giá trị. Xem: lomsong --help`,
  valueMissing: (option) => `Tùy chọn ${option} thiếu giá trị. Xem: lomsong --help`,
  givenTwice: (option) => `Tùy chọn ${option} chỉ dùng được một lần. Xem: lomsong --help`,
  notYet: (what) => `${what}: chưa có trong bản này.`,
  terrain: 'Mô hình địa hình (--model terrain) chưa có; dùng --model radius.',
  badValue: (option, value, expected) => `${option}: không hiểu "${value}"; cần ${expected}.`,
  expected: {
    units: 'old hoặc districts', technology: '2G, 3G, 4G, 5G, cách nhau bằng dấu phẩy', radius: 'ví dụ 4G=2.5km,2G=4000m', format: 'json, csv, geojson, kml hoặc xlsx', model: 'radius',
    map: 'TRƯỜNG=CỘT', crs: 'EPSG:4326, EPSG:3405, EPSG:3406 hoặc VN2000:105.5', kind: 'sites, fibre, routes, localities, measurements, coverage, communes hoặc indicators',
    header: 'số dòng của hàng tiêu đề, đếm từ 1, ví dụ 3 hoặc sites=3', mapField: 'một trường mà ít nhất một tệp có', operator: 'tên nhà mạng, cách nhau bằng dấu phẩy', length: 'ví dụ 1km hoặc 800m', share: 'ví dụ 0.8 hoặc 80%', commune: 'mã hoặc tên xã', letter: 'reply hoặc request', date: 'ngày dạng NĂM-THÁNG-NGÀY, ví dụ 2026-11-24', form: 'tệp JSON có các trường là chữ', box: 'tây,nam,đông,bắc theo độ, ví dụ 104.9,22.7,105.2,23.0',
    mast: 'site_id, cách nhau bằng dấu phẩy', off: 'ví dụ 2G, 2G:Viettel, 3G@2028-09', day: 'năm, tháng hoặc ngày: 2028, 2028-09, 2028-09-16', count: 'số nguyên từ 1 đến 10000', amount: 'số dương, ví dụ 2500 hoặc 2.5e9',
    prices: 'mast=…,fibreKm=…,solar=… (thêm upgrade=… nếu cần), cùng một đơn vị tiền', band: 'ví dụ 20%, 5dB hoặc 20%,5dB', candidates: 'hamlets, centres, fibre, masts, grid, grid=1km (từ 250 m) hoặc một tệp trạm',
  },
  reasons: {
    ENOENT: 'không có tệp hoặc thư mục này', EISDIR: 'đây là thư mục, không phải tệp', ENOTDIR: 'đường dẫn đi qua một tệp không phải thư mục',
    EACCES: 'không có quyền', EPERM: 'không có quyền', EROFS: 'ổ đĩa chỉ cho đọc', ENOSPC: 'ổ đĩa đã đầy',
  },
  noFile: 'Cần ít nhất một tệp. Xem: lomsong check --help',
  twoVersions: 'Cần hai tệp: bản cũ rồi bản mới. Xem: lomsong compare --help',
  notComparable: (kind) => `Không so sánh được ${kind}: dòng của loại này không có mã để biết dòng nào là dòng nào. So sánh được: sites, fibre, routes, localities, coverage.`,
  kindsDiffer: (file, kind, otherFile, otherKind) => `${file} có vẻ là ${kind}, còn ${otherFile} có vẻ là ${otherKind}; hãy chỉ rõ bằng --kind.`,
  kindWanted: 'Không đoán được loại dữ liệu; hãy chỉ rõ bằng --kind.',
  compared: (before, after, kind) => `Từ ${before} sang ${after} (${kind})`,
  cannotRead: (file, reason) => `Không mở được ${file}: ${reason}`,
  cannotWrite: (file, reason) => `Không ghi được ${file}: ${reason}`,
  issueAt: (file, line, column, sentence) => `${file}${line === null ? '' : `:${line}`}${column === null ? '' : ` [${column}]`}: ${sentence}`,
  moreIssues: (count) => `… và ${count} vấn đề nữa; xem hết bằng lomsong check`,
  noResult: 'Không tính được: có tệp không dùng được, không ghi kết quả.',
  bundledModelled: ({ sites, localities, coverage }, date) =>
    `Dùng ${new Intl.ListFormat('vi').format([sites ? 'trạm' : '', localities ? 'thôn' : '', coverage ? 'vùng phủ' : ''].filter(Boolean))} mô phỏng kèm theo (dựng theo số báo cáo ${date}, chưa xét địa hình); không phải số liệu thực.`,
  radiusModel: 'Vùng phủ của trạm tính theo mô hình bán kính, chưa xét địa hình.',
  bundledFibre: 'Khoảng cách cáp quang tính tới trung tâm 193 xã cũ, suy ra từ báo cáo 5/2024.',
  unknownOperator: (name, known) => `Không nguồn nào có nhà mạng "${name}" (có: ${known}); các dòng của nhà mạng này là no-data.`,
  scenarioLimit: ({ code, count }) => ({
    'masts-behind-areas': 'Vùng phủ đọc từ đa giác hay số đo không cho biết trạm nào phủ: trạm ngừng hoạt động không làm nó thay đổi (chỉ số trạm giảm).',
    'readings-of-nobody': `${count} số đo không ghi nhà mạng nên vẫn tính như cũ.`,
    'power-unknown': `${count} dòng trạm không ghi có điện lưới hay không: coi như có.`,
    'backhaul-unknown': `${count} dòng trạm không ghi loại truyền dẫn: coi như không phải vi ba.`,
    'unknown-masts': `${count} mã trạm của kịch bản không có trong nguồn nào.`,
  })[code],
  oneRanking: 'Cần đúng một trong --next, --budget, --critical, --need. Xem: lomsong rank --help',
  pricesWanted: 'Có --budget thì phải có --prices mast=…,fibreKm=…,solar=… (đơn giá của bạn, cùng một đơn vị tiền; phần mềm không biết giá nào).',
  noTechnology: 'Không còn công nghệ nào để xét; hãy ghi --technology.',
  noHamlets: (objective) => `--for ${objective} cần dữ liệu thôn (--localities).`,
  noPeople: 'Không nguồn nào có số dân, ở thôn cũng như ở xã; dùng --for land.',
  noCandidates: (from) => `Không có vị trí nào để chọn (${from}) trong các xã đang xét.`,
  nowhereBefore: (technologies) => `Không nguồn nào nói tới ${technologies}: coi như chưa nơi nào có sóng.`,
  withoutCost: (count) => `${count} vị trí không tính được giá (không biết cáp quang gần nhất) nên bị bỏ.`,
  powerUnknown: (count) => `${count} trạm được chọn không rõ có điện lưới hay không: chưa tính điện mặt trời.`,
  nextFound: ({ objective, masts, gain, bound, method, guarantee }) => {
    const unit = { land: 'km² mới có sóng', people: 'người mới có sóng', hamlets: 'thôn hết trắng sóng', lom: 'thôn hết trắng sóng và lõm sóng' }[objective];
    const figure = (value: number) => new Intl.NumberFormat('vi-VN', { maximumFractionDigits: objective === 'land' ? 2 : 0 }).format(value);
    const how = { greedy: 'chọn tham lam', 'gain-per-cost': 'chọn tham lam theo lợi ích trên chi phí', 'best-single': 'một trạm tốt nhất' }[method];
    const sure = guarantee === null
      ? 'Không có cận bảo đảm cho mục tiêu này.'
      : `Bảo đảm ít nhất ${new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 1 }).format(guarantee)} mức tốt nhất (${method === 'greedy' ? '1 − 1/e' : '½ (1 − 1/e)'}); không cách chọn nào quá ${figure(bound!)}.`;
    return `${masts} trạm, ${figure(gain)} ${unit} (${how}). ${sure}`;
  },
  bandWithoutEffect: 'Vùng phủ đọc từ đa giác không đổi theo bán kính hay ngưỡng.',
  ranksHold: (holding, all, { radiusShare, thresholdDb }) => `${holding}/${all} xã giữ nguyên thứ hạng khi bán kính ± ${Math.round(radiusShare * 100)} %, ngưỡng ± ${thresholdDb} dB.`,
  noPairs: 'Không nguồn nào có công nghệ nào; chỉ có dòng "any", không có số liệu.',
  unknownCommune: (asked) => `Không có xã "${asked}" trong các xã đang dùng.`,
  ambiguousCommune: (asked, codes) => `"${asked}" có thể là nhiều xã (${codes}); hãy ghi mã.`,
  degenerate: (rows, all) => `${rows}/${all} dòng: các trạm ở thế suy biến (tiếp xúc hoặc đồng quy sát đến mức làm tròn số có thể quyết định), tính bằng đa giác thay cho cung tròn chính xác.`,
  localityElsewhere: (name, code, other) => `thôn "${name}" ghi xã ${code} nhưng vị trí nằm ở ${other}; vẫn tính cho xã ${code}.`,
  partlyRead: (file, good, bad) => `${file}: dùng ${good} dòng, bỏ ${bad} dòng lỗi.`,
  kindGuessed: (file, kind) => `${file}: đoán là ${kind} (chỉ rõ bằng --kind)`,
  checked: (file, good, all, errors, warnings) => `${file}: ${good}/${all} dòng dùng được, ${errors} lỗi, ${warnings} cảnh báo`,
};
