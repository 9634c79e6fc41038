// Keys of console design, section 10. No single key executes anything.
import { openDialog } from './commands.js';
import { freeze } from './live.js';

const SWITCH = 'single-keys';

export function setUpKeys() {
  const box = document.getElementById('single-keys');
  box.checked = localStorage.getItem(SWITCH) !== 'off';
  box.addEventListener('change', () => localStorage.setItem(SWITCH, box.checked ? 'on' : 'off'));
  const button = document.getElementById('freeze');
  button.addEventListener('click', () => toggleFreeze(button));
  document.getElementById('filter').addEventListener('input', filter);
  document.addEventListener('keydown', event => onKey(event, box, button));
}

function onKey(event, box, freezeButton) {
  if (event.key === 'F8') {
    event.preventDefault();
    openDialog('halt-dialog');
    return;
  }
  const typing = event.target.matches?.('input, textarea, select');
  if (event.key === 'Escape' && typing && !event.target.closest('dialog')) event.target.blur();
  if (event.key === 'Escape' && document.activeElement?.tagName === 'TR') document.activeElement.blur();
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !box.checked || document.querySelector('dialog[open]')) return;
  const actions = {
    '/': () => document.getElementById('filter').focus(),
    'j': () => move(1),
    'k': () => move(-1),
    'f': () => toggleFreeze(freezeButton),
    '?': () => openDialog('help-dialog'),
  };
  if (actions[event.key]) {
    event.preventDefault();
    actions[event.key]();
  }
}

function toggleFreeze(button) {
  const on = button.getAttribute('aria-pressed') !== 'true';
  button.setAttribute('aria-pressed', String(on));
  button.textContent = on ? 'Frozen' : 'Freeze';
  freeze(on);
}

function move(step) {
  const rows = [...document.querySelectorAll('tbody tr[tabindex]:not([hidden])')];
  const at = rows.indexOf(document.activeElement);
  const next = rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
  next?.focus();
}

function filter(event) {
  const wanted = event.target.value.trim().toLowerCase();
  document.querySelectorAll(`#${event.target.dataset.filters} > tr`).forEach(row => {
    row.hidden = wanted !== '' && !row.textContent.toLowerCase().includes(wanted);
  });
}
