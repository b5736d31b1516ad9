/**
 * Strokes of an icon in a square of 48 by 48, drawn for this project. Each is the content of a group whose stroke and
 * round joins are set outside; `fill="currentColor"` where a part is filled.
 */
export const subjectIcons: Readonly<Record<string, string>> = {
  atom: '<circle cx="24" cy="24" r="3" fill="currentColor"/><ellipse cx="24" cy="24" rx="20" ry="8"/><ellipse cx="24" cy="24" rx="20" ry="8" transform="rotate(60 24 24)"/><ellipse cx="24" cy="24" rx="20" ry="8" transform="rotate(120 24 24)"/>',
  bag: '<path d="M9 16h30l-3 26H12z"/><path d="M17 20v-6a7 7 0 0 1 14 0v6"/>',
  blocks:
    '<rect x="6" y="26" width="17" height="16" rx="2"/><rect x="25" y="26" width="17" height="16" rx="2"/><rect x="15" y="7" width="17" height="17" rx="2"/><circle cx="23.5" cy="15.5" r="3"/>',
  board:
    '<rect x="5" y="8" width="38" height="25" rx="2"/><path d="M16 42l4-9M32 42l-4-9M12 25l7-7 6 5 10-9"/>',
  bolt: '<path d="M27 4 10 27h12l-3 17 19-25H26z"/>',
  brain:
    '<path d="M23 8a8 8 0 0 0-14 6 8 8 0 0 0-2 13 8 8 0 0 0 8 13h8zM25 8a8 8 0 0 1 14 6 8 8 0 0 1 2 13 8 8 0 0 1-8 13h-8z"/><path d="M16 19c3 0 4 2 4 4M32 19c-3 0-4 2-4 4M15 31c2-2 4-2 6 0M33 31c-2-2-4-2-6 0"/>',
  camera:
    '<rect x="5" y="14" width="38" height="27" rx="4"/><path d="M16 14l3-6h10l3 6"/><circle cx="24" cy="27" r="8"/>',
  chart: '<path d="M6 6v36h36"/><path d="M12 34l8-11 7 6 12-17"/><path d="M31 12h8v8"/>',
  code: '<path d="M16 13 5 24l11 11M32 13l11 11-11 11M28 8l-8 32"/>',
  column:
    '<path d="M8 10h32M6 42h36M12 10c-5-6 2-8 4-4M36 10c5-6-2-8-4-4M13 14h22M14 14v24M24 14v24M34 14v24M10 38h28"/>',
  cross: '<rect x="6" y="6" width="36" height="36" rx="9"/><path d="M24 14v20M14 24h20"/>',
  film: '<rect x="6" y="9" width="36" height="30" rx="3"/><path d="M14 9v30M34 9v30M6 19h8M6 29h8M34 19h8M34 29h8"/>',
  flame:
    '<path d="M24 4c2 9 13 13 13 25a13 13 0 0 1-26 0c0-7 5-9 6-16 4 2 6 5 6 9 2-4 3-10 1-18z"/><path d="M24 42c-4 0-6-3-6-6 0-4 4-5 5-9 4 3 7 5 7 9s-2 6-6 6z"/>',
  flask:
    '<path d="M18 5h12M20 5v14L8 39a3 3 0 0 0 3 4h26a3 3 0 0 0 3-4L28 19V5"/><path d="M14 31h20"/><circle cx="22" cy="37" r="1.5" fill="currentColor"/><circle cx="28" cy="35" r="1" fill="currentColor"/>',
  flower:
    '<circle cx="24" cy="17" r="4"/><path d="M24 13c-4-9 4-9 0 0M28 16c9-4 9 5 0 1M26 21c5 8-2 10-2 0M22 21c-5 8-8 2-1-2M20 16c-9-4-6-9 2-2M24 25v18M24 36c6-7 11-5 12-4-2 5-7 7-12 4M24 40c-6-7-10-5-12-4 2 5 7 7 12 4"/>',
  gear: '<circle cx="24" cy="24" r="7"/><path d="M24 4v7M24 37v7M4 24h7M37 24h7M10 10l5 5M33 33l5 5M38 10l-5 5M15 33l-5 5"/><circle cx="24" cy="24" r="13"/>',
  globe:
    '<circle cx="24" cy="24" r="19"/><path d="M5 24h38M24 5c7 6 10 12 10 19s-3 13-10 19c-7-6-10-12-10-19S17 11 24 5zM8 14h32M8 34h32"/>',
  headset:
    '<path d="M8 29v-5a16 16 0 0 1 32 0v5"/><rect x="5" y="27" width="8" height="12" rx="3"/><rect x="35" y="27" width="8" height="12" rx="3"/><path d="M39 39c0 4-5 5-11 5"/>',
  heart:
    '<path d="M24 42C8 30 5 22 5 17A10 10 0 0 1 24 13a10 10 0 0 1 19 4c0 5-3 13-19 25z"/><path d="M8 25h8l4-7 6 12 4-5h10"/>',
  house: '<path d="M5 23 24 6l19 17M10 20v22h28V20"/><path d="M20 42V29h8v13"/>',
  leaf: '<path d="M8 40C4 18 18 6 42 6c1 24-11 38-30 32"/><path d="M6 44c4-12 12-20 24-27"/>',
  ledger:
    '<rect x="8" y="5" width="32" height="38" rx="3"/><path d="M15 13h18M15 21h18M15 29h8M15 36h8M28 29h5M28 36h5"/>',
  lotus:
    '<path d="M24 9c7 8 7 18 0 28-7-10-7-20 0-28z"/><path d="M15 17c-5 0-8 1-10 2 2 11 9 18 19 18 10 0 17-7 19-18-2-1-5-2-10-2"/><path d="M12 42h24"/>',
  megaphone: '<path d="M6 20v9h7l22 10V9L13 20zM13 29l3 12h6l-3-9M40 18c3 3 3 10 0 13"/>',
  microphone:
    '<rect x="17" y="4" width="14" height="25" rx="7"/><path d="M10 23a14 14 0 0 0 28 0M24 37v7M16 44h16"/>',
  needle:
    '<path d="M42 6 16 32"/><path d="M42 6c-3 0-5 1-6 3l3 3c2-1 3-3 3-6z"/><path d="M16 32C8 28 4 34 8 38s11 0 15 3 9 2 13-2"/>',
  note: '<path d="M18 36V10l22-5v26"/><ellipse cx="12.5" cy="36" rx="5.5" ry="4.5" fill="currentColor"/><ellipse cx="34.5" cy="31" rx="5.5" ry="4.5" fill="currentColor"/><path d="M18 17l22-5"/>',
  pen: '<path d="M24 4 12 26l6 12h12l6-12zM24 4v20"/><circle cx="24" cy="27" r="3"/><path d="M16 44h16"/>',
  pencil: '<path d="M7 41l3-11L33 7a4 4 0 0 1 6 0l2 2a4 4 0 0 1 0 6L18 38zM29 11l8 8M10 30l8 8"/>',
  people:
    '<circle cx="24" cy="16" r="7"/><path d="M11 42c0-10 6-15 13-15s13 5 13 15"/><circle cx="9" cy="19" r="4"/><circle cx="39" cy="19" r="4"/><path d="M3 36c0-6 2-9 7-9M45 36c0-6-2-9-7-9"/>',
  pi: '<path d="M7 14c3-4 6-4 9-4h25M17 11c0 12-1 21-6 29M31 11c-1 12-2 22 2 27 2 2 5 2 7-2"/>',
  pipe: '<path d="M4 17h14v-4H4zM44 31H30v4h14z" fill="currentColor"/><path d="M18 11v12M30 25v12M18 12h6a9 9 0 0 1 9 9v4M18 22h2a3 3 0 0 1 3 3v11h7"/>',
  pot: '<path d="M8 20h32v15a6 6 0 0 1-6 6H14a6 6 0 0 1-6-6zM3 22h5M40 22h5M6 20h36"/><path d="M17 14c-3-3 3-5 0-9M25 14c-3-3 3-5 0-9M33 14c-3-3 3-5 0-9"/>',
  quill: '<path d="M42 5C22 7 11 19 10 37 28 37 40 24 42 5zM6 43l22-24M10 37l8-2M18 28l9-1"/>',
  saw: '<path d="M4 15l27-6 5 10-26 14zM31 9l6-3a4 4 0 0 1 5 2l2 5a4 4 0 0 1-2 5l-6 3"/><path d="M10 33l3 3 2-5 4 3 1-6 4 3 1-5 5 2"/>',
  scales:
    '<path d="M24 6v36M13 42h22M8 12h32M8 12 2 28h12zM40 12l-6 16h12z"/><path d="M2 28a6 6 0 0 0 12 0M34 28a6 6 0 0 0 12 0"/>',
  scissors:
    '<circle cx="11" cy="36" r="6"/><circle cx="37" cy="36" r="6"/><path d="M14 31 34 5M34 31 14 5"/>',
  shield: '<path d="M24 4l17 6v12c0 11-7 18-17 22C14 40 7 33 7 22V10z"/><path d="M16 24l6 6 11-12"/>',
  speech:
    '<path d="M5 8h26v19H17l-7 7v-7H5z"/><path d="M35 16h8v18h-4v7l-7-7H21v-3"/><path d="M11 15h14M11 20h9"/>',
  star: '<path d="M24 4l5 14 15 .5-12 9 4 14.5-12-8.500L12 42l4-14.5-12-9L19 18z"/>',
  suitcase:
    '<rect x="5" y="15" width="38" height="26" rx="4"/><path d="M17 15V8h14v7M5 27h38M21 27v4h6v-4"/>',
  truck:
    '<path d="M3 12h24v22H3zM27 19h10l8 8v7H27z"/><circle cx="12" cy="36" r="4.5"/><circle cx="35" cy="36" r="4.5"/>',
  wheat:
    '<path d="M24 44V14M24 16c-5-3-5-8 0-12 5 4 5 9 0 12zM24 26c-7 0-10-4-10-9 6 0 10 3 10 9zM24 26c7 0 10-4 10-9-6 0-10 3-10 9zM24 37c-7 0-10-4-10-9 6 0 10 3 10 9zM24 37c7 0 10-4 10-9-6 0-10 3-10 9z"/>',
};
