// The console's clock as seen from here. The smallest difference heard is the one with the least delay in it.
let offset = Number(document.body.dataset.now) - Date.now();
let heard = Date.now();
let lastOffsets = [];

export function onHeartbeat(serverMillis) {
  heard = Date.now();
  lastOffsets.push(serverMillis - heard);
  lastOffsets = lastOffsets.slice(-30);
  offset = Math.max(...lastOffsets);
}

export const now = () => Date.now() + offset;
export const silence = () => Date.now() - heard;

export function age(millis) {
  const positive = Math.max(0, millis);
  const seconds = Math.floor(positive / 1000);
  if (seconds < 10) return `${seconds}.${Math.floor((positive % 1000) / 100)} s`;
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} m ${seconds % 60} s`;
  if (seconds < 86400) return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} m`;
  return `${Math.floor(seconds / 86400)} d ${Math.floor((seconds % 86400) / 3600)} h`;
}

export function hms(millis) {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  return [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60].map(part => String(part).padStart(2, '0')).join(':');
}
