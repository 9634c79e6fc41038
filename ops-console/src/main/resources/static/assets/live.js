// Takes the stream and swaps fragments by id: only those that changed, never under the pointer or the keyboard cursor.
import { onHeartbeat } from './time.js';
import { paint } from './ages.js';

const RETRY = 1000;
const waitingOrders = new Map();
const missed = new Map();
let source = null;
let frozen = false;
let held = [];
let afterSwap = () => {};

export function connect(whenSwapped) {
  afterSwap = whenSwapped;
  open();
}

function open() {
  source = new EventSource('/live');
  source.addEventListener('heartbeat', event => onHeartbeat(Number(event.data)));
  source.addEventListener('page', event => take(JSON.parse(event.data)));
  source.addEventListener('change', event => take(JSON.parse(event.data)));
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) {
      source.close();
      lookForLogin();
      setTimeout(open, RETRY);
    }
  });
}

// An EventSource does not tell why it was refused.
function lookForLogin() {
  fetch('/', { method: 'HEAD', redirect: 'manual' })
    .then(answer => { document.getElementById('disconnected-login').hidden = answer.type !== 'opaqueredirect'; })
    .catch(() => {});
}

export function freeze(on) {
  frozen = on;
  document.body.classList.toggle('frozen', on);
  if (!on) {
    held.forEach(apply);
    held = [];
  }
}

// A frozen view holds tables still; state, commands and banners go on.
const ALWAYS = ['environment-band', 'trading-state', 'session-strip', 'service-strip', 'bus-banner', 'command-track', 'approval', 'approval-checklist', 'resume-checklist', 'halt-exposure'];

function take(change) {
  if (!frozen) {
    apply(change);
    return;
  }
  const now = Object.fromEntries(Object.entries(change.pieces).filter(([id]) => ALWAYS.includes(id)));
  apply({ pieces: now, orders: {} });
  held = [...held.slice(-600), change];
}

function apply(change) {
  const created = new Map();
  for (const [id, html] of Object.entries(change.pieces)) {
    const fresh = parse(html);
    const old = document.getElementById(id);
    if (old) {
      swap(old, fresh);
    } else {
      created.set(id, fresh);
    }
  }
  for (const [parent, ids] of Object.entries(change.orders)) {
    created.forEach((element, id) => missed.set(id, element));
    order(parent, ids);
  }
  announce(change.pieces);
  afterSwap();
  paint();
}

function parse(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild;
}

function swap(old, fresh) {
  if (old.isEqualNode(fresh)) return;
  markChanges(old, fresh);
  const kept = typed(old);
  const active = old.contains(document.activeElement) ? document.activeElement : null;
  const wasRow = active === old;
  const activeName = active?.name ?? null;
  fresh.hidden = old.hidden && old.tagName === 'TR';
  old.replaceWith(fresh);
  kept.forEach((value, name) => { const input = fresh.querySelector(`[name="${name}"]`); if (input) input.value = value; });
  if (wasRow) fresh.focus({ preventScroll: true });
  if (activeName) fresh.querySelector(`[name="${activeName}"]`)?.focus({ preventScroll: true });
  window.htmx?.process(fresh);
}

function typed(element) {
  const values = new Map();
  element.querySelectorAll('input[name]').forEach(input => { if (input.value && input.type !== 'hidden') values.set(input.name, input.value); });
  return values;
}

function markChanges(old, fresh) {
  const before = old.querySelectorAll('.value');
  const after = fresh.querySelectorAll('.value');
  if (before.length !== after.length) return;
  after.forEach((cell, i) => { if (cell.textContent !== before[i].textContent) cell.classList.add('changed'); });
}

// Rows come, go and move; while a row of the table is under the pointer or holds the focus, they wait.
function order(parentId, ids) {
  const parent = document.getElementById(parentId);
  if (!parent) return;
  if (isBusy(parent)) {
    waitingOrders.set(parentId, ids);
    tellNew(parent, ids);
    return;
  }
  waitingOrders.delete(parentId);
  const wanted = new Set(ids);
  [...parent.children].forEach(child => { if (!wanted.has(child.id)) child.remove(); });
  let place = parent.firstElementChild;
  for (const id of ids) {
    const element = document.getElementById(id) ?? missed.get(id);
    if (!element) continue;
    if (element === place) {
      place = place.nextElementSibling;
    } else {
      parent.insertBefore(element, place);
    }
    if (missed.delete(id)) window.htmx?.process(element);
  }
  tellNew(parent, ids);
}

function isBusy(parent) {
  const row = parent.querySelector('tr:hover');
  const onlyText = parent.children.length === 1 && parent.firstElementChild.querySelector('.empty');
  return !onlyText && (row !== null || parent.contains(document.activeElement));
}

function tellNew(parent, ids) {
  const panel = parent.closest('.panel');
  const waiting = ids.filter(id => !document.getElementById(id)).length;
  panel.querySelector('.new-rows')?.remove();
  if (waiting > 0) {
    const chip = document.createElement('span');
    chip.className = 'new-rows';
    chip.textContent = `${waiting} new`;
    panel.append(chip);
  }
}

setInterval(() => {
  [...waitingOrders].forEach(([parentId, ids]) => {
    if (!isBusy(document.getElementById(parentId))) order(parentId, ids);
  });
}, 300);

const announced = new Map();
document.querySelectorAll('[data-announce]').forEach(element => announced.set(element.id, element.dataset.announce));

function announce(pieces) {
  const news = [];
  for (const id of Object.keys(pieces)) {
    const element = document.getElementById(id);
    const said = element?.dataset.announce ?? element?.querySelector('[data-announce]')?.dataset.announce;
    if (said && announced.get(id) !== said) {
      announced.set(id, said);
      news.push(said);
    }
  }
  if (news.length > 0) document.getElementById('announcer').textContent = news.slice(0, 5).join('. ');
  const state = document.getElementById('trading-state')?.dataset.state;
  const band = document.getElementById('environment-band');
  document.title = `${band.dataset.environment} · ${state} · Quanticity operator console`;
  document.querySelectorAll('.account-name').forEach(name => { name.textContent = band.dataset.account; });
  document.getElementById('favicon').href = `/assets/favicon-${band.dataset.environment.toLowerCase()}.svg`;
}
