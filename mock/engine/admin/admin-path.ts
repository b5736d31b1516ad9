/** Below this path the admin side answers. */
export const adminPath = '/__mock';
