// Ages are worked out here from the server's stamps, so that silence shows although nothing arrives.
import { age, hms, now, silence } from './time.js';

const DISCONNECTED = 3000;
const QUIET = 3000;
let disconnectedSince = null;

export function tickAges() {
  paint();
  setInterval(paint, 200);
  setInterval(clock, 100);
}

export function paint() {
  const at = now();
  document.querySelectorAll('time.age').forEach(element => paintAge(element, at));
  document.querySelectorAll('time.quiet').forEach(element => {
    const since = at - Number(element.dataset.at);
    // Nobody can call a feed quiet that has not been heard from.
    const word = silence() > DISCONNECTED ? 'old ' : since < QUIET ? '' : 'quiet ';
    text(element, word + age(since));
  });
  document.querySelectorAll('time.old').forEach(element => text(element, `old ${age(at - Number(element.dataset.at))}`));
  document.querySelectorAll('time.lasts').forEach(element => text(element, (element.dataset.format === 'clock' ? hms : age)(at - Number(element.dataset.since))));
  document.querySelectorAll('time.until').forEach(element => text(element, age(Number(element.dataset.until) - at)));
  connection();
}

function paintAge(element, at) {
  const old = at - Number(element.dataset.at);
  const stale = element.dataset.stale && old >= Number(element.dataset.stale);
  const caution = !stale && element.dataset.caution && old >= Number(element.dataset.caution);
  element.classList.toggle('is-stale', Boolean(stale));
  element.classList.toggle('is-caution', Boolean(caution));
  element.closest('tr')?.classList.toggle('stale-data', Boolean(stale));
  text(element, (stale ? 'old ' : '') + age(old));
}

function text(element, value) {
  if (element.textContent !== value) element.textContent = value;
  if (!element.title && element.dateTime) element.title = `${element.dateTime} (here ${new Date(element.dateTime).toLocaleTimeString()})`;
}

function clock() {
  const time = new Date(now());
  const element = document.getElementById('clock');
  element.textContent = time.toISOString().slice(11, 21);
  element.dateTime = time.toISOString();
}

function connection() {
  const silent = silence();
  const lost = silent > DISCONNECTED;
  const banner = document.getElementById('disconnected');
  document.getElementById('data-age').textContent = age(silent);
  if (lost && disconnectedSince === null) {
    disconnectedSince = new Date(now() - silent);
    document.getElementById('disconnected-since').textContent = `since ${disconnectedSince.toISOString().slice(11, 19)} UTC`;
    banner.hidden = false;
  } else if (!lost && disconnectedSince !== null) {
    disconnectedSince = null;
    banner.hidden = true;
  }
  if (document.body.classList.contains('disconnected') !== lost) {
    document.body.classList.toggle('disconnected', lost);
    document.dispatchEvent(new CustomEvent('permissions'));
  }
}
