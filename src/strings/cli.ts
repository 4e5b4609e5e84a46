/** All text of the `lomsong` command. */
import type { Band } from '../core/certainty';
import type { GreedyMethod } from '../core/greedy';
import type { Objective } from '../core/next-masts';
import type { ScenarioLimit } from '../core/scenario';

export interface CliText {
  help: string;
  helpGaps: string;
  helpCheck: string;
  helpRank: string;
  helpReport: string;
  reportOfWhat: string;
  reportNeedsOut: string;
  letterOfCommune: string;
  formField(file: string, field: string, known: string): string;
  reportsWritten(count: number, where: string): string;
  unknownCommand(name: string): string;
  unknownOption(option: string): string;
  noValueWanted(option: string): string;
  valueMissing(option: string): string;
  givenTwice(option: string): string;
  notYet(what: string): string;
  terrain: string;
  badValue(option: string, value: string, expected: string): string;
  expected: { technology: string; radius: string; format: string; model: string; map: string; header: string; crs: string; kind: string; lang: string; mapField: string; operator: string; length: string; share: string; commune: string; letter: string; date: string; form: string; mast: string; off: string; day: string; count: string; amount: string; prices: string; band: string; candidates: string };
  /** By the code of the file system. */
  reasons: Record<string, string>;
  noFile: string;
  cannotRead(file: string, reason: string): string;
  cannotWrite(file: string, reason: string): string;
  issueAt(file: string, line: number | null, column: string | null, sentence: string): string;
  moreIssues(count: number): string;
  noResult: string;
  bundledModelled(used: Record<'sites' | 'localities' | 'coverage', boolean>, date: string): string;
  radiusModel: string;
  bundledFibre: string;
  unknownOperator(name: string, known: string): string;
  scenarioLimit(limit: ScenarioLimit): string;
  oneRanking: string;
  pricesWanted: string;
  noTechnology: string;
  noHamlets(objective: string): string;
  noPeople: string;
  noCandidates(from: string): string;
  nowhereBefore(technologies: string): string;
  withoutCost(count: number): string;
  powerUnknown(count: number): string;
  /** What was found, how surely; gain and bound of the objective's own unit. */
  nextFound(found: { objective: Objective; masts: number; gain: number; bound: number | null; method: GreedyMethod; guarantee: number | null }): string;
  bandWithoutEffect: string;
  ranksHold(holding: number, all: number, band: Band): string;
  noPairs: string;
  unknownCommune(text: string): string;
  ambiguousCommune(text: string, codes: string): string;
  degenerate(rows: number, all: number): string;
  localityElsewhere(name: string, code: string, other: string): string;
  partlyRead(file: string, good: number, bad: number): string;
  kindGuessed(file: string, kind: string): string;
  checked(file: string, good: number, all: number, errors: number, warnings: number): string;
}

const SOURCES_VI = `Nguồn dữ liệu (mỗi TỆP là CSV, XLSX, GeoJSON, TopoJSON, KML/KMZ, Shapefile nén zip hoặc GPX, cả .gz; viết "bundled" để dùng dữ liệu kèm theo):
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
  --map TRƯỜNG=CỘT     cột nào của tệp là trường nào, ví dụ --map lat="Vĩ độ"
  --set TRƯỜNG=GIÁ TRỊ  trường có cùng một giá trị ở mọi dòng, ví dụ --set technology=4G
  --header [LOẠI=]DÒNG  hàng tiêu đề nằm ở dòng này (mặc định: tự tìm), ví dụ --header 4 hoặc --header sites=4
  --sheet [LOẠI=]TÊN   chỉ đọc trang tính hay lớp này của tệp có nhiều trang
  --crs EPSG:n|VN2000:105.5   hệ tọa độ, nếu tệp không phải WGS 84`;

const QUESTION_VI = `Câu hỏi:
  --technology 2G,3G   các công nghệ cần tính (mặc định: những công nghệ có trong dữ liệu)
  --operator TÊN,…     chỉ tính các nhà mạng này, cộng lại với nhau
  --off 2G,…           công nghệ đã tắt: không phủ gì nữa, nơi chỉ nó tới thành vùng lõm
  --lom-radius 1km, --lom-share 0.8   thôn là lõm khi có sóng ở trung tâm nhưng dưới phần này của vòng tròn quanh đó có sóng
  --radius 4G=2.5km,…  bán kính của mô hình (mặc định 2G 4 km, 3G 2,5 km, 4G 2,5 km, 5G 0,8 km)
  --model radius       mô hình bán kính, chưa xét địa hình (terrain: chưa có)`;

const SCENARIO_VI = `Kịch bản (nếu … thì sao):
  --off 2G:TÊN,3G@NGÀY   công nghệ đã tắt của một nhà mạng, hoặc từ một ngày, ví dụ --off 2G@2026-09-16,3G@2028-09
  --on NGÀY            ngày cần xem; công nghệ tắt sau ngày này thì vẫn còn
  --operator-down TÊN,…   nhà mạng ngừng hoạt động
  --mast-down MÃ,…     trạm ngừng hoạt động (site_id, cả cột)
  --commune-down XÃ,…  mọi trạm đứng trong xã ngừng hoạt động
  --no-grid-down       trạm ghi không có điện lưới (has_electricity) ngừng hoạt động
  --microwave-down     trạm truyền dẫn vi ba (backhaul) ngừng hoạt động
  --roaming XÃ,…       trong các xã này mọi nhà mạng dùng chung mạng
  --add TỆP            thêm trạm: tệp như --sites, luôn phủ theo mô hình bán kính; dùng được nhiều lần`;

const RESULT_VI = `  --by-operator        thêm dòng riêng cho từng nhà mạng
  --commune MÃ         chỉ xã này (mã hoặc tên); dùng được nhiều lần

${SCENARIO_VI}

Kết quả:
  --format json|csv|geojson|kml|xlsx   mặc định json. csv: dấu phẩy và dấu chấm thập phân; mảng nối bằng dấu cách
  --difference         thay cho các dòng: trước, sau và chênh lệch của kịch bản, theo xã và tất cả các xã đang xét, và các thôn đổi trạng thái (json, csv, xlsx)
  --off-before 2G      với --difference: công nghệ đã tắt từ trước kịch bản
  --lang vi|en         ngôn ngữ của thông báo; với csv, vi dùng dấu ; và dấu phẩy thập phân
  --out TỆP            ghi ra tệp thay vì màn hình`;

const SOURCES_EN = `Sources (each FILE is CSV, XLSX, GeoJSON, TopoJSON, KML/KMZ, zipped Shapefile or GPX, also .gz; the word "bundled" stands for the data that come along):
  --sites FILE         stations: site_id, name, lat, lng, technology, operator
                       optional: azimuth_deg, beamwidth_deg, radius_m, status (active|planned|off), band_mhz…
  --coverage FILE      coverage polygons with technology, operator; may be given several times.
                       With coverage, stations only count and measure distances (unless --mix)
  --measurements FILE  readings: lat, lng, technology, signal_dbm (+ operator…); squares of 250 m with at least 3, by their median.
                       Other squares are no data. With readings, coverage and stations do not cover (unless --mix)
  --localities FILE    hamlets: locality_id, name, commune_code, lat, lng (+ population, households…)
  --fibre FILE         fibre endpoints: fibre_id, name, lat, lng, commune_code
  --routes FILE        fibre routes: lines (GeoJSON, KML, Shapefile) with route_id; nearestFibreKm is to an endpoint or a route, whichever is nearer
  --communes FILE      communes: polygons with code, name (+ population)
  --mix                readings, then polygons, for the pairs of technology and operator they name; the radius model for the rest
  --map FIELD=HEADER   which header of the file is which field, e.g. --map lat="Vĩ độ"
  --set FIELD=VALUE    a field that has one value in every row, e.g. --set technology=4G
  --header [KIND=]LINE the header row is on this line (default: it is found), e.g. --header 4 or --header sites=4
  --sheet [KIND=]NAME  read only this sheet or layer of a file that has several
  --crs EPSG:n|VN2000:105.5   coordinate system of files that are not in WGS 84`;

const QUESTION_EN = `Questions:
  --technology 2G,3G   technologies asked (default: those that occur in the sources)
  --operator NAME,…    count only these operators, together
  --off 2G,…           technologies switched off: they cover nothing any more, what only they reach becomes a gap
  --lom-radius 1km, --lom-share 0.8   a hamlet with signal at its centre is lõm below this served share of the disc around it
  --radius 4G=2.5km,…  radii of the model (default 2G 4 km, 3G 2.5 km, 4G 2.5 km, 5G 0.8 km)
  --model radius       the radius model, terrain not considered (terrain: not there yet)`;

const SCENARIO_EN = `Scenario (what if):
  --off 2G:NAME,3G@DATE   technologies that have ended for one operator, or from a day on, e.g. --off 2G@2026-09-16,3G@2028-09
  --on DATE            the day to look at; what ends later has not ended yet
  --operator-down NAME,…   operators that fail
  --mast-down ID,…     masts that fail (site_id, with all that stands on them)
  --commune-down COMMUNE,…   all masts standing in these communes fail
  --no-grid-down       stations that say they have no grid power (has_electricity) fail
  --microwave-down     stations with microwave backhaul fail
  --roaming COMMUNE,…  in these communes all operators share their networks
  --add FILE           stations added: a file as for --sites, always covering by the radius model; may be given several times`;

const RESULT_EN = `  --by-operator        rows for each operator besides
  --commune CODE       this commune alone (code or name); may be given several times

${SCENARIO_EN}

Result:
  --format json|csv|geojson|kml|xlsx   default json. csv: comma and decimal point; arrays joined by spaces
  --difference         in place of the rows: before, after and difference of the scenario, by commune and of all communes asked, and the hamlets that change (json, csv, xlsx)
  --off-before 2G      with --difference: technologies that had ended before the scenario
  --lang vi|en         language of messages; csv in vi has ; and decimal comma
  --out FILE           write to a file instead of the screen`;

export const CLI_TEXT: { vi: CliText; en: CliText } = {
  vi: {
    help: `lomsong – vùng lõm sóng theo xã

  lomsong gaps  [tùy chọn]        tính vùng không có sóng của từng xã
  lomsong rank  [tùy chọn]        đặt trạm tiếp theo ở đâu, trạm nào thiết yếu nhất, xã nào cần nhất
  lomsong report [tùy chọn]       báo cáo của xã, dự thảo công văn, bảng tổng hợp để in
  lomsong check TỆP… [tùy chọn]   soát tệp dữ liệu, nêu từng lỗi với dòng và cột
  lomsong gaps --help | lomsong rank --help | lomsong report --help | lomsong check --help | lomsong --version

Thử ngay với dữ liệu Hà Giang kèm theo (trạm và thôn là mô phỏng, không phải số liệu thực):
  npx lomsong gaps --format csv --out lom-song.csv
  npx lomsong gaps --technology 3G,4G --by-operator --format csv --lang vi

Với dữ liệu của bạn:
  npx lomsong check tram.csv
  npx lomsong gaps --sites tram.csv --localities thon.csv --radius 4G=3km --out ket-qua.json
  npx lomsong gaps --coverage vung-phu.geojson --sites tram.csv --format geojson

Mã thoát: 0 ổn hoặc chỉ có cảnh báo; 1 có lỗi trong dữ liệu (dòng lỗi bị bỏ, phần còn lại vẫn tính); 2 dùng sai hoặc tệp không đọc được.
Thêm --lang en để xem tiếng Anh. / Add --lang en for English.
`,
    helpGaps: `lomsong gaps – vùng không có sóng theo xã × công nghệ, rồi một dòng "any" (không công nghệ nào)

${SOURCES_VI}

${QUESTION_VI}
${RESULT_VI}

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
    helpCheck: `lomsong check TỆP… – soát tệp, mỗi vấn đề một dòng JSON ở stdout: file, line, column, code, severity, value, message

  --kind sites|fibre|routes|localities|measurements|coverage|communes|indicators   loại dữ liệu (mặc định: đoán và báo ở stderr)
  --communes TỆP       xã để biết điểm nào nằm ngoài (mặc định: 73 xã của Hà Giang)
  --map TRƯỜNG=CỘT     cột nào của tệp là trường nào, dùng được nhiều lần
  --set TRƯỜNG=GIÁ TRỊ  trường có cùng một giá trị ở mọi dòng
  --header [LOẠI=]DÒNG  hàng tiêu đề nằm ở dòng này (mặc định: tự tìm), ví dụ --header 4 hoặc --header sites=4
  --sheet [LOẠI=]TÊN   chỉ đọc trang tính hay lớp này của tệp có nhiều trang
  --crs EPSG:n|VN2000:105.5   hệ tọa độ, nếu tệp không phải WGS 84
  --lang vi|en         ngôn ngữ của message

Dòng đếm như trình soạn thảo (tiêu đề là dòng 1); với GeoJSON là số thứ tự đối tượng, từ 0.
Đọc được: mọi dấu phân cách, dấu phẩy thập phân, độ-phút-giây, UTF-8, windows-1258, TCVN3, VN-2000.
Mã thoát: 0 ổn hoặc chỉ có cảnh báo; 1 có lỗi; 2 dùng sai hoặc tệp không đọc được.
`,
    helpRank: `lomsong rank – đặt trạm tiếp theo ở đâu, trạm nào thiết yếu nhất, xã nào cần nhất

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

${SOURCES_VI}

${QUESTION_VI}

${SCENARIO_VI}

Kết quả:
  --format json|csv|geojson|xlsx   mặc định json (geojson: không cho --need)
  --lang vi|en         ngôn ngữ của thông báo; với csv, vi dùng dấu ; và dấu phẩy thập phân
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
    helpReport: `lomsong report – báo cáo của xã để in và ký (HTML, A4, thể thức theo Nghị định 30/2020/NĐ-CP), có bản đồ, bảng số, danh sách thôn, nguồn

  --commune MÃ         xã nào (mã hoặc tên); dùng được nhiều lần
  --all                mọi xã
  --province           bảng tổng hợp các xã, A4 ngang
  --letter reply|request   thay báo cáo bằng dự thảo công văn: trả lời cử tri, hoặc đề nghị nhà mạng
  --out TỆP|THƯ MỤC    TỆP .html: tất cả vào một tệp, số trang liên tục; THƯ MỤC: mỗi xã một tệp. Không có thì in ra màn hình (một văn bản)
  --date NGÀY          ngày của văn bản, ví dụ 2026-11-24 (mặc định: hôm nay)
  --form TỆP.json      chữ của cơ quan: superior, agency, number, sign, place, authority, position, signer, recipients (danh sách),
                       proposals, addressee, petition, contact; ô không có thì để trống để điền

${SOURCES_VI}

${QUESTION_VI}
  --lang vi|en         ngôn ngữ của văn bản và thông báo

Ví dụ:
  npx lomsong report --commune 00715 --out bao-cao.html
  npx lomsong report --all --sites tram.csv --localities thon.csv --out bao-cao/
  npx lomsong report --commune "Lũng Cú" --letter reply --out tra-loi.html
`,
    reportOfWhat: 'Cần --commune MÃ, --all hoặc --province. Xem: lomsong report --help',
    reportNeedsOut: 'Nhiều văn bản thì cần --out: một thư mục, hoặc một tệp .html cho tất cả.',
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
      technology: '2G, 3G, 4G, 5G, cách nhau bằng dấu phẩy', radius: 'ví dụ 4G=2.5km,2G=4000m', format: 'json, csv, geojson, kml hoặc xlsx', model: 'radius',
      map: 'TRƯỜNG=CỘT', crs: 'EPSG:4326, EPSG:3405, EPSG:3406 hoặc VN2000:105.5', kind: 'sites, fibre, routes, localities, measurements, coverage, communes hoặc indicators', lang: 'vi hoặc en',
      header: 'số dòng của hàng tiêu đề, đếm từ 1, ví dụ 3 hoặc sites=3', mapField: 'một trường mà ít nhất một tệp có', operator: 'tên nhà mạng, cách nhau bằng dấu phẩy', length: 'ví dụ 1km hoặc 800m', share: 'ví dụ 0.8 hoặc 80%', commune: 'mã hoặc tên xã', letter: 'reply hoặc request', date: 'ngày dạng NĂM-THÁNG-NGÀY, ví dụ 2026-11-24', form: 'tệp JSON có các trường là chữ',
      mast: 'site_id, cách nhau bằng dấu phẩy', off: 'ví dụ 2G, 2G:Viettel, 3G@2028-09', day: 'năm, tháng hoặc ngày: 2028, 2028-09, 2028-09-16', count: 'số nguyên từ 1 đến 10000', amount: 'số dương, ví dụ 2500 hoặc 2.5e9',
      prices: 'mast=…,fibreKm=…,solar=… (thêm upgrade=… nếu cần), cùng một đơn vị tiền', band: 'ví dụ 20%, 5dB hoặc 20%,5dB', candidates: 'hamlets, centres, fibre, masts, grid, grid=1km (từ 250 m) hoặc một tệp trạm',
    },
    reasons: {
      ENOENT: 'không có tệp hoặc thư mục này', EISDIR: 'đây là thư mục, không phải tệp', ENOTDIR: 'đường dẫn đi qua một tệp không phải thư mục',
      EACCES: 'không có quyền', EPERM: 'không có quyền', EROFS: 'ổ đĩa chỉ cho đọc', ENOSPC: 'ổ đĩa đã đầy',
    },
    noFile: 'Cần ít nhất một tệp. Xem: lomsong check --help',
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
  },
  en: {
    help: `lomsong – coverage gaps by commune

  lomsong gaps  [options]         computes what has no signal, commune by commune
  lomsong rank  [options]         where the next masts do most good, which masts matter most, which communes need most
  lomsong report [options]        a commune's report, draft letters, a table of all communes, to print
  lomsong check FILE… [options]   checks data files and names every issue with line and column
  lomsong gaps --help | lomsong rank --help | lomsong report --help | lomsong check --help | lomsong --version

Try it on the bundled data of Hà Giang (stations and hamlets are modelled, not real):
  npx lomsong gaps --format csv --out gaps.csv
  npx lomsong gaps --technology 3G,4G --by-operator --format csv

With data of your own:
  npx lomsong check sites.csv
  npx lomsong gaps --sites sites.csv --localities hamlets.csv --radius 4G=3km --out gaps.json
  npx lomsong gaps --coverage claimed.geojson --sites sites.csv --format geojson

Exit status: 0 fine or warnings alone; 1 errors in the data (bad rows are left out, the rest is computed); 2 wrong usage or an unreadable file.
`,
    helpGaps: `lomsong gaps – what has no signal, by commune × technology, then one row "any" (none of the technologies)

${SOURCES_EN}

${QUESTION_EN}
${RESULT_EN}

Without --sites, --coverage and --measurements the bundled modelled stations and hamlets are used (said on stderr).
Without --communes the 73 communes of Hà Giang; without --fibre the endpoints derived from the report, if one lies in the communes.
"no-data" is a technology that no source speaks of: it is never counted as a gap.
"source" says where coverage comes from: claimed is what an operator publishes; modelled is computed from the stations by radius, terrain not considered, so that in mountains the truth is worse; measured is from readings.
Exit status: 0 fine or warnings alone; 1 errors in the data (bad rows are left out, the rest is computed; a file that lacks a column or is empty gives no result); 2 wrong usage or an unreadable file.

Examples:
  npx lomsong gaps                                                    bundled data, JSON
  npx lomsong gaps --sites sites.csv --technology 4G --format csv     your stations
  npx lomsong gaps --coverage a.geojson --coverage b.geojson --operator Viettel,MobiFone
  npx lomsong gaps --off 2G --add new.csv --difference                before and after
`,
    helpCheck: `lomsong check FILE… – checks files; every issue is a JSON object on a line of stdout: file, line, column, code, severity, value, message

  --kind sites|fibre|routes|localities|measurements|coverage|communes|indicators   what the file holds (default: guessed, and said on stderr)
  --communes FILE      communes, to know which points lie outside (default: the 73 of Hà Giang)
  --map FIELD=HEADER   which header of the file is which field; may be given several times
  --set FIELD=VALUE    a field that has one value in every row
  --header [KIND=]LINE the header row is on this line (default: it is found), e.g. --header 4 or --header sites=4
  --sheet [KIND=]NAME  read only this sheet or layer of a file that has several
  --crs EPSG:n|VN2000:105.5   coordinate system of files that are not in WGS 84
  --lang vi|en         language of the message

Lines are counted as a text editor does (the header is line 1); in GeoJSON it is the feature's index, from 0.
Understood: any delimiter, decimal comma, degrees-minutes-seconds, UTF-8, windows-1258, TCVN3, VN-2000.
Exit status: 0 fine or warnings alone; 1 errors; 2 wrong usage or an unreadable file.
`,
    helpRank: `lomsong rank – where the next masts do most good, which masts matter most, which communes need most

One of four questions:
  --next N             the next N masts
  --budget AMOUNT      the masts within an amount of money; needs --prices
  --critical N         the N masts by whose failure most people lose every signal
  --need people|land|share|hamlets   communes by need, and which ranks are certain

With --next and --budget:
  --for people|land|hamlets|lom   the aim: people (default), land, trắng hamlets, or trắng and lõm hamlets
  --candidates KIND,…  places to choose from: hamlets (default), centres (of the former communes), fibre, masts (that lack the technology),
                       grid or grid=1km (default 2 km), or a FILE as for --sites: each site_id is a place
  --technology 4G      what new masts carry, and what counts as signal (default: all that has not ended)
  --operator NAME      only this operator counts, and the new masts are its own
  --commune CODE,…     masts only in these communes, and only what they gain there counts (with --critical, --need: only these are listed)
  --prices mast=…,fibreKm=…,solar=…[,upgrade=…]   your unit prices: a new mast, a kilometre of fibre, solar power where a source says that there is
                       no grid power, and equipment on a mast that stands already (as a new mast unless given)
  --add FILE           masts decided already; they count first

With --need:
  --band 20%,5dB       radii shorter and longer by 20 % (default), thresholds of readings higher and lower by 5 dB

${SOURCES_EN}

${QUESTION_EN}

${SCENARIO_EN}

Result:
  --format json|csv|geojson|xlsx   default json (geojson: not for --need)
  --lang vi|en         language of messages; csv in vi has ; and decimal comma
  --out FILE           write to a file instead of the screen

What --next --format csv writes can be used at once: lomsong gaps --add result.csv gives the same figures. Fields: docs/rank.md.
For a number of masts the choice reaches at least 1 − 1/e of the best; under a budget ½ (1 − 1/e); for --for lom there is no guarantee.
Of places that gain the same the earlier is chosen.

Examples:
  npx lomsong rank --next 20 --technology 4G --format csv --out new.csv
  npx lomsong rank --budget 5e9 --prices mast=2e9,fibreKm=1e8,solar=3e8 --for hamlets    (prices are made up for the example)
  npx lomsong rank --critical 10 --off 2G
  npx lomsong rank --need people --technology 4G --band 20%
`,
    helpReport: `lomsong report – a commune's report to print and sign (HTML, A4, in the form of Decree 30/2020/NĐ-CP), with map, tables, list of hamlets, sources

  --commune CODE       which commune (code or name); may be given several times
  --all                all communes
  --province           a table of all communes, A4 landscape
  --letter reply|request   a draft letter instead of the report: a reply to voters, or a request to operators
  --out FILE|FOLDER    FILE.html: all in one file, pages numbered through; FOLDER: one file a commune. Without it, the screen (one document)
  --date DATE          date of the document, e.g. 2026-11-24 (default: today)
  --form FILE.json     the office's own words: superior, agency, number, sign, place, authority, position, signer, recipients (a list),
                       proposals, addressee, petition, contact; what is not given stays a blank to fill

${SOURCES_EN}

${QUESTION_EN}
  --lang vi|en         language of document and messages

Examples:
  npx lomsong report --commune 00715 --out report.html
  npx lomsong report --all --sites sites.csv --localities hamlets.csv --out reports/
  npx lomsong report --commune 00715 --letter reply --out reply.html
`,
    reportOfWhat: 'Say --commune CODE, --all or --province. See: lomsong report --help --lang en',
    reportNeedsOut: 'Several documents need --out: a folder, or one .html file for all.',
    letterOfCommune: '--letter is of a commune: use it with --commune or --all, not with --province.',
    formField: (file, field, known) => `${file}: there is no field "${field}" (there are: ${known}).`,
    reportsWritten: (count, where) => `${count} documents written to ${where}`,
    unknownCommand: (name) => `There is no command "${name}". See: lomsong --help --lang en`,
    unknownOption: (option) => `There is no option "${option}". See: lomsong --help --lang en`,
    noValueWanted: (option) => `The option ${option} takes no value. See: lomsong --help --lang en`,
    valueMissing: (option) => `The option ${option} lacks its value. See: lomsong --help --lang en`,
    givenTwice: (option) => `The option ${option} may be given only once. See: lomsong --help --lang en`,
    notYet: (what) => `${what}: not there yet in this version.`,
    terrain: 'There is no terrain model (--model terrain) yet; use --model radius.',
    badValue: (option, value, expected) => `${option}: "${value}" is not understood; it takes ${expected}.`,
    expected: {
      technology: '2G, 3G, 4G, 5G, separated by commas', radius: 'e.g. 4G=2.5km,2G=4000m', format: 'json, csv, geojson, kml or xlsx', model: 'radius',
      map: 'FIELD=HEADER', crs: 'EPSG:4326, EPSG:3405, EPSG:3406 or VN2000:105.5', kind: 'sites, fibre, routes, localities, measurements, coverage, communes or indicators', lang: 'vi or en',
      header: 'the line of the header row, counted from 1, e.g. 3 or sites=3', mapField: 'a field that at least one of the files has', operator: 'names of operators, separated by commas', length: 'e.g. 1km or 800m', share: 'e.g. 0.8 or 80%', commune: 'codes or names of communes', letter: 'reply or request', date: 'a day as YEAR-MONTH-DAY, e.g. 2026-11-24', form: 'a JSON file whose fields are text',
      mast: 'site_ids, separated by commas', off: 'e.g. 2G, 2G:Viettel, 3G@2028-09', day: 'a year, month or day: 2028, 2028-09, 2028-09-16', count: 'a whole number from 1 to 10000', amount: 'a positive number, e.g. 2500 or 2.5e9',
      prices: 'mast=…,fibreKm=…,solar=… (and upgrade=… if wanted), in one currency', band: 'e.g. 20%, 5dB or 20%,5dB', candidates: 'hamlets, centres, fibre, masts, grid, grid=1km (250 m at least) or a sites file',
    },
    reasons: {
      ENOENT: 'there is no such file or folder', EISDIR: 'it is a folder, not a file', ENOTDIR: 'its path leads through a file that is no folder',
      EACCES: 'no permission', EPERM: 'no permission', EROFS: 'the disk is read-only', ENOSPC: 'the disk is full',
    },
    noFile: 'At least one file is needed. See: lomsong check --help --lang en',
    cannotRead: (file, reason) => `${file} cannot be opened: ${reason}`,
    cannotWrite: (file, reason) => `${file} cannot be written: ${reason}`,
    issueAt: (file, line, column, sentence) => `${file}${line === null ? '' : `:${line}`}${column === null ? '' : ` [${column}]`}: ${sentence}`,
    moreIssues: (count) => `… and ${count} more; see them all with lomsong check`,
    noResult: 'Nothing was computed: a file cannot be used, no result was written.',
    bundledModelled: ({ sites, localities, coverage }, date) =>
      `Using the bundled modelled ${new Intl.ListFormat('en').format([sites ? 'stations' : '', localities ? 'hamlets' : '', coverage ? 'coverage' : ''].filter(Boolean))} (fitted to the figures reported for ${date}, terrain not considered), not real data.`,
    radiusModel: 'The coverage of stations is computed by the radius model, terrain not considered.',
    bundledFibre: 'Fibre distances are to the centres of the 193 former communes, derived from the report of May 2024.',
    unknownOperator: (name, known) => `No source has an operator "${name}" (there are: ${known}); its rows are no-data.`,
    scenarioLimit: ({ code, count }) => ({
      'masts-behind-areas': 'Coverage read from polygons or readings does not say which mast serves it: masts that fail do not change it (only their number falls).',
      'readings-of-nobody': `${count} readings do not say of which operator and count as before.`,
      'power-unknown': `${count} station rows do not say whether they have grid power: they are taken to have it.`,
      'backhaul-unknown': `${count} station rows do not say how they are linked: they are taken not to be by microwave.`,
      'unknown-masts': `${count} mast ids of the scenario are in no source.`,
    })[code],
    oneRanking: 'Exactly one of --next, --budget, --critical, --need is needed. See: lomsong rank --help --lang en',
    pricesWanted: '--budget needs --prices mast=…,fibreKm=…,solar=… (your own unit prices, in one currency; the program knows none).',
    noTechnology: 'No technology is left to look at; name some with --technology.',
    noHamlets: (objective) => `--for ${objective} needs hamlets (--localities).`,
    noPeople: 'No source has numbers of people, neither hamlets nor communes; use --for land.',
    noCandidates: (from) => `There is no place to choose from (${from}) in the communes looked at.`,
    nowhereBefore: (technologies) => `No source speaks of ${technologies}: it is taken to reach nowhere yet.`,
    withoutCost: (count) => `${count} places have no known cost (the nearest fibre is not known) and are left out.`,
    powerUnknown: (count) => `Of ${count} of the masts chosen it is not known whether there is grid power: solar power is not counted for them.`,
    nextFound: ({ objective, masts, gain, bound, method, guarantee }) => {
      const unit = { land: 'km² newly with signal', people: 'people newly with signal', hamlets: 'hamlets no longer trắng', lom: 'hamlets no longer trắng or lõm' }[objective];
      const figure = (value: number) => new Intl.NumberFormat('en-GB', { maximumFractionDigits: objective === 'land' ? 2 : 0 }).format(value);
      const how = { greedy: 'greedy choice', 'gain-per-cost': 'greedy choice by gain per cost', 'best-single': 'the best single mast' }[method];
      const sure = guarantee === null
        ? 'There is no guarantee for this aim.'
        : `Guaranteed to be at least ${new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 }).format(guarantee)} of the best (${method === 'greedy' ? '1 − 1/e' : '½ (1 − 1/e)'}); no choice gains more than ${figure(bound!)}.`;
      return `${masts} masts, ${figure(gain)} ${unit} (${how}). ${sure}`;
    },
    bandWithoutEffect: 'Coverage read from polygons does not change with radius or threshold.',
    ranksHold: (holding, all, { radiusShare, thresholdDb }) => `${holding} of ${all} communes keep their rank with radii ± ${Math.round(radiusShare * 100)} %, thresholds ± ${thresholdDb} dB.`,
    noPairs: 'No source names any technology; there are only rows "any", without data.',
    unknownCommune: (asked) => `There is no commune "${asked}" among those in use.`,
    ambiguousCommune: (asked, codes) => `"${asked}" may be several communes (${codes}); give the code.`,
    degenerate: (rows, all) => `${rows} of ${all} rows: stations stand in a degenerate way (they touch or meet so closely that rounding could decide); computed with polygons instead of exact arcs.`,
    localityElsewhere: (name, code, other) => `hamlet "${name}" says commune ${code} but lies in ${other}; it is counted in ${code}.`,
    partlyRead: (file, good, bad) => `${file}: ${good} rows used, ${bad} bad rows left out.`,
    kindGuessed: (file, kind) => `${file}: taken for ${kind} (say so with --kind)`,
    checked: (file, good, all, errors, warnings) => `${file}: ${good}/${all} rows usable, ${errors} errors, ${warnings} warnings`,
  },
};
