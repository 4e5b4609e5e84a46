/** Names of the bundled data as a Vietnamese dictionary orders them, written down: a, ă, â … d, đ, e, ê; tones level, huyền, hỏi, ngã, sắc, nặng where letters are equal. */
const list = (names: string) => names.split('|').map((name) => name.trim());

/** The 193 units until 30 June 2025. */
export const OLD_UNITS = list(`
  Phường Minh Khai | Phường Ngọc Hà | Phường Nguyễn Trãi | Phường Quang Trung | Phường Trần Phú | Thị trấn Cốc Pài | Thị trấn Đồng Văn |
  Thị trấn Mèo Vạc | Thị trấn Nông Trường Việt Lâm | Thị trấn Phó Bảng | Thị trấn Tam Sơn | Thị trấn Vị Xuyên | Thị trấn Việt Quang |
  Thị trấn Vinh Quang | Thị trấn Vĩnh Tuy | Thị trấn Yên Bình | Thị trấn Yên Minh | Thị trấn Yên Phú | Xã Bạch Đích | Xã Bạch Ngọc | Xã Bản Díu |
  Xã Bản Luốc | Xã Bản Máy | Xã Bản Ngò | Xã Bản Nhùng | Xã Bản Phùng | Xã Bản Rịa | Xã Bát Đại Sơn | Xã Bằng Hành | Xã Bằng Lang | Xã Cán Chu Phìn |
  Xã Cán Tỷ | Xã Cao Bồ | Xã Cao Mã Pờ | Xã Chế Là | Xã Chí Cà | Xã Chiến Phố | Xã Cốc Rế | Xã Du Già | Xã Du Tiến | Xã Đản Ván | Xã Đạo Đức |
  Xã Đông Hà | Xã Đông Minh | Xã Đồng Tâm | Xã Đông Thành | Xã Đồng Tiến | Xã Đồng Yên | Xã Đức Xuân | Xã Đường Âm | Xã Đường Hồng | Xã Đường Thượng |
  Xã Giàng Chu Phìn | Xã Giáp Trung | Xã Hố Quáng Phìn | Xã Hồ Thầu | Xã Hùng An | Xã Hương Sơn | Xã Hữu Sản | Xã Hữu Vinh | Xã Khâu Vai | Xã Khuôn Lùng |
  Xã Kim Linh | Xã Kim Ngọc | Xã Kim Thạch | Xã Lạc Nông | Xã Lao Chải | Xã Lao Và Chải | Xã Liên Hiệp | Xã Linh Hồ | Xã Lũng Chinh | Xã Lũng Cú |
  Xã Lũng Hồ | Xã Lũng Phìn | Xã Lũng Pù | Xã Lùng Tám | Xã Lũng Táo | Xã Lũng Thầu | Xã Má Lé | Xã Mậu Duệ | Xã Mậu Long | Xã Minh Ngọc | Xã Minh Sơn |
  Xã Minh Tân | Xã Nà Chì | Xã Na Khê | Xã Nà Khương | Xã Nam Sơn | Xã Nàn Ma | Xã Nàn Xỉn | Xã Nàng Đôn | Xã Nậm Ban | Xã Nấm Dẩn | Xã Nậm Dịch |
  Xã Nậm Khòa | Xã Nậm Tỵ | Xã Ngàm Đăng Vài | Xã Ngam La | Xã Nghĩa Thuận | Xã Ngọc Đường | Xã Ngọc Linh | Xã Ngọc Long | Xã Ngọc Minh | Xã Niêm Sơn |
  Xã Niêm Tòng | Xã Pà Vầy Sủ | Xã Pả Vi | Xã Pải Lủng | Xã Phiêng Luông | Xã Phong Quang | Xã Phố Cáo | Xã Phố Là | Xã Phú Linh | Xã Phú Lũng |
  Xã Phú Nam | Xã Phương Độ | Xã Phương Thiện | Xã Phương Tiến | Xã Pố Lồ | Xã Pờ Ly Ngài | Xã Quản Bạ | Xã Quang Minh | Xã Quảng Ngần | Xã Quảng Nguyên |
  Xã Quyết Tiến | Xã Sán Xả Hồ | Xã Sảng Tủng | Xã Sính Lủng | Xã Sơn Vĩ | Xã Sủng Là | Xã Sủng Máng | Xã Sủng Thài | Xã Sủng Trà | Xã Sủng Trái |
  Xã Sủng Tráng | Xã Tả Lủng | Xã Tả Lủng | Xã Tả Nhìu | Xã Tả Phìn | Xã Tả Sử Choóng | Xã Tả Ván | Xã Tát Ngà | Xã Tân Bắc | Xã Tân Lập | Xã Tân Nam |
  Xã Tân Quang | Xã Tân Thành | Xã Tân Tiến | Xã Tân Trịnh | Xã Thái An | Xã Thài Phìn Tủng | Xã Thàng Tín | Xã Thanh Đức | Xã Thanh Thủy | Xã Thanh Vân |
  Xã Thắng Mố | Xã Thèn Chu Phìn | Xã Thèn Phàng | Xã Thông Nguyên | Xã Thu Tà | Xã Thuận Hoà | Xã Thượng Bình | Xã Thượng Phùng | Xã Thượng Sơn |
  Xã Thượng Tân | Xã Tiên Kiều | Xã Tiên Nguyên | Xã Tiên Yên | Xã Trung Thành | Xã Trung Thịnh | Xã Tụ Nhân | Xã Tùng Bá | Xã Túng Sán | Xã Tùng Vài |
  Xã Vần Chải | Xã Vĩ Thượng | Xã Việt Hồng | Xã Việt Lâm | Xã Việt Vinh | Xã Vĩnh Hảo | Xã Vĩnh Phúc | Xã Vô Điếm | Xã Xà Phìn | Xã Xín Cái |
  Xã Xín Chải | Xã Xín Mần | Xã Xuân Giang | Xã Xuân Minh | Xã Yên Cường | Xã Yên Định | Xã Yên Hà | Xã Yên Phong | Xã Yên Thành
`);

/** Of them, those that the filter finds by `dong van`: by their name, their district, or the commune of today. */
export const OLD_UNITS_FILTERED = list(`
  Thị trấn Đồng Văn | Thị trấn Phó Bảng | Xã Hố Quáng Phìn | Xã Lũng Cú | Xã Lũng Phìn | Xã Lũng Táo | Xã Lũng Thầu | Xã Má Lé | Xã Pải Lủng |
  Xã Phố Cáo | Xã Phố Là | Xã Sảng Tủng | Xã Sính Lủng | Xã Sủng Là | Xã Sủng Trái | Xã Tả Lủng | Xã Tả Phìn | Xã Thài Phìn Tủng | Xã Vần Chải |
  Xã Xà Phìn
`);

/** The districts until then. */
export const DISTRICTS = list(`
  Huyện Bắc Mê | Huyện Bắc Quang | Huyện Đồng Văn | Huyện Hoàng Su Phì | Huyện Mèo Vạc | Huyện Quản Bạ | Huyện Quang Bình | Huyện Vị Xuyên |
  Huyện Xín Mần | Huyện Yên Minh | Thành phố Hà Giang
`);

/** The 73 communes. */
export const COMMUNES = list(`
  Phường Hà Giang 1 | Phường Hà Giang 2 | Xã Bạch Đích | Xã Bạch Ngọc | Xã Bản Máy | Xã Bắc Mê | Xã Bắc Quang | Xã Bằng Hành | Xã Bằng Lang | Xã Cán Tỷ |
  Xã Cao Bồ | Xã Du Già | Xã Đồng Tâm | Xã Đồng Văn | Xã Đồng Yên | Xã Đường Hồng | Xã Đường Thượng | Xã Giáp Trung | Xã Hoàng Su Phì | Xã Hồ Thầu |
  Xã Hùng An | Xã Khâu Vai | Xã Khuôn Lùng | Xã Lao Chải | Xã Liên Hiệp | Xã Linh Hồ | Xã Lũng Cú | Xã Lũng Phìn | Xã Lùng Tám | Xã Mậu Duệ | Xã Mèo Vạc |
  Xã Minh Ngọc | Xã Minh Sơn | Xã Minh Tân | Xã Nấm Dẩn | Xã Nậm Dịch | Xã Nghĩa Thuận | Xã Ngọc Đường | Xã Ngọc Long | Xã Niêm Sơn | Xã Pà Vầy Sủ |
  Xã Phố Bảng | Xã Phú Linh | Xã Pờ Ly Ngài | Xã Quản Bạ | Xã Quang Bình | Xã Quảng Nguyên | Xã Sà Phìn | Xã Sơn Vĩ | Xã Sủng Máng | Xã Tát Ngà |
  Xã Tân Quang | Xã Tân Tiến | Xã Tân Trịnh | Xã Thàng Tín | Xã Thanh Thuỷ | Xã Thắng Mố | Xã Thông Nguyên | Xã Thuận Hoà | Xã Thượng Sơn |
  Xã Tiên Nguyên | Xã Tiên Yên | Xã Trung Thịnh | Xã Tùng Bá | Xã Tùng Vài | Xã Vị Xuyên | Xã Việt Lâm | Xã Vĩnh Tuy | Xã Xín Mần | Xã Xuân Giang |
  Xã Yên Cường | Xã Yên Minh | Xã Yên Thành
`);

/** Of them, those that the filter finds by `an`. */
export const COMMUNES_FILTERED = list(`
  Phường Hà Giang 1 | Phường Hà Giang 2 | Xã Bản Máy | Xã Bắc Quang | Xã Bằng Hành | Xã Bằng Lang | Xã Cán Tỷ | Xã Đồng Văn | Xã Hoàng Su Phì |
  Xã Hùng An | Xã Minh Tân | Xã Nấm Dẩn | Xã Nghĩa Thuận | Xã Phố Bảng | Xã Quản Bạ | Xã Quang Bình | Xã Quảng Nguyên | Xã Sủng Máng | Xã Tân Quang |
  Xã Tân Tiến | Xã Tân Trịnh | Xã Thàng Tín | Xã Thanh Thuỷ | Xã Thắng Mố | Xã Thuận Hoà | Xã Xín Mần | Xã Xuân Giang | Xã Yên Thành
`);

/** What the search finds by `d`: communes, then former ones. */
export const FOUND = list(`
  Xã Du Già | Xã Đồng Tâm | Xã Đồng Văn | Xã Đồng Yên | Xã Đường Hồng | Xã Đường Thượng | Thị trấn Đồng Văn | Xã Du Già | Xã Du Tiến | Xã Đản Ván |
  Xã Đạo Đức | Xã Đông Hà
`);

/** Hamlets of the commune 01156. */
export const HAMLETS = list(`
  Thôn 1 (Đông Thành) | Thôn 1 (Vĩnh Hảo) | Thôn 2 (Đông Thành) | Thôn 2 (Vĩnh Hảo) | Thôn 3 (Đông Thành) | Thôn 3 (Vĩnh Hảo) | Thôn 4 (Đông Thành) |
  Thôn 4 (Vĩnh Hảo) | Thôn 5 (Đông Thành) | Thôn 5 (Vĩnh Hảo) | Thôn 6 (Vĩnh Hảo) | Thôn 7 (Vĩnh Hảo) | Thôn 8 (Vĩnh Hảo) | Thôn 9 (Vĩnh Hảo) |
  Thôn 10 (Vĩnh Hảo) | Thôn 11 (Vĩnh Hảo) | Thôn 12 (Vĩnh Hảo) | Tổ dân phố 1 (Vĩnh Tuy) | Tổ dân phố 2 (Vĩnh Tuy) | Tổ dân phố 3 (Vĩnh Tuy) |
  Tổ dân phố 4 (Vĩnh Tuy) | Tổ dân phố 5 (Vĩnh Tuy) | Tổ dân phố 6 (Vĩnh Tuy) | Tổ dân phố 7 (Vĩnh Tuy) | Tổ dân phố 8 (Vĩnh Tuy)
`);
