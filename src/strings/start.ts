/** What stands on the page when the page itself did not start; apart from the other text, which has then perhaps not been loaded. */
export const START_TEXT = [
  { language: 'vi', failed: 'Trang chưa khởi động được: có tệp không tải được hoặc bị hỏng. Dữ liệu bạn đã nạp vẫn còn trên máy này.', reload: 'Tải lại', back: 'Dùng phiên bản trước' },
  { language: 'en', failed: 'The page did not start: a file could not be loaded or is broken. What you loaded is still on this machine.', reload: 'Reload', back: 'Use the previous version' },
] as const;
